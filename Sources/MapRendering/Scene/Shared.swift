/// A value behind one reference, so that handing on what has it counts one reference and not each of
/// its parts'.
///
/// It never changes: whoever wants another value makes another of these.
final class Shared<Value: Sendable & Equatable>: Sendable, Equatable {
  let value: Value

  init(_ value: Value) { self.value = value }

  /// Whether both have equal values; what is shared is not looked at twice.
  static func == (left: Shared, right: Shared) -> Bool {
    left === right || left.value == right.value
  }
}
