public import Records

/// A word that stands for a number nobody gave.
///
/// - Note: Source – literal: the word's meaning, at least two of it; ACLED, FAQ on fatalities: 10
///   for tens, 12 for dozens, 100 for hundreds. ACLED publishes none for scores and thousands.
public enum CountingWord: String, Hashable, Sendable, CaseIterable {
  /// Tens.
  case tens
  /// Dozens.
  case dozens
  /// Scores.
  case scores
  /// Hundreds.
  case hundreds
  /// Thousands.
  case thousands

  /// The least number that the word allows.
  public var literalMinimum: Int {
    switch self {
    case .tens: 20
    case .dozens: 24
    case .scores: 40
    case .hundreds: 200
    case .thousands: 2_000
    }
  }

  /// The number that ACLED enters, where its rules give one.
  public var acledNumber: Int? {
    switch self {
    case .tens: 10
    case .dozens: 12
    case .hundreds: 100
    case .scores, .thousands: nil
    }
  }

  /// The word that a figure was made from; `nil` where a number was said.
  ///
  /// - Parameter quantity: Its phrase holds such a word and no digit, and it has no maximum.
  public init?(in quantity: Quantity) {
    guard let phrase = quantity.phrase, quantity.maximum == nil, quantity.minimum != nil,
      !phrase.utf8.contains(where: { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    let words = phrase.lowercased().split(separator: " ")
    guard let word = words.lazy.compactMap({ CountingWord(rawValue: String($0)) }).first else {
      return nil
    }
    self = word
  }
}

/// What the words of a figure allow, in both readings side by side.
///
/// - Note: Source – the bound table of docs/methodology.md.
public struct BoundReading: Hashable, Sendable {
  /// The least number of the literal reading, `nil` for none stated.
  public let minimum: Int?
  /// The greatest number of the literal reading, `nil` for open.
  public let maximum: Int?
  /// The number ACLED would enter: the least stated, or what its table gives for the word.
  public let acled: Int?
  /// Whether the figure is a point that the claimant called approximate; no ± is invented.
  public let isApproximate: Bool
  /// The word it was made from, where no number was said.
  public let word: CountingWord?

  /// Reads a figure.
  ///
  /// - Parameter quantity: As a claim gives it.
  public init(_ quantity: Quantity) {
    let word = CountingWord(in: quantity)
    self.word = word
    minimum = quantity.minimum
    maximum = quantity.maximum
    isApproximate = quantity.bound == .about
    acled = word == nil ? quantity.minimum : word?.acledNumber
  }
}
