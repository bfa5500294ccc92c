/// Runs the command integers of one geometry and holds them to the rules of its type.
///
/// - Note: Source – MVT 2.1 §4.3.
struct GeometryDecoder {
  /// The first integer of the command in hand, for the place of a fault.
  private(set) var commandIndex = 0
  private let integers: [UInt32]
  private let holdsWinding: Bool
  private var index = 0
  private var x: Int64 = 0
  private var y: Int64 = 0

  init(_ integers: [UInt32], holdsWinding: Bool) {
    self.integers = integers
    self.holdsWinding = holdsWinding
  }

  /// The geometry of a type: 0 unknown, 1 points, 2 lines, 3 polygons.
  mutating func geometry(ofType type: UInt64) throws(VectorTileFault) -> TileGeometry {
    switch type {
    case 1: .points(try points())
    case 2: .lines(try lines())
    case 3: .polygons(try polygons())
    default: .unknown(integers)
    }
  }

  private mutating func points() throws(VectorTileFault) -> [TilePoint] {
    guard let points = try run(.moveTo, counts: 1...), index == integers.count else {
      throw try outOfPlace()
    }
    return points
  }

  private mutating func lines() throws(VectorTileFault) -> [[TilePoint]] {
    var lines: [[TilePoint]] = []
    repeat { lines.append(try path(counts: 1...)) } while index < integers.count
    return lines
  }

  private mutating func polygons() throws(VectorTileFault) -> [TilePolygon] {
    var polygons: [TilePolygon] = []
    var exteriorSign: Int64 = 1
    repeat {
      let start = index
      let ring = try path(counts: 2...)
      guard try run(.closePath, counts: 1...1) != nil else { throw try outOfPlace() }
      let area = TileRing.doubledArea(ring).signum()
      commandIndex = start
      guard ring.first != ring.last else { throw .repeatedPoint }
      if polygons.isEmpty {
        guard area >= 0 || !holdsWinding else { throw .holeWithoutExterior }
        exteriorSign = area < 0 ? -1 : 1
      }
      if polygons.isEmpty || area == exteriorSign {
        polygons.append(TilePolygon(exteriorRing: ring))
      } else {
        polygons[polygons.count - 1].interiorRings.append(ring)
      }
    } while index < integers.count
    return polygons
  }

  /// A MoveTo of one and the LineTo behind it.
  private mutating func path(
    counts: PartialRangeFrom<UInt32>
  ) throws(VectorTileFault) -> [TilePoint] {
    guard let start = try run(.moveTo, counts: 1...1),
      let rest = try run(.lineTo, counts: counts)
    else { throw try outOfPlace() }
    return start + rest
  }

  /// Runs the next command; `nil` when it is another one or not so many times as allowed.
  private mutating func run(
    _ wanted: TileCommand, counts: some RangeExpression<UInt32>
  ) throws(VectorTileFault) -> [TilePoint]? {
    guard let (command, count) = try next(), command == wanted, counts.contains(count) else {
      return nil
    }
    index += 1
    guard command != .closePath else { return [] }
    guard Int(count) <= (integers.count - index) / 2 else {
      throw .parametersMissing(command, count: count)
    }
    var points: [TilePoint] = []
    points.reserveCapacity(Int(count))
    for _ in 0..<count {
      let deltaX = ProtobufWriter.unzigzag(UInt64(integers[index]))
      let deltaY = ProtobufWriter.unzigzag(UInt64(integers[index + 1]))
      guard command != .lineTo || deltaX != 0 || deltaY != 0 else { throw .repeatedPoint }
      (x, y) = (x + deltaX, y + deltaY)
      // −2³¹ is no parameter of the format, but 32 bits hold it as a point.
      guard deltaX > Int64(Int32.min), deltaY > Int64(Int32.min),
        let column = Int32(exactly: x), let row = Int32(exactly: y)
      else { throw .pointOutOfRange }
      points.append(TilePoint(x: column, y: row))
      index += 2
    }
    return points
  }

  /// The command in hand, not yet run; `nil` at the end.
  private mutating func next() throws(VectorTileFault) -> (TileCommand, UInt32)? {
    commandIndex = index
    guard index < integers.count else { return nil }
    guard let command = TileCommand(rawValue: integers[index] & 7) else {
      throw .unknownCommand(integers[index] & 7)
    }
    return (command, integers[index] >> 3)
  }

  private mutating func outOfPlace() throws(VectorTileFault) -> VectorTileFault {
    guard let (command, count) = try next() else { return .endsEarly }
    return .commandOutOfPlace(command, count: count)
  }
}
