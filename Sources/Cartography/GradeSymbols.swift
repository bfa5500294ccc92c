import Assessment
import Inquiry
import MapRendering
import Records

// How harm looks on a map: the grade is the shape, the colour repeats it, casualties are the size.

/// The symbol classes of grades, one more for incidents that nobody has graded.
enum GradeSymbols {
  /// The class of incidents without a grade.
  static let ungraded = 99

  static let classes: [MapSymbolClass] = [
    symbol(.confirmed, ascii: "@", unicode: "◉", colour: .vermillion),
    symbol(.fair, ascii: "#", unicode: "◼", colour: .orange),
    symbol(.contested, ascii: "%", unicode: "❖", colour: .reddishPurple),
    symbol(.weak, ascii: "o", unicode: "◦", colour: .skyBlue),
    MapSymbolClass(
      id: ungraded, rank: 4, ascii: UInt8(ascii: "*"), unicode: "✱", colour: .bluishGreen,
      word: "not graded"),
    symbol(.discounted, ascii: "x", unicode: "✕", colour: .neutral),
  ]

  private static func symbol(
    _ grade: Grade, ascii: Unicode.Scalar, unicode: Character, colour: MapColour
  ) -> MapSymbolClass {
    MapSymbolClass(
      id: id(of: grade), rank: rank(of: grade), ascii: UInt8(ascii: ascii), unicode: unicode,
      colour: colour, word: grade.code)
  }

  /// The class of a grade, or of having none.
  static func id(of grade: Grade?) -> Int {
    switch grade {
    case .confirmed: 0
    case .fair: 1
    case .contested: 2
    case .weak: 3
    case .discounted: 5
    case nil: ungraded
    }
  }

  /// Where incidents share a cell, the best established harm shows.
  private static func rank(of grade: Grade) -> Int { id(of: grade) }

  /// The size of a symbol by the most that may have been killed.
  static func weight(ofKilled killed: HarmRange<ClaimID>) -> MapSymbolWeight {
    switch killed.maximum?.value ?? killed.minimum?.value ?? 0 {
    case ..<10: .light
    case ..<50: .medium
    case ..<100: .heavy
    default: .extreme
    }
  }

  static let weightWords: [MapSymbolWeight: String] = [
    .light: "under 10 killed or unknown", .medium: "10-49", .heavy: "50-99",
    .extreme: "100 or more",
  ]
}
