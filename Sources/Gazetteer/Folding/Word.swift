import Records

/// One word of a name: folded letters of one script.
struct Word: Hashable {
  /// The script of all its letters.
  var script: Script
  /// One byte a letter (``Letter``); UTF-8 for a script other than Latin and Arabic.
  var letters: [UInt8]

  /// The word that a literal of ours folds to.
  init(_ literal: String) {
    let pieces = NamePiece.read(literal)
    if case .word(let word) = pieces.first { self = word } else { self.init(.other, []) }
  }

  init(_ script: Script, _ letters: [UInt8]) {
    self.script = script
    self.letters = letters
  }

  /// The letters as text, for tests and messages.
  var text: String {
    switch script {
    case .latin, .other: String(decoding: letters, as: UTF8.self)
    case .arabic:
      String(
        String.UnicodeScalarView(
          letters.compactMap { Unicode.Scalar(0x600 | UInt32($0)) }))
    }
  }
}

/// A word or a number, as read from a name.
enum NamePiece: Equatable {
  /// A run of letters of one script.
  case word(Word)
  /// A run of digits of any script.
  case number(Int)

  /// The most scalars of a text that are read: far longer than any name.
  static let longestText = 256

  /// Splits a text into words and numbers.
  ///
  /// A change of script or from letters to digits ends a word (`قادسية1`). Reading stops after
  /// ``longestText`` scalars.
  ///
  /// - Parameter text: Any text.
  /// - Returns: The pieces in order.
  static func read(_ text: some StringProtocol) -> [NamePiece] {
    var reader = PieceReader()
    var count = 0
    for scalar in text.unicodeScalars {
      reader.take(Letter(scalar))
      count += 1
      if count == longestText { break }
    }
    reader.endPiece()
    return reader.pieces
  }
}

/// The state of splitting a text into pieces.
private struct PieceReader {
  var pieces: [NamePiece] = []
  private var letters: [UInt8] = []
  private var script = Script.other
  private var number: Int?
  private var followsNumber = false

  mutating func take(_ letter: Letter) {
    switch letter {
    case .latin(let byte): append(byte, .latin)
    case .arabic(let first, let second):
      append(first, .arabic)
      if let second { append(second, .arabic) }
    case .other(let scalar):
      for byte in UTF8.encode(scalar) ?? .init() { append(byte, .other) }
    case .digit(let digit): append(digit: digit)
    case .ignored: break
    case .separator: endPiece()
    }
  }

  private mutating func append(_ byte: UInt8, _ kind: Script) {
    if number != nil {
      endPiece()
      followsNumber = true
    } else if script != kind, !letters.isEmpty {
      endPiece()
    }
    script = kind
    letters.append(byte)
  }

  private mutating func append(digit: Int) {
    if number == nil { endPiece() }
    number = min((number ?? 0) * 10 + digit, PieceReader.greatestNumber)
  }

  mutating func endPiece() {
    if let number { pieces.append(.number(number)) }
    if !letters.isEmpty, !(followsNumber && PieceReader.ordinalEndings.contains(letters)) {
      pieces.append(.word(Word(script, letters)))
    }
    letters.removeAll(keepingCapacity: true)
    number = nil
    followsNumber = false
  }

  private static let greatestNumber = 999_999_999
  private static let ordinalEndings: Set<[UInt8]> = Set(
    ["st", "nd", "rd", "th"].map { Array($0.utf8) })
}
