/// Counts with their nouns.
enum Plural {
  /// `1 claim`, `12 claims`.
  static func claims(_ count: Int) -> String { count == 1 ? "1 claim" : "\(count) claims" }

  /// `1 claim`, `12 claims`, for any regular noun.
  static func of(_ noun: String, _ count: Int) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }
}
