/// The claims behind a number, without an array while it is one: a million incidents are assessed,
/// and most of their numbers rest on a single claim.
@usableFromInline
struct FewKeys<Key: Hashable & Sendable>: Sendable {
  @usableFromInline var first: Key?
  @usableFromInline var others: [Key] = []

  @inlinable init() {}

  @inlinable var isEmpty: Bool { first == nil }

  /// Begins anew with one claim.
  @inlinable
  mutating func become(_ key: Key) {
    first = key
    if !others.isEmpty { others.removeAll(keepingCapacity: true) }
  }

  /// Adds a claim; the figures of one claim follow each other, so it is told by the last.
  @inlinable
  mutating func add(_ key: Key) {
    guard let first else {
      self.first = key
      return
    }
    if (others.last ?? first) != key { others.append(key) }
  }

  /// The claims by other names.
  @inlinable
  func named<Other>(_ name: (Key) -> Other) -> [Other] {
    guard let first else { return [] }
    if others.isEmpty { return [name(first)] }
    var named: [Other] = []
    named.reserveCapacity(others.count + 1)
    named.append(name(first))
    for other in others { named.append(name(other)) }
    return named
  }

  /// Whether the same claims stand in both, in the same order.
  @inlinable
  func isSame(as other: FewKeys) -> Bool { first == other.first && others == other.others }
}
