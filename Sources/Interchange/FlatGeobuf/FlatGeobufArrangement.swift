import SimpleFeatures
import SpatialIndex

/// Collects the boxes and sizes of features, and gives the order and the index of a file of them.
///
/// The index stands before the features and holds where each begins, so sizes must be known first;
/// 40 bytes a feature are kept, and no feature.
struct FlatGeobufArrangement {
  private var boxes: [FlatGeobufBox] = []
  private var sizes: [Int] = []

  /// How many features were noted.
  var count: Int { boxes.count }

  /// The box round all of them.
  var bounds: FlatGeobufBox {
    var bounds = FlatGeobufBox.nothing
    for box in boxes { bounds.formUnion(box) }
    return bounds
  }

  /// Notes the next feature.
  ///
  /// - Parameters:
  ///   - box: Its box.
  ///   - size: Its bytes, size prefix and all.
  mutating func note(_ box: FlatGeobufBox, size: Int) {
    boxes.append(box)
    sizes.append(size)
  }

  /// The features in the order of the file: along the Hilbert curve, those without geometry last.
  ///
  /// - Returns: Every ordinal once, in the order of ``note(_:size:)``.
  /// - Complexity: O(*n*).
  func order() -> [Int] {
    let placed = boxes.indices.filter { !boxes[$0].isNothing }
    let envelopes = placed.compactMap { boxes[$0].envelope }
    // A box outside the world has no place on the curve; the index is right in any order.
    let curve = (try? HilbertCurve.order(of: envelopes)) ?? Array(envelopes.indices)
    return curve.map { placed[$0] } + boxes.indices.filter { boxes[$0].isNothing }
  }

  /// Hands over the index in pieces.
  ///
  /// - Parameters:
  ///   - order: As ``order()`` gave it.
  ///   - sink: Takes the pieces one after another.
  /// - Throws: What the sink throws.
  func writeIndex(inOrder order: [Int], to sink: ([UInt8]) throws -> Void) rethrows {
    guard count > 0 else { return }
    let index = FlatGeobufIndex(features: count, nodeSize: FlatGeobufIndex.usualNodeSize)
    let inner = innerBoxes(of: index, order)
    var piece: [UInt8] = []
    piece.reserveCapacity(Self.pieceBytes + FlatGeobufIndex.nodeBytes)
    func send(_ box: FlatGeobufBox, _ offset: Int) throws {
      for edge in [box.west, box.south, box.east, box.north] {
        withUnsafeBytes(of: edge.bitPattern.littleEndian) { piece.append(contentsOf: $0) }
      }
      withUnsafeBytes(of: UInt64(offset).littleEndian) { piece.append(contentsOf: $0) }
      if piece.count >= Self.pieceBytes {
        try sink(piece)
        piece.removeAll(keepingCapacity: true)
      }
    }
    for level in index.levels.indices.dropFirst().reversed() {
      for node in index.levels[level] {
        try send(inner[node], index.children(of: node, onLevel: level).lowerBound)
      }
    }
    var offset = 0
    for ordinal in order {
      try send(boxes[ordinal], offset)
      offset += sizes[ordinal]
    }
    try sink(piece)
  }

  private static let pieceBytes = 1 << 15

  /// The boxes of all nodes above the features.
  private func innerBoxes(of index: FlatGeobufIndex, _ order: [Int]) -> [FlatGeobufBox] {
    let leaves = index.levels[0]
    var inner = [FlatGeobufBox](repeating: .nothing, count: leaves.lowerBound)
    for level in index.levels.indices.dropFirst() {
      for node in index.levels[level] {
        for child in index.children(of: node, onLevel: level) {
          inner[node].formUnion(
            child >= leaves.lowerBound ? boxes[order[child - leaves.lowerBound]] : inner[child])
        }
      }
    }
    return inner
  }
}
