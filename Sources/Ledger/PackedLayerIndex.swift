import GRDB
import SimpleFeatures

/// Fills an empty R-tree from its leaves up, as SQLite keeps it in three tables of its own.
///
/// Row by row SQLite looks for the best place of each, which costs several times what storing the
/// row does. Rows that come along the Hilbert curve need only be cut into full nodes.
///
/// - Note: Source – the layout of nodes is that of SQLite's `ext/rtree/rtree.c` ("Database Format
///   of R-Tree Tables"); packing is after I. Kamel and C. Faloutsos, On Packing R-trees, CIKM 1993.
struct PackedLayerIndex {
  /// An entry of a node: a row, or a node beneath.
  fileprivate struct Cell {
    let key: Int
    var west: Float
    var east: Float
    var south: Float
    var north: Float
  }

  private static let cellBytes = 24
  private static let headBytes = 4
  /// The number of the root, whatever the depth.
  private static let root = 1

  private let nodeBytes: Int
  private let node: PreparedStatement
  private let leafOfRow: PreparedStatement
  private let parentOfNode: PreparedStatement

  private var capacity: Int { (nodeBytes - Self.headBytes) / Self.cellBytes }

  /// Looks at a layer's index; `nil` when it holds anything or is not laid out as expected.
  init?(of kind: RecordKind, in database: Database) throws {
    let table = LayerIndexSchema.table(of: kind)
    let state = try PreparedStatement(
      """
      SELECT length(data), EXISTS (SELECT 1 FROM \(table)_rowid) FROM \(table)_node
      WHERE nodeno = \(Self.root)
      """, in: database)
    defer { state.reset() }
    guard try state.next(), state.integer(1) == 0 else { return nil }
    nodeBytes = state.integer(0)
    node = try PreparedStatement(
      "INSERT OR REPLACE INTO \(table)_node VALUES (?, ?)", in: database)
    leafOfRow = try PreparedStatement("INSERT INTO \(table)_rowid VALUES (?, ?)", in: database)
    parentOfNode = try PreparedStatement(
      "INSERT INTO \(table)_parent VALUES (?, ?)", in: database)
    guard (4...51).contains(capacity) else { return nil }
  }

  /// Fills the index.
  ///
  /// - Parameters:
  ///   - rows: The rows by ascending number.
  ///   - order: Their ordinals along the Hilbert curve.
  /// - Throws: What SQLite says.
  func fill(with rows: [LayerIndex.Row], along order: [Int]) throws {
    var cells = order.map { Cell(rows[$0]) }
    var leaves = [Int](repeating: Self.root, count: rows.count)
    var depth = 0
    var last = Self.root
    while cells.count > capacity {
      let parents = try writeLevel(cells, after: &last) { position, number in
        if depth == 0 {
          leaves[order[position]] = number
        } else {
          try link(parentOfNode, cells[position].key, to: number)
        }
      }
      cells = parents
      depth += 1
    }
    try write(cells[...], as: Self.root, depth: depth)
    if depth > 0 {
      for cell in cells { try link(parentOfNode, cell.key, to: Self.root) }
    }
    for (row, leaf) in zip(rows, leaves) { try link(leafOfRow, row.fid, to: leaf) }
  }

  /// Cuts a level into nodes of nearly equal size.
  private func writeLevel(
    _ cells: [Cell], after last: inout Int, _ belongs: (Int, Int) throws -> Void
  ) throws -> [Cell] {
    let count = (cells.count + capacity - 1) / capacity
    var parents: [Cell] = []
    parents.reserveCapacity(count)
    for ordinal in 0..<count {
      let part = cells.count * ordinal / count..<cells.count * (ordinal + 1) / count
      last += 1
      try write(cells[part], as: last, depth: 0)
      parents.append(Cell(holding: cells[part], key: last))
      for position in part { try belongs(position, last) }
    }
    return parents
  }

  private func link(_ statement: PreparedStatement, _ key: Int, to node: Int) throws {
    statement.bind(key, at: 1)
    statement.bind(node, at: 2)
    try statement.run()
  }

  /// Writes a node: the tree's depth, for the root, the number of cells, the cells; big-endian.
  private func write(_ cells: ArraySlice<Cell>, as number: Int, depth: Int) throws {
    var bytes = [UInt8](repeating: 0, count: nodeBytes)
    bytes.withUnsafeMutableBytes { bytes in
      bytes.storeBytes(of: UInt16(truncatingIfNeeded: depth).bigEndian, as: UInt16.self)
      bytes.storeBytes(
        of: UInt16(truncatingIfNeeded: cells.count).bigEndian, toByteOffset: 2, as: UInt16.self)
      var offset = Self.headBytes
      for cell in cells {
        bytes.storeBytes(of: Int64(cell.key).bigEndian, toByteOffset: offset, as: Int64.self)
        for (index, edge) in [cell.west, cell.east, cell.south, cell.north].enumerated() {
          bytes.storeBytes(
            of: edge.bitPattern.bigEndian, toByteOffset: offset + 8 + 4 * index, as: UInt32.self)
        }
        offset += Self.cellBytes
      }
    }
    node.bind(number, at: 1)
    node.bind(bytes, at: 2)
    try node.run()
  }
}

extension PackedLayerIndex.Cell {
  /// The box of a row, rounded outwards.
  init(_ row: LayerIndex.Row) {
    let box = LayerExtent.plain(row.envelope)
    key = row.fid
    west = box.west.roundedDown
    east = box.east.roundedUp
    south = box.south.roundedDown
    north = box.north.roundedUp
  }

  /// The box of a node's cells, of which there is at least one.
  init(holding cells: ArraySlice<Self>, key: Int) {
    self.key = key
    (west, east) = (.infinity, -.infinity)
    (south, north) = (.infinity, -.infinity)
    for cell in cells {
      west = min(west, cell.west)
      east = max(east, cell.east)
      south = min(south, cell.south)
      north = max(north, cell.north)
    }
  }
}

extension Double {
  /// The greatest number of single precision that is not above this one.
  fileprivate var roundedDown: Float {
    let near = Float(self)
    return Double(near) > self ? near.nextDown : near
  }

  /// The least number of single precision that is not below this one.
  fileprivate var roundedUp: Float {
    let near = Float(self)
    return Double(near) < self ? near.nextUp : near
  }
}
