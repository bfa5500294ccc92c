/// Cases of a small enumeration, a bit for each: hashing a dozen of them would cost more than
/// drawing them.
///
/// Cases have raw values below 16.
struct CaseSet<Case: CaseIterable & RawRepresentable>: Hashable, Sendable
where Case.RawValue == UInt8 {
  private var bits: UInt16 = 0

  /// No case.
  init() {}

  /// Some cases.
  init(_ cases: some Sequence<Case>) {
    for element in cases { insert(element) }
  }

  /// Every case.
  static var all: CaseSet { CaseSet(Case.allCases) }

  /// Whether a case is in the set.
  @inline(__always)
  func contains(_ element: Case) -> Bool { bits & Self.bit(element) != 0 }

  /// Whether there is a case besides one.
  func contains(otherThan element: Case) -> Bool { bits & ~Self.bit(element) != 0 }

  /// Adds a case.
  @inline(__always)
  mutating func insert(_ element: Case) { bits |= Self.bit(element) }

  /// Adds the cases of another set.
  mutating func formUnion(_ other: CaseSet) { bits |= other.bits }

  @inline(__always)
  private static func bit(_ element: Case) -> UInt16 { 1 << UInt16(element.rawValue & 15) }
}
