public import Foundation
public import SimpleFeatures

/// Reads FlatGeobuf: the header, features one after another, and those in a box by the index.
///
/// The file may be hostile: lengths, offsets, vtables and index nodes are checked before they are
/// followed, nesting and sizes are bounded, and the error names the byte. One feature is in memory
/// at a time.
///
/// - Note: Source – FlatGeobuf 3: magic bytes, header, index, features, each with its size.
public struct FlatGeobufReader {
  /// What the file says of itself.
  public let header: FlatGeobufHeader
  private let source: RandomAccessBytes
  private let altitude: AltitudeRule
  private let index: FlatGeobufIndex?
  private let indexOffset: Int
  private let featuresOffset: Int
  private var offset: Int
  private var featuresRead = 0

  /// Opens a file and reads its header.
  ///
  /// - Parameters:
  ///   - url: The file.
  ///   - altitude: What is done with a third ordinate.
  /// - Throws: ``FlatGeobufError``.
  public init(
    reading url: URL, altitude: AltitudeRule = .refused
  ) throws(FlatGeobufError) {
    try self.init(try RandomAccessBytes(reading: url), altitude)
  }

  /// Reads a file in memory.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - altitude: What is done with a third ordinate.
  /// - Throws: ``FlatGeobufError``.
  public init(
    _ bytes: [UInt8], altitude: AltitudeRule = .refused
  ) throws(FlatGeobufError) {
    try self.init(.memory(bytes), altitude)
  }

  private init(
    _ source: RandomAccessBytes, _ altitude: AltitudeRule
  ) throws(FlatGeobufError) {
    self.source = source
    self.altitude = altitude
    let magic = try source.read(0..<8, .magic)
    guard magic[..<3] == FlatGeobufHeader.magic[..<3], magic[4..<7] == FlatGeobufHeader.magic[4..<7]
    else { throw .refused(.notFlatGeobuf, at: 0) }
    guard magic[3] == 3 else { throw .refused(.unsupportedVersion(magic[3]), at: 3) }
    let size = try source.readSize(at: 8, .header)
    guard size <= FlatGeobufHeader.maximumBytes else {
      throw .refused(
        .headerTooLong(bytes: size, limit: FlatGeobufHeader.maximumBytes), at: 8)
    }
    header = try FlatGeobufHeader(try source.read(12..<12 + size, .header), at: 12)
    indexOffset = 12 + size
    if let nodeSize = header.indexNodeSize, let count = header.featureCount {
      // Every feature has a node, so the count is checked before levels are laid out.
      guard count <= (source.count - indexOffset) / FlatGeobufIndex.nodeBytes else {
        throw .refused(.unexpectedEnd(.index), at: indexOffset)
      }
      let index = FlatGeobufIndex(features: count, nodeSize: nodeSize)
      guard index.byteCount <= source.count - indexOffset else {
        throw .refused(.unexpectedEnd(.index), at: indexOffset)
      }
      self.index = index
      featuresOffset = indexOffset + index.byteCount
    } else {
      index = nil
      featuresOffset = indexOffset
    }
    offset = featuresOffset
  }

  /// Whether boxes are answered by an index and not by reading everything.
  public var hasIndex: Bool { index != nil }

  /// The next feature in the order of the file, or `nil` after the last.
  ///
  /// - Throws: ``FlatGeobufError``; nothing can be read after.
  /// - Returns: `nil` at the end.
  public mutating func next() throws(FlatGeobufError) -> FlatGeobufFeature? {
    if let count = header.featureCount {
      guard featuresRead < count else { return nil }
    } else if offset == source.count {
      return nil
    }
    let (feature, end) = try feature(at: offset)
    offset = end
    featuresRead += 1
    return feature
  }

  /// The features whose boxes meet a box, in the order of the file.
  ///
  /// Without an index every feature is read; with one, only those found.
  ///
  /// - Parameter envelope: Degrees; it may cross the antimeridian.
  /// - Throws: ``FlatGeobufError``.
  /// - Returns: Features by their boxes, as the index knows them: a filter, to be tested exactly.
  /// - Complexity: O(log *n* + *k*) with an index, O(*n*) without.
  public func features(
    meeting envelope: Envelope
  ) throws(FlatGeobufError) -> [FlatGeobufFeature] {
    let boxes = FlatGeobufBox.plain(envelope)
    var found: [FlatGeobufFeature] = []
    if let index {
      var end = featuresOffset
      for offset in try offsets(meeting: boxes, in: index) {
        // Features do not overlap: many nodes cannot lead to the same bytes.
        guard offset >= end else { throw .refused(.badIndexNode, at: offset) }
        let feature: FlatGeobufFeature
        (feature, end) = try self.feature(at: offset)
        found.append(feature)
      }
      return found
    }
    var reader = self
    reader.offset = featuresOffset
    reader.featuresRead = 0
    while let feature = try reader.next() {
      let box = FlatGeobufBox(of: feature.geometry)
      if boxes.contains(where: box.meets) { found.append(feature) }
    }
    return found
  }

  private func feature(
    at offset: Int
  ) throws(FlatGeobufError) -> (feature: FlatGeobufFeature, end: Int) {
    let size = try source.readSize(at: offset, .feature)
    let start = offset + 4
    let bytes = try source.read(start..<start + size, .feature)
    let feature = try FlatGeobufFeature(bytes, at: start, header: header, altitude: altitude)
    return (feature, start + size)
  }

  /// Walks the index; each node must lead where the layout says, so no walk goes in a circle.
  private func offsets(
    meeting boxes: [FlatGeobufBox], in index: FlatGeobufIndex
  ) throws(FlatGeobufError) -> [Int] {
    var found: [Int] = []
    var open: [(nodes: Range<Int>, level: Int)] = [(0..<1, index.levels.count - 1)]
    while let (nodes, level) = open.popLast() {
      let start = indexOffset + nodes.lowerBound * FlatGeobufIndex.nodeBytes
      let bytes = try source.read(
        start..<start + nodes.count * FlatGeobufIndex.nodeBytes, .index)
      let buffer = FlatBuffer(bytes, at: start)
      for (entry, node) in nodes.enumerated() {
        let place = entry * FlatGeobufIndex.nodeBytes
        let box = try FlatGeobufBox(at: place, in: buffer)
        guard boxes.contains(where: box.meets) else { continue }
        let target = try buffer.load(UInt64.self, at: place + 32)
        if level == 0 {
          guard target < UInt64(source.count - featuresOffset) else {
            throw buffer.refusal(.badIndexNode, at: place + 32)
          }
          found.append(featuresOffset + Int(target))
        } else {
          let children = index.children(of: node, onLevel: level)
          guard target == UInt64(children.lowerBound) else {
            throw buffer.refusal(.badIndexNode, at: place + 32)
          }
          open.append((children, level - 1))
        }
      }
    }
    return found.sorted()
  }
}

extension FlatGeobufBox {
  fileprivate init(at place: Int, in buffer: FlatBuffer) throws(FlatGeobufError) {
    self.init(
      west: Double(bitPattern: try buffer.load(UInt64.self, at: place)),
      south: Double(bitPattern: try buffer.load(UInt64.self, at: place + 8)),
      east: Double(bitPattern: try buffer.load(UInt64.self, at: place + 16)),
      north: Double(bitPattern: try buffer.load(UInt64.self, at: place + 24)))
  }

  /// A box as one or, across the antimeridian, two that do not cross it.
  fileprivate static func plain(_ envelope: Envelope) -> [FlatGeobufBox] {
    func box(_ west: Double, _ east: Double) -> FlatGeobufBox {
      FlatGeobufBox(west: west, south: envelope.south, east: east, north: envelope.north)
    }
    return envelope.crossesAntimeridian
      ? [box(envelope.west, 180), box(-180, envelope.east)] : [box(envelope.west, envelope.east)]
  }
}
