/// The words that the renderer itself says, in one language.
///
/// `{n}`, `{total}`, `{noun}`, `{area}`, `{bridge}`, `{distance}`, `{bearing}`, `{place}`,
/// `{least}` and `{most}` are filled in.
public struct MapWords: Sendable, Hashable {
  /// What the picture holds.
  public var inView = "{n} of {total} {noun} in view"
  /// What lies beyond its edges.
  public var outside = "{n} outside this picture"
  /// What is known to an area only.
  public var onlyTo = "{n} known only to {area}"
  /// What has no place at all.
  public var unplaced = "{n} without a place"
  /// What else is not drawn.
  public var notDrawn = "{n} not drawn"
  /// Names without room.
  public var hiddenLabels = "+{n} labels hidden"
  /// How good the points in the picture are.
  public var precision = "points good to {least}"
  /// The same where they differ.
  public var precisionRange = "points good to {least} - {most}"
  /// The sign of several in one cell, in the legend.
  public var several = "several, gravest shown"
  /// Where a thing lies, in words.
  public var bearing = "{distance} {bearing} of {place}"
  /// Where a thing lies, when it is at the reference itself.
  public var atReference = "at {place}"
  /// How good a point is.
  public var goodTo = "good to {distance}"
  /// The bridge that is nearest.
  public var nearestBridge = "nearest bridge {bridge}, {distance}"
  /// The heading over counts by district.
  public var byDistrict = "By district of the point"
  /// The heading over the list of single things.
  public var gravestFirst = "Gravest first"
  /// Where a point lies.
  public var inDistrict = "In {area}"
  /// What lies in no district.
  public var noDistrict = "Outside every district"
  /// How many more the list would have.
  public var moreNotListed = "{n} more not listed"
  /// The eight directions, clockwise from north.
  public var directions = ["N", "NE", "E", "SE", "S", "SW", "W", "NW"]
  /// The units of length.
  public var meters = "{n} m"
  /// The units of length.
  public var kilometers = "{n} km"

  /// English.
  public init() {}

  /// Fills a template.
  ///
  /// - Parameters:
  ///   - template: One of the words.
  ///   - values: What stands for each name in braces.
  /// - Returns: Filtered text; a name without a value stays as it is.
  static func fill(_ template: String, _ values: KeyValuePairs<String, String>) -> TerminalText {
    TerminalText(filled(template, values))
  }

  /// Fills a template.
  ///
  /// - Parameters:
  ///   - template: Words with names in braces.
  ///   - values: What stands for each name.
  /// - Returns: Unfiltered text; a name without a value stays as it is.
  public static func filled(
    _ template: String, _ values: KeyValuePairs<String, String>
  ) -> String {
    // By bytes: whole characters are slow to find, and braces are no part of any.
    let template = template.utf8
    var text = ""
    var start = template.startIndex
    while let open = template[start...].firstIndex(of: UInt8(ascii: "{")),
      let close = template[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      text += Substring(template[start..<open])
      let name = template[template.index(after: open)..<close]
      let end = template.index(after: close)
      if let value = values.first(where: { $0.key.utf8.elementsEqual(name) })?.value {
        text += value
      } else {
        text += Substring(template[open..<end])
      }
      start = end
    }
    return text + Substring(template[start...])
  }

  /// A length in round words, since none here is better known: `80 m`, `900 m`, `1.6 km`, `12 km`.
  func length(_ meters: Int) -> String {
    let tens = (meters + 5) / 10 * 10
    if tens < 1000 {
      return Self.fill(self.meters, ["n": "\(meters < 100 ? meters : tens)"]).string
    }
    let tenths = (meters + 50) / 100
    let figure =
      meters >= 10_000 || tenths % 10 == 0
      ? grouped((meters + 500) / 1000) : "\(tenths / 10).\(tenths % 10)"
    return Self.fill(kilometers, ["n": figure]).string
  }
}
