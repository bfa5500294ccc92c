/// Counts with their nouns.
enum Plural {
  /// `building` of `buildings`, `body` of `bodies`, `child` of `children`.
  static func singular(_ plural: String) -> String {
    switch plural {
    case "children": "child"
    case _ where plural.hasSuffix("men"): "\(plural.dropLast(2))an"
    case _ where plural.hasSuffix("ies"): "\(plural.dropLast(3))y"
    default: "\(plural.dropLast())"
    }
  }

  /// `1 claim`, `12 claims`.
  static func claims(_ count: Int) -> String { count == 1 ? "1 claim" : "\(count) claims" }

  /// `1 claim`, `12 claims`, for any regular noun.
  static func of(_ noun: String, _ count: Int) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }
}
