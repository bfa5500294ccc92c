import Synchronization

/// What an encoder wrote of a feature, for the next answer that has the same feature in it.
///
/// Only what holds whatever is asked may be kept. A place is written once: of two threads that make
/// the same text, one throws its own away.
public final class KeptFeatureText: Sendable {
  /// What stands before the members that depend on the question.
  public let head: [UInt8]
  /// What follows them and does not depend on it.
  public let tail: [UInt8]

  /// Keeps a text.
  ///
  /// - Parameters:
  ///   - head: What stands before the members that depend on the question.
  ///   - tail: What follows them and does not depend on it.
  public init(head: [UInt8], tail: [UInt8]) {
    self.head = head
    self.tail = tail
  }
}

/// The texts kept of one feature: with its point and with its support.
final class KeptFeatureTexts: Sendable {
  let withPoint = AtomicLazyReference<KeptFeatureText>()
  let withSupport = AtomicLazyReference<KeptFeatureText>()
}

extension IncidentFeature {
  /// The same feature with room for what encoders write of it: for features that come again.
  public var keepingText: IncidentFeature { IncidentFeature(self, texts: KeptFeatureTexts()) }

  /// The text kept of the feature, made on the first call.
  ///
  /// - Parameters:
  ///   - withSupport: Whether it carries the support, or the point.
  ///   - make: Makes it.
  /// - Returns: `nil` where the feature keeps none; `make` is not called then.
  public func keptText(withSupport: Bool, _ make: () -> KeptFeatureText) -> KeptFeatureText? {
    guard let texts = facts.texts else { return nil }
    if withSupport {
      return texts.withSupport.load() ?? texts.withSupport.storeIfNil(make())
    }
    return texts.withPoint.load() ?? texts.withPoint.storeIfNil(make())
  }
}
