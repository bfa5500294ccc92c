import SimpleFeatures

/// The packed Hilbert R-tree of a FlatGeobuf file: where its levels lie, and how it is written.
///
/// Nodes of 40 bytes: the least x and y, the greatest x and y, and an offset. The root comes first
/// and the features' own nodes last. The offset of a feature's node is that of the feature among
/// the features' bytes; that of any other is the number of its first child. A feature without a
/// geometry has the box that meets nothing, from plus to minus infinity.
///
/// - Note: Source – FlatGeobuf 3, `packedrtree`; after flatbush. GDAL 3.6 reads the same.
struct FlatGeobufIndex {
  /// Bytes a node.
  static let nodeBytes = 40
  /// Entries a node in files of ours, the format's default.
  static let usualNodeSize = 16

  /// Where each level lies among all nodes, the features' level first and the root's last.
  let levels: [Range<Int>]
  let nodeSize: Int

  /// All nodes.
  var nodeCount: Int { levels.first?.upperBound ?? 0 }
  /// The whole index.
  var byteCount: Int { nodeCount * Self.nodeBytes }

  /// Lays out an index.
  ///
  /// - Parameters:
  ///   - features: How many, at least 1 and few enough that 40 bytes for each can be counted.
  ///   - nodeSize: At least 2.
  init(features: Int, nodeSize: Int) {
    var counts = [features]
    while counts.count == 1 || counts[counts.count - 1] > 1 {
      counts.append((counts[counts.count - 1] + nodeSize - 1) / nodeSize)
    }
    var end = counts.reduce(0, +)
    levels = counts.map { count in
      end -= count
      return end..<end + count
    }
    self.nodeSize = nodeSize
  }

  /// The children of a node above the features' level.
  ///
  /// - Parameters:
  ///   - node: Its number among all.
  ///   - level: Its level, at least 1.
  /// - Returns: Their numbers.
  func children(of node: Int, onLevel level: Int) -> Range<Int> {
    let below = levels[level - 1]
    let first = below.lowerBound + (node - levels[level].lowerBound) * nodeSize
    return first..<min(first + nodeSize, below.upperBound)
  }
}

/// The box of an index node.
struct FlatGeobufBox: Equatable {
  var west = Double.infinity
  var south = Double.infinity
  var east = -Double.infinity
  var north = -Double.infinity

  /// The box that meets nothing.
  static let nothing = FlatGeobufBox()

  /// Whether a feature without geometry has it.
  var isNothing: Bool { west > east }

  mutating func formUnion(_ other: FlatGeobufBox) {
    west = min(west, other.west)
    south = min(south, other.south)
    east = max(east, other.east)
    north = max(north, other.north)
  }

  mutating func extend(to position: Position) {
    formUnion(
      FlatGeobufBox(
        west: position.longitude, south: position.latitude, east: position.longitude,
        north: position.latitude))
  }

  /// Whether two boxes share a position: touching counts, a box that is no number meets nothing.
  func meets(_ other: FlatGeobufBox) -> Bool {
    west <= other.east && other.west <= east && south <= other.north && other.south <= north
  }
}

extension FlatGeobufBox {
  /// The box of a geometry as it is written: plain least and greatest ordinates.
  init(of geometry: Geometry?) {
    geometry?.forEachPosition { extend(to: $0) }
  }

  /// The box as an envelope, or `nil` where it is that of nothing.
  var envelope: Envelope? {
    isNothing ? nil : Envelope(west: west, south: south, east: east, north: north)
  }
}
