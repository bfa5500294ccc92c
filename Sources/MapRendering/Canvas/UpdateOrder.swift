/// An order of the pieces of an update in which moving the cursor and changing the style between
/// them takes few bytes.
///
/// From each piece to the one that is nearest in bytes, then pieces and short runs of them are put
/// elsewhere for as long as that is shorter.
///
/// - Note: Source – Or, *Traveling Salesman-Type Combinatorial Problems*, 1976 (the moves): they keep
///   the direction of a run, as they must where the way back has another length.
struct UpdateOrder {
  /// What the order of a piece depends on.
  struct Stop {
    /// Where it begins.
    let start: CursorMove.Place
    /// Where it leaves the cursor.
    let end: CursorMove.Known
    /// Whether it begins with a blank, which shows no ink.
    let isBlank: Bool
    /// The style in which it begins.
    let first: CellStyle
    /// The style in which it ends.
    let last: CellStyle
  }

  /// Pieces in a run that is put elsewhere, at most.
  private static let mostMoved = 5
  /// Rounds of moving at most.
  private static let mostRounds = 12

  /// The places of the pieces, in the order found.
  private(set) var places: [Int]
  private let count: Int
  /// Bytes from the end of one piece, or from the beginning of all, to the start of another.
  private let lengths: [UInt8]

  /// Looks for an order.
  ///
  /// - Parameters:
  ///   - stops: The pieces.
  ///   - encoder: One before all of them.
  /// - Complexity: O(*p*²) in the pieces.
  init(_ stops: [Stop], from encoder: UpdateEncoder) {
    count = stops.count
    lengths = Self.lengths(stops, from: encoder)
    places = []
    places.reserveCapacity(count)
    chain()
    for _ in 0..<Self.mostRounds {
      guard improve() else { break }
    }
  }

  /// The lengths of all ways, row by row: from each piece, then from the beginning.
  private static func lengths(_ stops: [Stop], from encoder: UpdateEncoder) -> [UInt8] {
    // Few styles differ: changing between them is worked out once for each pair.
    var (firsts, lasts): ([Stop], [CellStyle]) = ([], [])
    let starts = stops.map { stop in
      if let known = firsts.firstIndex(where: {
        $0.isBlank == stop.isBlank && $0.first.background == stop.first.background
          && (stop.isBlank || $0.first.ink == stop.first.ink)
      }) {
        return known
      }
      firsts.append(stop)
      return firsts.count - 1
    }
    let ends = (stops.map(\.last) + [encoder.style]).map { style in
      if let known = lasts.firstIndex(of: style) { return known }
      lasts.append(style)
      return lasts.count - 1
    }
    let changes = lasts.flatMap { last in
      firsts.map { encoder.length(from: last, to: $0.first, isBlank: $0.isBlank) }
    }
    var lengths: [UInt8] = []
    lengths.reserveCapacity(ends.count * starts.count)
    for (index, end) in ends.enumerated() {
      let cursor = index < stops.count ? stops[index].end : encoder.cursor
      for (stop, start) in zip(stops, starts) {
        let length =
          CursorMove(from: cursor, to: stop.start).length + changes[end * firsts.count + start]
        lengths.append(UInt8(clamping: length))
      }
    }
    return lengths
  }

  /// Bytes from one place in the order to another: from the beginning before the first, none behind
  /// the last.
  @inline(__always)
  private func length(_ from: Int, _ to: Int) -> Int {
    guard to < count else { return 0 }
    return Int(lengths[(from < 0 ? count : places[from]) * count + places[to]])
  }

  /// From each piece to the nearest one that is left.
  private mutating func chain() {
    var left = Array(0..<count)
    var row = count
    while !left.isEmpty {
      var best = (place: 0, length: UInt8.max)
      for (place, index) in left.enumerated() where lengths[row * count + index] < best.length {
        best = (place, lengths[row * count + index])
      }
      row = left.remove(at: best.place)
      places.append(row)
    }
  }

  /// Puts runs elsewhere where that is shorter.
  ///
  /// - Returns: Whether anything was moved.
  private mutating func improve() -> Bool {
    var hasMoved = false
    for size in 1...Self.mostMoved where size < count {
      for start in 0...count - size where move(start..<start + size) { hasMoved = true }
    }
    return hasMoved
  }

  private mutating func move(_ run: Range<Int>) -> Bool {
    let (before, first, last, after) = (
      run.lowerBound - 1, run.lowerBound, run.upperBound - 1, run.upperBound
    )
    let won = length(before, first) + length(last, after) - length(before, after)
    guard won > 0 else { return false }
    var best = (gap: 0, gain: 0)
    // A gap is named by the place behind it.
    for gap in 0...count where gap < first || gap > after {
      let lost = length(gap - 1, first) + length(last, gap) - length(gap - 1, gap)
      if won - lost > best.gain { best = (gap, won - lost) }
    }
    guard best.gain > 0 else { return false }
    let moved = places[run]
    places.removeSubrange(run)
    places.insert(contentsOf: moved, at: best.gap > first ? best.gap - run.count : best.gap)
    return true
  }
}
