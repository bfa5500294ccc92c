import Assessment
import Inquiry
import MapRendering
import Records

// How harm looks on a map: the grade is the shape, the colour repeats it, casualties are the size.

/// The symbol classes of grades, one more for incidents that nobody has graded.
enum GradeSymbols {
  /// The class of incidents without a grade.
  static let ungraded = 99

  /// The classes with the English words.
  static let classes = classes(named: MapVocabulary.english.grades)

  /// The classes with the words of a language.
  static func classes(named words: [Grade?: String]) -> [MapSymbolClass] {
    let shapes: [(Grade?, ascii: Unicode.Scalar, unicode: Character, colour: MapColour)] = [
      (.confirmed, "@", "◉", .vermillion), (.fair, "#", "◼", .orange),
      (.contested, "%", "❖", .reddishPurple), (.weak, "o", "◦", .skyBlue),
      (nil, "*", "✱", .bluishGreen), (.discounted, "x", "✕", .neutral),
    ]
    return shapes.enumerated().map { rank, shape in
      MapSymbolClass(
        id: id(of: shape.0), rank: rank, ascii: UInt8(ascii: shape.ascii),
        unicode: shape.unicode, colour: shape.colour, word: words[shape.0] ?? "")
    }
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

  /// The size of a symbol by the most that may have been killed.
  static func weight(ofKilled killed: HarmRange<ClaimID>) -> MapSymbolWeight {
    switch killed.maximum?.value ?? killed.minimum?.value ?? 0 {
    case ..<10: .light
    case ..<50: .medium
    case ..<100: .heavy
    default: .extreme
    }
  }
}
