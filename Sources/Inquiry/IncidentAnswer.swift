/// An answer of any size whose features are made a few at a time, so that memory stays flat while a
/// million are written.
///
/// All of them come from one state of the data, whatever is written to the store meanwhile. A
/// feature asked for twice is made twice.
public struct IncidentAnswer: Sendable {
  /// Counts, question and state of the data; it holds no features.
  public let head: IncidentPage
  /// How many features the answer has.
  public let count: Int
  private let make: @Sendable (Range<Int>) throws -> [IncidentFeature]

  /// How many features are made together.
  public static let pieceSize = 512

  /// Describes an answer.
  ///
  /// - Parameters:
  ///   - head: Counts, question and state of the data.
  ///   - count: How many features the answer has.
  ///   - make: Makes the features in some places of the answer, on any thread.
  public init(
    head: IncidentPage, count: Int,
    make: @escaping @Sendable (Range<Int>) throws -> [IncidentFeature]
  ) {
    self.head = head
    self.count = count
    self.make = make
  }

  /// The answer that a page is: its features are at hand.
  ///
  /// - Parameter page: The page.
  public init(_ page: IncidentPage) {
    let features = page.features
    self.init(head: page.withoutFeatures, count: features.count) { Array(features[$0]) }
  }

  /// The features in some places of the answer, in its order.
  ///
  /// - Parameter places: Places from 0; what lies beyond the end is left out.
  /// - Returns: The features.
  /// - Throws: What making them throws: the source's own errors.
  public func features(in places: Range<Int>) throws -> [IncidentFeature] {
    try make(places.clamped(to: 0..<count))
  }

  /// Takes every feature in order.
  ///
  /// - Parameter take: Takes one.
  /// - Throws: What making them or `take` throws.
  /// - Complexity: O(*n*); memory holds ``pieceSize`` features.
  public func forEach(_ take: (IncidentFeature) throws -> Void) throws {
    for first in stride(from: 0, to: count, by: Self.pieceSize) {
      try features(in: first..<first + Self.pieceSize).forEach(take)
    }
  }
}

extension IncidentPage {
  /// The page's counts, question and state of the data.
  public var withoutFeatures: IncidentPage {
    IncidentPage(
      features: [], numberMatched: numberMatched, counts: counts, next: next, query: query,
      dataVersion: dataVersion)
  }
}
