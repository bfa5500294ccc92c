/// Finds the cells of one row in a buffer of bytes.
///
/// One pass, no copy: a quoted cell is a range without its quotes; cells that hold doubled quotes
/// are listed, so that the reader can close them up afterwards.
///
/// - Note: Source – RFC 4180 §2.
struct CSVScanner {
  /// The cells of the row scanned last.
  var cells: [Range<Int>] = []
  /// The ordinals of the cells with doubled quotes.
  var doubled: [Int] = []
  /// The first fault of the row.
  var fault: CSVFault.Reason?
  /// Line feeds inside quoted cells.
  var innerLineFeeds = 0
  /// All bytes of the row or-ed: the top bit tells whether it is ASCII.
  var mask: UInt8 = 0
  /// Where the next row starts.
  var next = 0

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D

  /// How a cell ends.
  private enum CellEnd {
    case comma, row, needsMore
  }

  /// Scans one row, or answers `false` when its end is not in the buffer yet.
  ///
  /// - Parameters:
  ///   - bytes: The buffer.
  ///   - start: The row's first byte.
  ///   - isLast: Whether the file ends with the buffer.
  /// - Returns: Whether the row is complete.
  mutating func scanRow(_ bytes: Span<UInt8>, from start: Int, isLast: Bool) -> Bool {
    cells.removeAll(keepingCapacity: true)
    doubled.removeAll(keepingCapacity: true)
    fault = nil
    innerLineFeeds = 0
    mask = 0
    next = start
    while true {
      let isQuoted = next < bytes.count && bytes[next] == Self.quote
      switch isQuoted ? scanQuoted(bytes, isLast) : scanPlain(bytes, from: next, isLast) {
      case .comma: continue
      case .row: return true
      case .needsMore: return false
      }
    }
  }

  private mutating func scanPlain(
    _ bytes: Span<UInt8>, from start: Int, _ isLast: Bool
  ) -> CellEnd {
    var index = next
    var seen: UInt8 = 0
    while index < bytes.count {
      let byte = bytes[index]
      seen |= byte
      if byte > Self.comma {
        index += 1
      } else if byte == Self.comma {
        return end(.comma, start..<index, next: index + 1, seen)
      } else if byte == Self.lineFeed {
        return end(.row, start..<index, next: index + 1, seen)
      } else if byte == Self.carriageReturn {
        if index + 1 < bytes.count, bytes[index + 1] == Self.lineFeed {
          return end(.row, start..<index, next: index + 2, seen)
        }
        if index + 1 >= bytes.count, !isLast { return .needsMore }
        note(.strayCarriageReturn(column: cells.count))
        index += 1
      } else {
        if byte == Self.quote { note(.strayQuote(column: cells.count)) }
        if byte == 0 { note(.zeroByte(offset: index)) }
        index += 1
      }
    }
    return isLast ? end(.row, start..<index, next: index, seen) : .needsMore
  }

  private mutating func scanQuoted(_ bytes: Span<UInt8>, _ isLast: Bool) -> CellEnd {
    let start = next + 1
    var index = start
    var seen: UInt8 = 0
    var hasDoubled = false
    while index < bytes.count {
      let byte = bytes[index]
      seen |= byte
      if byte == Self.quote {
        guard index + 1 < bytes.count, bytes[index + 1] == Self.quote else { break }
        hasDoubled = true
        index += 1
      } else if byte == Self.lineFeed {
        innerLineFeeds += 1
      } else if byte == 0 {
        note(.zeroByte(offset: index))
      }
      index += 1
    }
    if !isLast, index + 1 >= bytes.count { return .needsMore }
    if index >= bytes.count { note(.unterminatedQuote(column: cells.count)) }
    if hasDoubled { doubled.append(cells.count) }
    return endQuoted(bytes, start..<index, isLast, seen)
  }

  /// What follows a closing quote: a comma, the line's end, or a fault.
  private mutating func endQuoted(
    _ bytes: Span<UInt8>, _ cell: Range<Int>, _ isLast: Bool, _ seen: UInt8
  ) -> CellEnd {
    let after = cell.upperBound + 1
    guard after < bytes.count else { return end(.row, cell, next: bytes.count, seen) }
    switch bytes[after] {
    case Self.comma: return end(.comma, cell, next: after + 1, seen)
    case Self.lineFeed: return end(.row, cell, next: after + 1, seen)
    case Self.carriageReturn where after + 1 < bytes.count && bytes[after + 1] == Self.lineFeed:
      return end(.row, cell, next: after + 2, seen)
    case Self.carriageReturn where after + 1 >= bytes.count && !isLast: return .needsMore
    default:
      note(.textAfterQuote(column: cells.count))
      next = after
      mask |= seen
      return scanPlain(bytes, from: cell.lowerBound, isLast)
    }
  }

  private mutating func end(
    _ end: CellEnd, _ cell: Range<Int>, next: Int, _ seen: UInt8
  ) -> CellEnd {
    cells.append(cell)
    mask |= seen
    self.next = next
    return end
  }

  private mutating func note(_ reason: CSVFault.Reason) {
    if fault == nil { fault = reason }
  }
}
