import JSONText

/// Cuts a stream of GeoJSON into features, whatever its size and framing.
///
/// Bytes are fed as they come, features are taken out one by one; memory holds the longest feature
/// and one piece of the stream. A FeatureCollection, features line by line or one after another, and
/// text sequences are told apart by themselves.
///
/// - Note: Source – RFC 7946 §3.3; RFC 8142 for text sequences, where everything up to the next
///   separator is one record.
public struct FeatureSplitter {
  /// How the features are set apart; `nil` until the stream has shown it.
  public private(set) var framing: FeatureFraming?

  private enum State {
    case opening
    case head(CollectionHead)
    case between(isFirst: Bool, isAfterComma: Bool)
    case element(JSONNesting)
    case tail(JSONNesting)
    case closed
    case records
    case value(JSONNesting)
  }

  private let limit: Int
  private var state = State.opening
  private var buffer: [UInt8] = []
  /// Where in the stream the buffer starts.
  private var bufferOffset = 0
  /// The first byte that was not handed out.
  private var start = 0
  /// The first byte that was not looked at.
  private var cursor = 0
  private var isLast = false
  private var count = 0
  private var space: [UInt8] = []
  private var envelope: [UInt8] = []
  private var headCount = 0

  /// Makes a splitter at the start of a stream.
  ///
  /// - Parameter limit: Bytes of one feature, and of all that stands round the features, at most.
  public init(limit: Int = 1 << 26) { self.limit = limit }

  /// Adds the next bytes of the stream.
  ///
  /// - Parameter bytes: As many as there are.
  public mutating func feed(_ bytes: [UInt8]) {
    if start > 0 {
      buffer.removeSubrange(..<start)
      bufferOffset += start
      cursor -= start
      start = 0
    }
    buffer += bytes
  }

  /// Says that no more bytes will come.
  public mutating func finish() { isLast = true }

  /// The next feature or the next part of the collection round them.
  ///
  /// - Returns: `nil` when more bytes must be fed first, or at the end after ``finish()``.
  /// - Throws: ``FeatureStreamError``; nothing can be read after.
  /// - Complexity: O(*n*), *n* bytes, over the whole stream.
  public mutating func next() throws(FeatureStreamError) -> FeatureStreamPiece? {
    while true {
      let step = try advance()
      switch step {
      case .piece(let piece): return piece
      case .again: continue
      case .starved:
        guard buffer.count - start <= limit else {
          throw .tooLong(limit: limit, offset: bufferOffset + start)
        }
        return nil
      }
    }
  }

  private enum Step {
    case piece(FeatureStreamPiece)
    case again
    case starved
  }

  private mutating func advance() throws(FeatureStreamError) -> Step {
    switch state {
    case .opening: return try open()
    case .head(let head): return try readHead(head)
    case .between(let isFirst, let isAfterComma):
      return try readBetween(isFirst: isFirst, isAfterComma: isAfterComma)
    case .element(let nesting): return try readElement(nesting)
    case .tail(let nesting): return try readTail(nesting)
    case .closed:
      guard let byte = skipSpace() else { return .starved }
      throw .unexpectedByte(byte, offset: bufferOffset + cursor)
    case .records: return try readRecord()
    case .value(let nesting): return try readValue(nesting)
    }
  }
}

// The start of the stream, and sequences.
extension FeatureSplitter {
  private mutating func open() throws(FeatureStreamError) -> Step {
    if bufferOffset + cursor == 0 {
      guard buffer.count >= 3 || isLast else { return .starved }
      if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { cursor = 3 }
    }
    guard let byte = skipSpace() else { return .starved }
    switch byte {
    case Self.separator:
      framing = .separated
      start = cursor
      state = .records
    case UInt8(ascii: "{"): state = .head(CollectionHead())
    default: throw .unexpectedByte(byte, offset: bufferOffset + cursor)
    }
    return .again
  }

  private mutating func readHead(_ head: CollectionHead) throws(FeatureStreamError) -> Step {
    var head = head
    let bytes = buffer
    switch head.find(in: bytes.span, from: cursor) {
    case nil:
      cursor = buffer.count
      state = .head(head)
      guard !isLast else { throw .unexpectedEnd(offset: bufferOffset + cursor) }
      return .starved
    case .features(let end):
      framing = .collection
      state = .between(isFirst: true, isAfterComma: true)
      envelope = Array(buffer[start..<end])
      headCount = envelope.count
      start = end
      cursor = end
      return .piece(.opening(envelope))
    case .end(let end):
      let first = bytes[start..<end].firstIndex(of: UInt8(ascii: "{")) ?? start
      let isOneLine = !bytes[first..<end].contains(0x0A)
      framing = isOneLine ? .lines : .values
      state = .records
      return .piece(.feature(takeRecord(first..<end, next: end)))
    }
  }

  private mutating func readRecord() throws(FeatureStreamError) -> Step {
    guard framing != .values else {
      guard let byte = skipSpace() else { return .starved }
      guard byte == UInt8(ascii: "{") else {
        throw .unexpectedByte(byte, offset: bufferOffset + cursor)
      }
      start = cursor
      state = .value(JSONNesting())
      return .again
    }
    let end = framing == .lines ? 0x0A : Self.separator
    guard let stop = buffer[cursor...].firstIndex(of: end) else {
      cursor = buffer.count
      guard isLast, start < cursor else { return .starved }
      return takeTrimmed(start..<cursor, next: cursor)
    }
    return takeTrimmed(start..<stop, next: stop + 1)
  }

  /// Takes a record without the white space round it; one of nothing else is passed over.
  private mutating func takeTrimmed(_ range: Range<Int>, next: Int) -> Step {
    let first = buffer[range].firstIndex { !Self.isSpace($0) }
    let last = buffer[range].lastIndex { !Self.isSpace($0) }
    guard let first, let last else {
      start = next
      cursor = next
      return .again
    }
    return .piece(.feature(takeRecord(first..<last + 1, next: next)))
  }

  private mutating func readValue(_ nesting: JSONNesting) throws(FeatureStreamError) -> Step {
    var nesting = nesting
    let bytes = buffer
    guard let end = nesting.end(in: bytes.span, from: cursor) else {
      cursor = buffer.count
      state = .value(nesting)
      guard !isLast else { throw .unexpectedEnd(offset: bufferOffset + cursor) }
      return .starved
    }
    state = .records
    return .piece(.feature(takeRecord(start..<end, next: end)))
  }
}

// Collections.
extension FeatureSplitter {
  private mutating func readBetween(
    isFirst: Bool, isAfterComma: Bool
  ) throws(FeatureStreamError) -> Step {
    guard let byte = skipSpace() else {
      guard !isLast else { throw .unexpectedEnd(offset: bufferOffset + cursor) }
      return .starved
    }
    switch byte {
    case UInt8(ascii: "{") where isAfterComma:
      space = Array(buffer[start..<cursor])
      start = cursor
      state = .element(JSONNesting())
    case UInt8(ascii: ",") where !isAfterComma:
      cursor += 1
      start = cursor
      state = .between(isFirst: false, isAfterComma: true)
    case UInt8(ascii: "]") where isFirst || !isAfterComma:
      cursor += 1
      state = .tail(.insideOne)
    default: throw .unexpectedByte(byte, offset: bufferOffset + cursor)
    }
    return .again
  }

  private mutating func readElement(_ nesting: JSONNesting) throws(FeatureStreamError) -> Step {
    var nesting = nesting
    let bytes = buffer
    guard let end = nesting.end(in: bytes.span, from: cursor) else {
      cursor = buffer.count
      state = .element(nesting)
      guard !isLast else { throw .unexpectedEnd(offset: bufferOffset + cursor) }
      return .starved
    }
    state = .between(isFirst: false, isAfterComma: false)
    return .piece(.feature(takeRecord(start..<end, next: end)))
  }

  private mutating func readTail(_ nesting: JSONNesting) throws(FeatureStreamError) -> Step {
    var nesting = nesting
    let bytes = buffer
    guard let end = nesting.end(in: bytes.span, from: cursor) else {
      cursor = buffer.count
      state = .tail(nesting)
      guard !isLast else { throw .unexpectedEnd(offset: bufferOffset + cursor) }
      return .starved
    }
    let tail = Array(buffer[start..<end])
    try checkEnvelope(tail)
    start = end
    cursor = end
    state = .closed
    return .piece(.closing(tail))
  }

  /// Reads what stands round the features as the object that it is.
  private func checkEnvelope(_ tail: [UInt8]) throws(FeatureStreamError) {
    let object: JSONObject?
    do {
      object = try JSONValue(parsing: envelope + tail).object
    } catch {
      let isInTail = (error.offset ?? 0) >= headCount
      throw .json(
        isInTail ? error.moved(by: bufferOffset + start - headCount) : error, feature: nil)
    }
    let type = object?["type"]?.string
    guard type == "FeatureCollection" else { throw .notACollection(found: type ?? "no type") }
  }
}

// The buffer.
extension FeatureSplitter {
  private mutating func takeRecord(_ range: Range<Int>, next: Int) -> FeatureRecord {
    count += 1
    let record = FeatureRecord(
      index: count, offset: bufferOffset + range.lowerBound, space: space,
      bytes: Array(buffer[range]))
    space = []
    start = next
    cursor = next
    return record
  }

  /// Moves to the next byte that is no white space and returns it without taking it.
  private mutating func skipSpace() -> UInt8? {
    while cursor < buffer.count, Self.isSpace(buffer[cursor]) { cursor += 1 }
    return cursor < buffer.count ? buffer[cursor] : nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private static let separator: UInt8 = 0x1E
}
