/// Finds the case of a vocabulary by the bytes of its code, without making text of them.
///
/// Reading a store means reading ten codes a claim, and an enum's own initialiser compares its
/// strings one after another. The type asks nothing of its cases and its slots are of one type for
/// all lists, for what a generic type asks is looked up among all conformances of the program when
/// the type is first used: a map of two dozen lists waited a millisecond for that.
public struct CodeTable<Code: Sendable>: Sendable {
  private let codes: [Code]
  private let slots: CodeSlots

  /// The case with a code.
  ///
  /// - Parameter bytes: The code in UTF-8.
  /// - Returns: `nil` when the list has no such code.
  /// - Complexity: O(1) on average, and in the bytes of one code.
  public func code(of bytes: UnsafeBufferPointer<UInt8>) -> Code? {
    slots.ordinal(of: bytes).map { codes[$0] }
  }
}

extension CodeTable where Code: Vocabulary {
  /// Files every case of the vocabulary.
  public init() {
    codes = Array(Code.allCases)
    slots = CodeSlots(of: codes.map(\.rawValue))
  }
}

/// Texts by their bytes, as ordinals: at most half-filled slots, probed in a row.
///
/// - Note: Source – D. E. Knuth, The Art of Computer Programming, vol. 3, §6.4, algorithm L.
private struct CodeSlots: Sendable {
  private struct Slot: Sendable {
    let bytes: Range<Int>
    let ordinal: Int
  }

  private var slots: [Slot?]
  private var text: [UInt8] = []

  init(of codes: [String]) {
    var capacity = 8
    while capacity < 2 * codes.count { capacity *= 2 }
    slots = [Slot?](repeating: nil, count: capacity)
    for (ordinal, code) in codes.enumerated() {
      let start = text.count
      text += Array(code.utf8)
      var slot = text[start...].withUnsafeBufferPointer { firstSlot(of: $0) }
      while slots[slot] != nil { slot = (slot + 1) & (capacity - 1) }
      slots[slot] = Slot(bytes: start..<text.count, ordinal: ordinal)
    }
  }

  func ordinal(of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var slot = firstSlot(of: bytes)
    while let filed = slots[slot] {
      if filed.bytes.count == bytes.count,
        zip(filed.bytes, bytes).allSatisfy({ text[$0] == $1 })
      {
        return filed.ordinal
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func firstSlot(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let first = bytes.first, let last = bytes.last else { return 0 }
    let middle = bytes[bytes.count / 2]
    return (bytes.count &* 7 ^ Int(first) &* 31 ^ Int(middle) &* 5 ^ Int(last)) & (slots.count - 1)
  }
}
