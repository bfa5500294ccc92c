/// The shortest way of a terminal's cursor from one cell to another.
///
/// For a terminal in raw mode, where a line feed goes straight down. A way that counts from where the
/// cursor is needs to know that place; naming row and column (CUP) never does, and is taken where
/// nothing is shorter.
///
/// - Note: Source – ECMA-48 §8.3 (BS, CHA, CR, CUB, CUD, CUF, CUP, CUU, LF).
struct CursorMove {
  /// A cell, counted from 0.
  struct Place: Equatable {
    var column: Int
    var row: Int
  }

  /// Where a cursor is, as far as every terminal agrees on it.
  struct Known: Equatable {
    var column: Int?
    var row: Int?
  }

  /// Bytes of the way.
  let length: Int
  private let target: Place
  /// Rows downwards, then along the row; `nil` for both named at once.
  private let steps: (down: Int, along: Along)?

  /// Finds the way.
  ///
  /// - Parameters:
  ///   - start: Where the cursor is.
  ///   - target: Where it is to be.
  init(from start: Known, to target: Place) {
    self.target = target
    let named = Self.addressLength(target)
    guard let row = start.row else {
      (steps, length) = (nil, named)
      return
    }
    let down = target.row - row
    let along = Along.shortest(from: start.column, to: target.column)
    let relative = Self.verticalLength(down) + along.length
    (steps, length) = relative < named ? ((down, along), relative) : (nil, named)
  }

  /// Writes the sequences.
  func append(to bytes: inout [UInt8]) {
    guard let (down, along) = steps else {
      bytes += [0x1B, 0x5B]
      if target != Place(column: 0, row: 0) { Self.append(target.row + 1, to: &bytes) }
      if target.column > 0 {
        bytes.append(0x3B)
        Self.append(target.column + 1, to: &bytes)
      }
      bytes.append(UInt8(ascii: "H"))
      return
    }
    if down < 0 {
      Self.sequence(-down, "A", to: &bytes)
    } else if down > Self.mostLineFeeds {
      Self.sequence(down, "B", to: &bytes)
    } else {
      for _ in 0..<down { bytes.append(0x0A) }
    }
    along.append(to: &bytes)
  }

  /// From more rows on, CUD is no longer than as many line feeds.
  private static let mostLineFeeds = 3

  private static func addressLength(_ place: Place) -> Int {
    (place == Place(column: 0, row: 0) ? 3 : 3 + digits(place.row + 1))
      + (place.column > 0 ? 1 + digits(place.column + 1) : 0)
  }

  private static func verticalLength(_ down: Int) -> Int {
    if (0...mostLineFeeds).contains(down) { return down }
    return sequenceLength(abs(down))
  }

  fileprivate static func sequenceLength(_ number: Int) -> Int {
    number > 1 ? 3 + digits(number) : 3
  }

  /// A sequence with one parameter, which is left out where it is 1.
  fileprivate static func sequence(
    _ number: Int, _ final: Unicode.Scalar, to bytes: inout [UInt8]
  ) {
    bytes += [0x1B, 0x5B]
    if number > 1 { append(number, to: &bytes) }
    bytes.append(UInt8(ascii: final))
  }

  private static func digits(_ number: Int) -> Int { SymbolClusters.digits(number) }

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    if number > 9 { append(number / 10, to: &bytes) }
    bytes.append(UInt8(0x30 + number % 10))
  }
}

/// A way along a row.
private enum Along {
  case stay
  case right(Int)
  case left(Int)
  case backspaces(Int)
  /// To a column, counted from 0 (CHA).
  case named(Int)
  case start

  /// The shortest way; where the cursor's column is not known, one that names its own.
  static func shortest(from column: Int?, to wanted: Int) -> Along {
    if column == wanted { return .stay }
    if wanted == 0 { return .start }
    var best = Along.named(wanted)
    guard let column else { return best }
    for way in [
      column < wanted ? .right(wanted - column) : .left(column - wanted),
      column < wanted ? best : .backspaces(column - wanted),
    ] where way.length < best.length { best = way }
    return best
  }

  var length: Int {
    switch self {
    case .stay: 0
    case .right(let count), .left(let count): CursorMove.sequenceLength(count)
    case .backspaces(let count): count
    case .named(let column): CursorMove.sequenceLength(column + 1)
    case .start: 1
    }
  }

  func append(to bytes: inout [UInt8]) {
    switch self {
    case .stay: break
    case .right(let count): CursorMove.sequence(count, "C", to: &bytes)
    case .left(let count): CursorMove.sequence(count, "D", to: &bytes)
    case .backspaces(let count): for _ in 0..<count { bytes.append(0x08) }
    case .named(let column): CursorMove.sequence(column + 1, "G", to: &bytes)
    case .start: bytes.append(0x0D)
    }
  }
}
