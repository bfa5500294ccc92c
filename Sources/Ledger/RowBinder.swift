/// Binds a row's values from the first position on.
///
/// Short texts are copied into a buffer that outlives the step: left to itself SQLite would ask for
/// memory for each of them, which is a good part of what a row costs.
struct RowBinder: ColumnSink {
  private let statement: PreparedStatement
  private let buffer: BindingBuffer
  private var used = 0
  private(set) var position: Int32 = 1

  /// - Parameters:
  ///   - statement: The statement.
  ///   - buffer: Room that nothing else uses until the statement was run.
  init(_ statement: PreparedStatement, _ buffer: BindingBuffer) {
    self.statement = statement
    self.buffer = buffer
  }

  mutating func add(_ integer: Int?) {
    if let integer {
      statement.bind(integer, at: position)
    } else {
      statement.bindNull(at: position)
    }
    position += 1
  }

  mutating func add(_ real: Double?) {
    if let real { statement.bind(real, at: position) } else { statement.bindNull(at: position) }
    position += 1
  }

  mutating func add(_ text: String?) {
    defer { position += 1 }
    guard var text else { return statement.bindNull(at: position) }
    let isKept = text.withUTF8 { bytes in
      guard let kept = keep(UnsafeRawBufferPointer(bytes)) else { return false }
      statement.bind(borrowedText: kept.assumingMemoryBound(to: UInt8.self), at: position)
      return true
    }
    if !isKept { statement.bind(text, at: position) }
  }

  mutating func add(_ digest: LedgerDigest) {
    defer { position += 1 }
    let isKept = digest.withBytes { bytes in
      guard let kept = keep(bytes) else { return false }
      statement.bind(borrowedBlob: kept, at: position)
      return true
    }
    if !isKept { statement.bind(digest, at: position) }
  }

  /// UTF-8 that outlives the step.
  mutating func add(borrowedText bytes: UnsafeBufferPointer<UInt8>) {
    statement.bind(borrowedText: bytes, at: position)
    position += 1
  }

  mutating func add(blob bytes: [UInt8]?) {
    defer { position += 1 }
    guard let bytes else { return statement.bindNull(at: position) }
    let isKept = bytes.withUnsafeBytes { bytes in
      guard let kept = keep(bytes) else { return false }
      statement.bind(borrowedBlob: kept, at: position)
      return true
    }
    if !isKept { statement.bind(bytes, at: position) }
  }

  /// Copies bytes into the buffer; `nil` when they do not fit.
  private mutating func keep(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
    guard bytes.count <= buffer.room.count - used else { return nil }
    let place = UnsafeMutableRawBufferPointer(rebasing: buffer.room[used..<used + bytes.count])
    place.copyMemory(from: bytes)
    used += bytes.count
    return UnsafeRawBufferPointer(place)
  }
}

/// Room for the short values of one row.
final class BindingBuffer {
  let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 14, alignment: 16)

  deinit { room.deallocate() }
}
