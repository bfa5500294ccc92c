import Synchronization

/// What an encoder wrote of a feature, for the next answer that has the same feature in it.
///
/// Only what holds whatever is asked may be kept.
public struct KeptFeatureText {
  /// What stands before the members that depend on the question.
  public let head: UnsafeBufferPointer<UInt8>
  /// What follows them and does not depend on it.
  public let tail: UnsafeBufferPointer<UInt8>
}

extension IncidentFeature {
  /// The same feature with room for what encoders write of it: for features that come again.
  public var keepingText: IncidentFeature { IncidentFeature(keepingTextOf: self) }

  /// Reads the text kept of the feature, made on the first call.
  ///
  /// - Parameters:
  ///   - withSupport: Whether it carries the support, or the point.
  ///   - make: Makes what stands before and after the members that depend on the question.
  ///   - body: Gets the text, valid during the call only.
  /// - Returns: Whether the feature keeps texts; where it keeps none nothing is called.
  /// - Complexity: O(1) from the second call on: nothing is copied or counted.
  public func readKeptText(
    withSupport: Bool, _ make: () -> (head: [UInt8], tail: [UInt8]),
    _ body: (KeptFeatureText) -> Void
  ) -> Bool {
    guard facts.keepsText else { return false }
    body(
      withSupport ? facts.textWithSupport.text(make) : facts.textWithPoint.text(make))
    return true
  }
}

/// A place for one text, filled by whoever comes first.
///
/// The text is one block without a count of references: pages read thousands, and a count that two
/// cores write costs more than the text's own copy. It lives as long as its place.
struct TextPlace: ~Copyable, Sendable {
  /// The address of the text's block; 0 for none.
  private let address = Atomic<UInt>(0)

  /// What stands at the beginning of a block.
  private struct Lengths {
    let head: Int
    let tail: Int
  }

  init() {}

  deinit { block?.deallocate() }

  private var block: UnsafeMutableRawPointer? {
    UnsafeMutableRawPointer(bitPattern: address.load(ordering: .acquiring))
  }

  /// Reads the text, or fills the place.
  ///
  /// - Parameter make: Makes head and tail; of two threads that do, one throws its own away.
  /// - Returns: The text, valid while its place is there.
  borrowing func text(_ make: () -> (head: [UInt8], tail: [UInt8])) -> KeptFeatureText {
    let start = block ?? fill(make())
    let lengths = start.load(as: Lengths.self)
    let bytes = (start + MemoryLayout<Lengths>.size).assumingMemoryBound(to: UInt8.self)
    return KeptFeatureText(
      head: UnsafeBufferPointer(start: bytes, count: lengths.head),
      tail: UnsafeBufferPointer(start: bytes + lengths.head, count: lengths.tail))
  }

  private borrowing func fill(_ made: (head: [UInt8], tail: [UInt8])) -> UnsafeMutableRawPointer {
    let size = MemoryLayout<Lengths>.size
    let (head, tail) = made
    let start = UnsafeMutableRawPointer.allocate(
      byteCount: size + head.count + tail.count, alignment: MemoryLayout<Lengths>.alignment)
    start.initializeMemory(as: Lengths.self, to: Lengths(head: head.count, tail: tail.count))
    let bytes = (start + size).initializeMemory(as: UInt8.self, from: head, count: head.count)
    (bytes + head.count).initialize(from: tail, count: tail.count)
    let (isFirst, _) = address.compareExchange(
      expected: 0, desired: UInt(bitPattern: start), ordering: .acquiringAndReleasing)
    guard !isFirst, let other = block else { return start }
    start.deallocate()
    return other
  }
}
