/// Finds the case of a vocabulary by the bytes of its code, without making text of them.
///
/// Reading a store means reading ten codes a claim, and an enum's own initialiser compares its
/// strings one after another. A table of at most half-filled slots, probed in a row.
///
/// - Note: Source – D. E. Knuth, The Art of Computer Programming, vol. 3, §6.4, algorithm L.
public struct CodeTable<Code: Vocabulary>: Sendable {
  private struct Slot: Sendable {
    let bytes: Range<Int>
    let code: Code
  }

  private var slots: [Slot?]
  private var text: [UInt8] = []

  /// Files every case of the vocabulary.
  public init() {
    let cases = Array(Code.allCases)
    var capacity = 8
    while capacity < 2 * cases.count { capacity *= 2 }
    slots = [Slot?](repeating: nil, count: capacity)
    for code in cases {
      let start = text.count
      text += Array(code.rawValue.utf8)
      var slot = text[start...].withUnsafeBufferPointer { firstSlot(of: $0) }
      while slots[slot] != nil { slot = (slot + 1) & (capacity - 1) }
      slots[slot] = Slot(bytes: start..<text.count, code: code)
    }
  }

  /// The case with a code.
  ///
  /// - Parameter bytes: The code in UTF-8.
  /// - Returns: `nil` when the list has no such code.
  /// - Complexity: O(1) on average, and in the bytes of one code.
  public func code(of bytes: UnsafeBufferPointer<UInt8>) -> Code? {
    var slot = firstSlot(of: bytes)
    while let filed = slots[slot] {
      if filed.bytes.count == bytes.count,
        zip(filed.bytes, bytes).allSatisfy({ text[$0] == $1 })
      {
        return filed.code
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
