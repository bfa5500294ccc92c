/// Writes one size-prefixed FlatBuffer from front to back.
///
/// The format only asks that an object lies behind whatever points to it, and that a table can
/// reach its vtable; so a parent is written first and its offsets are filled in as the children
/// follow. The buffer is kept between uses.
///
/// - Note: Source – FlatBuffers, "FlatBuffer Internals": little-endian scalars aligned to their own
///   size from the start of the size prefix, unsigned 32-bit offsets from where they stand.
struct FlatBufferBuilder {
  /// The buffer with its size prefix, whole after ``finish()``.
  private(set) var bytes: [UInt8] = []

  /// Where the offset to the root stands.
  static let rootSlot = 4

  /// Starts a buffer; the root is linked at ``rootSlot``.
  mutating func begin() {
    bytes.removeAll(keepingCapacity: true)
    for _ in 0..<8 { bytes.append(0) }
  }

  /// Fills in the size prefix and pads to a multiple of 8.
  mutating func finish() {
    align(to: 8)
    store(UInt32(truncatingIfNeeded: bytes.count - 4), at: 0)
  }

  /// Appends a table with all fields zero and links it.
  ///
  /// - Returns: Where the table starts; its fields are at the layout's distances from there.
  mutating func table(_ layout: FlatBufferLayout, linkedAt slot: Int) -> Int {
    align(to: 2)
    // The table follows its vtable, on a place of its own alignment.
    while (bytes.count + layout.vtable.count) % layout.alignment != 0 { bytes.append(0) }
    bytes.append(contentsOf: layout.vtable)
    let start = bytes.count
    append(UInt32(truncatingIfNeeded: layout.vtable.count))
    for _ in 4..<max(layout.size, 4) { bytes.append(0) }
    link(slot, to: start)
    return start
  }

  /// Appends the head of a vector and links it; its elements are appended next.
  mutating func vector(count: Int, elementSize: Int, linkedAt slot: Int) {
    align(to: 4)
    while (bytes.count + 4) % elementSize != 0 { bytes.append(0) }
    link(slot, to: bytes.count)
    append(UInt32(truncatingIfNeeded: count))
  }

  /// Appends a vector of offsets and links it; each is linked later.
  ///
  /// - Returns: Where the first offset stands.
  mutating func offsets(count: Int, linkedAt slot: Int) -> Int {
    vector(count: count, elementSize: 4, linkedAt: slot)
    let start = bytes.count
    for _ in 0..<4 * count { bytes.append(0) }
    return start
  }

  /// Appends a string and links it: its length in bytes, UTF-8, a zero byte.
  mutating func string(_ text: String, linkedAt slot: Int) {
    vector(count: text.utf8.count, elementSize: 1, linkedAt: slot)
    bytes.append(contentsOf: text.utf8)
    bytes.append(0)
  }

  /// Appends a scalar.
  @inline(__always)
  mutating func append<Word: FixedWidthInteger>(_ word: Word) {
    withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Appends bytes as they are.
  mutating func append(contentsOf more: some Collection<UInt8>) { bytes.append(contentsOf: more) }

  /// Overwrites a scalar that is there already.
  mutating func store<Word: FixedWidthInteger>(_ word: Word, at place: Int) {
    for byte in 0..<Word.bitWidth / 8 {
      bytes[place + byte] = UInt8(truncatingIfNeeded: word >> (8 * Word(byte)))
    }
  }

  private mutating func link(_ slot: Int, to place: Int) {
    store(UInt32(truncatingIfNeeded: place - slot), at: slot)
  }

  private mutating func align(to size: Int) {
    while bytes.count % size != 0 { bytes.append(0) }
  }
}
