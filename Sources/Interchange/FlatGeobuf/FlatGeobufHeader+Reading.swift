import SimpleFeatures

extension FlatGeobufHeader {
  /// The longest header taken.
  static let maximumBytes = 16 << 20

  /// Reads a header without its size prefix.
  ///
  /// - Throws: ``FlatGeobufError/refused(_:at:)``, also for a reference system other than ours.
  init(_ bytes: [UInt8], at fileOffset: Int) throws(FlatGeobufError) {
    var buffer = FlatBuffer(bytes, at: fileOffset)
    let table = try buffer.root()
    self.init(name: try table.string(Field.name, in: &buffer), columns: [])
    envelope = try Self.envelope(of: table, in: &buffer)
    let type = try table.scalar(Field.geometryType, default: 0 as UInt8, in: buffer)
    geometryType = GeometryType(rawValue: UInt32(type))
    guard type == 0 || geometryType != nil else {
      throw buffer.refusal(.geometry(.unknownType("FlatGeobuf type \(type)")), at: table.start)
    }
    hasAltitude = try table.scalar(Field.hasZ, default: 0 as UInt8, in: buffer) != 0
    columns = try FlatGeobufColumn.read(Field.columns, of: table, in: &buffer)
    let count = try table.scalar(Field.featuresCount, default: 0 as UInt64, in: buffer)
    guard let count = Int(exactly: count) else {
      throw buffer.refusal(.unexpectedEnd(.feature), at: table.start)
    }
    featureCount = count == 0 ? nil : count
    let nodeSize = Int(try table.scalar(Field.indexNodeSize, default: 16 as UInt16, in: buffer))
    guard nodeSize != 1 else { throw buffer.refusal(.badNodeSize(nodeSize), at: table.start) }
    indexNodeSize = nodeSize == 0 || count == 0 ? nil : nodeSize
    if let place = try table.object(Field.crs, in: buffer) {
      try Self.checkReferenceSystem(try buffer.table(at: place), in: &buffer)
    }
    title = try table.string(Field.title, in: &buffer)
    summary = try table.string(Field.description, in: &buffer)
    metadata = try table.string(Field.metadata, in: &buffer)
  }

  private static func envelope(
    of table: FlatBufferTable, in buffer: inout FlatBuffer
  ) throws(FlatGeobufError) -> Envelope? {
    let vector = try table.vector(Field.envelope, elementSize: 8, in: &buffer)
    guard let vector, vector.count >= 4 else { return nil }
    var edges: [Double] = []
    for edge in 0..<4 {
      edges.append(
        Double(bitPattern: try buffer.load(UInt64.self, at: vector.first + 8 * edge)))
    }
    // Four ordinates are x and y twice; with more dimensions the greatest follow the least.
    let half = vector.count / 2
    if half != 2 {
      for axis in 0..<2 {
        edges[2 + axis] = Double(
          bitPattern: try buffer.load(UInt64.self, at: vector.first + 8 * (half + axis)))
      }
    }
    guard edges.allSatisfy(\.isFinite) else { return nil }
    return Envelope(west: edges[0], south: edges[1], east: edges[2], north: edges[3])
  }

  private static func checkReferenceSystem(
    _ table: FlatBufferTable, in buffer: inout FlatBuffer
  ) throws(FlatGeobufError) {
    let organization = try table.string(0, in: &buffer) ?? "EPSG"
    let code = Int32(bitPattern: try table.scalar(1, default: 0 as UInt32, in: buffer))
    let text = try table.string(5, in: &buffer)
    let name = organization.uppercased()
    // 4979 is the same system with a height.
    let isOurs =
      name == "EPSG" && (code == 4326 || code == 4979)
      || name == "OGC" && (code == 84 || text == "CRS84")
      || code == 0 && text == nil
    guard isOurs else {
      throw buffer.refusal(
        .unsupportedReferenceSystem("\(organization):\(text ?? String(code))"), at: table.start)
    }
  }
}

extension FlatGeobufColumn {
  /// Columns are named by 16 bits in a feature.
  private static let maximumCount = 65_536

  fileprivate static func read(
    _ field: Int, of table: FlatBufferTable, in buffer: inout FlatBuffer
  ) throws(FlatGeobufError) -> [FlatGeobufColumn] {
    guard let vector = try table.vector(field, elementSize: 4, in: &buffer) else { return [] }
    guard vector.count <= maximumCount else {
      throw buffer.refusal(.tooManyColumns(vector.count), at: vector.first)
    }
    var columns: [FlatGeobufColumn] = []
    columns.reserveCapacity(vector.count)
    for ordinal in 0..<vector.count {
      let place = try buffer.target(of: vector.first + 4 * ordinal)
      columns.append(try FlatGeobufColumn(try buffer.table(at: place), in: &buffer))
    }
    return columns
  }

  private init(_ table: FlatBufferTable, in buffer: inout FlatBuffer) throws(FlatGeobufError) {
    guard let name = try table.string(Field.name, in: &buffer) else {
      throw buffer.refusal(.columnWithoutName, at: table.start)
    }
    let code = try table.scalar(Field.type, default: 0 as UInt8, in: buffer)
    guard let type = ValueType(rawValue: code) else {
      throw buffer.refusal(.unknownColumnType(code), at: table.start)
    }
    self.init(name: name, type: type)
    title = try table.string(Field.title, in: &buffer)
    summary = try table.string(Field.description, in: &buffer)
    isNullable = try table.scalar(Field.nullable, default: 1 as UInt8, in: buffer) != 0
    isUnique = try table.scalar(Field.unique, default: 0 as UInt8, in: buffer) != 0
    isPrimaryKey = try table.scalar(Field.primaryKey, default: 0 as UInt8, in: buffer) != 0
    metadata = try table.string(Field.metadata, in: &buffer)
  }
}
