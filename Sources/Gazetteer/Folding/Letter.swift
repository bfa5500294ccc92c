import Records

/// What one scalar of a name means to the gazetteer.
///
/// Letters are held in one byte: `a…z` for Latin, the low byte of U+0621…U+064A for Arabic. The
/// two ranges do not meet, so a run of bytes says its script.
enum Letter: Equatable {
  /// A Latin base letter, `a…z`.
  case latin(UInt8)
  /// One or two Arabic letters after folding; a ligature is two.
  case arabic(UInt8, UInt8?)
  /// A decimal digit of any script.
  case digit(Int)
  /// A mark, a format character, an apostrophe: dropped without ending the word.
  case ignored
  /// Whatever ends a word.
  case separator
  /// A letter of another script, kept as it is.
  case other(Unicode.Scalar)

  /// Classifies one scalar.
  ///
  /// - Parameter scalar: Any scalar; ASCII takes the short way.
  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x61...0x7A: self = .latin(UInt8(truncatingIfNeeded: scalar.value))
    case 0x41...0x5A: self = .latin(UInt8(truncatingIfNeeded: scalar.value) | 0x20)
    case 0x30...0x39: self = .digit(Int(scalar.value) - 0x30)
    case 0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x201B, 0x2032, 0x0621, 0x0674: self = .ignored
    case 0...0x7F: self = .separator
    case LatinLetters.main, LatinLetters.additional:
      self = Letter(latinBase: LatinLetters.base(of: scalar), scalar)
    case ArabicLetters.block: self = Letter(arabicLetter: ArabicLetters.folded(scalar), scalar)
    default: self = Letter(beyond: scalar)
    }
  }

  private init(latinBase base: UInt8?, _ scalar: Unicode.Scalar) {
    self = base.map(Letter.latin) ?? Letter(byCategory: scalar)
  }

  private init(arabicLetter letter: UInt8?, _ scalar: Unicode.Scalar) {
    self = letter.map { .arabic($0, nil) } ?? Letter(byCategory: scalar)
  }

  private init(beyond scalar: Unicode.Scalar) {
    if let letters = ArabicLetters.presentationForms[scalar.value] {
      self = .arabic(letters.0, letters.1)
    } else {
      self = Letter(byCategory: scalar)
    }
  }

  private init(byCategory scalar: Unicode.Scalar) {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .decimalNumber: self = .digit(Int(properties.numericValue ?? 0))
    case .nonspacingMark, .enclosingMark, .spacingMark, .format, .modifierLetter, .modifierSymbol:
      self = .ignored
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter: self = .other(scalar)
    default: self = .separator
    }
  }
}
