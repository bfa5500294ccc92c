import SimpleFeatures

/// One FlatBuffer in memory, read without trusting a single offset.
///
/// Every place is checked against the buffer before it is read; an error names its byte in the
/// file. What is read more than once, which a hostile buffer does to make much of little, is held
/// to a budget.
struct FlatBuffer {
  let bytes: [UInt8]
  /// Where the buffer starts in its file.
  let fileOffset: Int
  /// Bytes that text and vectors may still come to.
  var budget: Int

  /// Takes a buffer without its size prefix.
  init(_ bytes: [UInt8], at fileOffset: Int) {
    self.bytes = bytes
    self.fileOffset = fileOffset
    budget = 4 * bytes.count
  }

  func refusal(_ fault: FlatGeobufFault, at place: Int) -> FlatGeobufError {
    .refused(fault, at: fileOffset + place)
  }

  /// Reads a scalar anywhere.
  func load<Word: FixedWidthInteger & BitwiseCopyable>(
    _ type: Word.Type, at place: Int
  ) throws(FlatGeobufError) -> Word {
    guard place >= 0, place <= bytes.count - MemoryLayout<Word>.size else {
      throw refusal(.outOfBuffer, at: max(0, min(place, bytes.count)))
    }
    let word = bytes.span.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: Word.self)
    return Word(littleEndian: word)
  }

  /// Follows an unsigned offset; the target lies behind it.
  func target(of slot: Int) throws(FlatGeobufError) -> Int {
    let distance = Int(try load(UInt32.self, at: slot))
    guard distance >= 4, distance <= bytes.count - slot else {
      throw refusal(.outOfBuffer, at: slot)
    }
    return slot + distance
  }

  /// The table that the buffer is about.
  func root() throws(FlatGeobufError) -> FlatBufferTable { try table(at: try target(of: 0)) }

  /// The table at a place: its vtable is checked here, once.
  func table(at start: Int) throws(FlatGeobufError) -> FlatBufferTable {
    let distance = Int(Int32(bitPattern: try load(UInt32.self, at: start)))
    let vtable = start - distance
    let vtableSize = Int(try load(UInt16.self, at: vtable))
    let tableSize = Int(try load(UInt16.self, at: vtable + 2))
    guard vtableSize >= 4, vtableSize % 2 == 0, vtable + vtableSize <= bytes.count,
      tableSize >= 4, start + tableSize <= bytes.count
    else { throw refusal(.badVTable, at: vtable) }
    return FlatBufferTable(
      start: start, size: tableSize, vtable: vtable, fieldCount: (vtableSize - 4) / 2)
  }

  /// A vector's first element and count; the elements lie in the buffer.
  mutating func vector(
    at start: Int, elementSize: Int
  ) throws(FlatGeobufError) -> (first: Int, count: Int) {
    let count = Int(try load(UInt32.self, at: start))
    guard count <= (bytes.count - start - 4) / elementSize else {
      throw refusal(.outOfBuffer, at: start)
    }
    budget -= count * elementSize
    guard budget >= 0 else { throw refusal(.sharedTooOften, at: start) }
    return (start + 4, count)
  }

  /// A string, checked to be UTF-8.
  mutating func string(at start: Int) throws(FlatGeobufError) -> String {
    let (first, count) = try vector(at: start, elementSize: 1)
    return try text(first..<first + count)
  }

  /// Bytes of the buffer as text.
  func text(_ range: Range<Int>) throws(FlatGeobufError) -> String {
    guard let text = String(validating: bytes[range], as: UTF8.self) else {
      throw refusal(.notUTF8, at: range.lowerBound)
    }
    return text
  }
}

/// A table of a FlatBuffer with a checked vtable.
///
/// - Note: Source – FlatBuffers, "FlatBuffer Internals", section Tables: a field beyond the vtable
///   or with distance 0 is absent and has the schema's default.
struct FlatBufferTable {
  let start: Int
  let size: Int
  let vtable: Int
  let fieldCount: Int

  /// Where a field lies, or `nil` when it is absent.
  func place(
    of field: Int, width: Int, in buffer: FlatBuffer
  ) throws(FlatGeobufError) -> Int? {
    guard field < fieldCount else { return nil }
    let entry = vtable + 4 + 2 * field
    let distance = Int(try buffer.load(UInt16.self, at: entry))
    guard distance > 0 else { return nil }
    guard distance >= 4, distance <= size - width else {
      throw buffer.refusal(.badVTable, at: entry)
    }
    return start + distance
  }

  /// A scalar, or its default.
  func scalar<Word: FixedWidthInteger & BitwiseCopyable>(
    _ field: Int, default value: Word, in buffer: FlatBuffer
  ) throws(FlatGeobufError) -> Word {
    guard let place = try place(of: field, width: MemoryLayout<Word>.size, in: buffer) else {
      return value
    }
    return try buffer.load(Word.self, at: place)
  }

  /// The object that a field points to, or `nil` when it is absent.
  func object(_ field: Int, in buffer: FlatBuffer) throws(FlatGeobufError) -> Int? {
    guard let place = try place(of: field, width: 4, in: buffer) else { return nil }
    return try buffer.target(of: place)
  }

  /// A string, or `nil` when it is absent.
  func string(_ field: Int, in buffer: inout FlatBuffer) throws(FlatGeobufError) -> String? {
    guard let place = try object(field, in: buffer) else { return nil }
    return try buffer.string(at: place)
  }

  /// A vector, or `nil` when it is absent.
  func vector(
    _ field: Int, elementSize: Int, in buffer: inout FlatBuffer
  ) throws(FlatGeobufError) -> (first: Int, count: Int)? {
    guard let place = try object(field, in: buffer) else { return nil }
    return try buffer.vector(at: place, elementSize: elementSize)
  }
}
