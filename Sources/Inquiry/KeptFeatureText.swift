import Synchronization

/// What an encoder wrote of a feature, for the next answer that has the same feature in it.
///
/// Only what holds whatever is asked may be kept. A place is written once: of two threads that make
/// the same text, one throws its own away.
public final class KeptFeatureText: Sendable {
  /// The text without the members that depend on the question.
  public let bytes: [UInt8]
  /// How many bytes stand before those members.
  public let headCount: Int

  /// Keeps a text.
  ///
  /// - Parameters:
  ///   - head: What stands before the members that depend on the question.
  ///   - tail: What follows them and does not depend on it.
  public init(head: [UInt8], tail: [UInt8]) {
    // Exactly as much room as is needed, for thousands are kept.
    var bytes: [UInt8] = []
    bytes.reserveCapacity(head.count + tail.count)
    bytes += head
    bytes += tail
    self.bytes = bytes
    headCount = head.count
  }
}

extension IncidentFeature {
  /// The same feature with room for what encoders write of it: for features that come again.
  public var keepingText: IncidentFeature { IncidentFeature(keepingTextOf: self) }

  /// The text kept of the feature, made on the first call.
  ///
  /// - Parameters:
  ///   - withSupport: Whether it carries the support, or the point.
  ///   - make: Makes it.
  /// - Returns: `nil` where the feature keeps none; `make` is not called then.
  public func keptText(withSupport: Bool, _ make: () -> KeptFeatureText) -> KeptFeatureText? {
    guard facts.keepsText else { return nil }
    if withSupport {
      return facts.textWithSupport.load() ?? facts.textWithSupport.storeIfNil(make())
    }
    return facts.textWithPoint.load() ?? facts.textWithPoint.storeIfNil(make())
  }
}
