import SimpleFeatures

extension FlatGeobufHeader {
  /// The magic bytes: `fgb`, major version 3, `fgb`, patch 0.
  static let magic: [UInt8] = [0x66, 0x67, 0x62, 3, 0x66, 0x67, 0x62, 0]

  /// The magic bytes and the header with its size prefix.
  func encoded() -> [UInt8] {
    var builder = FlatBufferBuilder()
    builder.begin()
    let slots = layout
    let header = builder.table(slots, linkedAt: FlatBufferBuilder.rootSlot)
    builder.store(UInt8(geometryType?.rawValue ?? 0), at: header + slots[Field.geometryType])
    builder.store(hasAltitude ? 1 : 0 as UInt8, at: header + slots[Field.hasZ])
    builder.store(UInt64(clamping: featureCount ?? 0), at: header + slots[Field.featuresCount])
    builder.store(UInt16(clamping: indexNodeSize ?? 0), at: header + slots[Field.indexNodeSize])
    if let envelope {
      builder.vector(count: 4, elementSize: 8, linkedAt: header + slots[Field.envelope])
      for edge in [envelope.west, envelope.south, envelope.east, envelope.north] {
        builder.append(edge.bitPattern)
      }
    }
    let texts = [
      (Field.name, name), (Field.title, title), (Field.description, summary),
      (Field.metadata, metadata),
    ]
    for (field, text) in texts {
      if let text { builder.string(text, linkedAt: header + slots[field]) }
    }
    let first = builder.offsets(count: columns.count, linkedAt: header + slots[Field.columns])
    for (ordinal, column) in columns.enumerated() {
      column.append(to: &builder, linkedAt: first + 4 * ordinal)
    }
    appendReferenceSystem(to: &builder, linkedAt: header + slots[Field.crs])
    builder.finish()
    return Self.magic + builder.bytes
  }

  /// The fields of table Header by their number.
  enum Field {
    static let (name, envelope, geometryType, hasZ, columns) = (0, 1, 2, 3, 7)
    static let (featuresCount, indexNodeSize, crs, title) = (8, 9, 10, 11)
    static let (description, metadata) = (12, 13)
  }

  private var layout: FlatBufferLayout {
    FlatBufferLayout([
      name.map { _ in .offset }, envelope.map { _ in .offset }, .byte, .byte, nil, nil, nil,
      .offset, .long, .short, .offset, title.map { _ in .offset }, summary.map { _ in .offset },
      metadata.map { _ in .offset },
    ])
  }

  /// EPSG 4326, which the format keeps with longitude first.
  private func appendReferenceSystem(to builder: inout FlatBufferBuilder, linkedAt slot: Int) {
    let layout = FlatBufferLayout([.offset, .int, .offset])
    let table = builder.table(layout, linkedAt: slot)
    builder.store(4326 as Int32, at: table + layout[1])
    builder.string("EPSG", linkedAt: table + layout[0])
    builder.string("WGS 84", linkedAt: table + layout[2])
  }
}

extension FlatGeobufColumn {
  /// The fields of table Column by their number.
  enum Field {
    static let (name, type, title, description) = (0, 1, 2, 3)
    static let (nullable, unique, primaryKey, metadata) = (7, 8, 9, 10)
  }

  fileprivate func append(to builder: inout FlatBufferBuilder, linkedAt slot: Int) {
    let layout = FlatBufferLayout([
      .offset, .byte, title.map { _ in .offset }, summary.map { _ in .offset }, nil, nil, nil,
      .byte, .byte, .byte, metadata.map { _ in .offset },
    ])
    let table = builder.table(layout, linkedAt: slot)
    builder.store(type.rawValue, at: table + layout[Field.type])
    builder.store(isNullable ? 1 : 0 as UInt8, at: table + layout[Field.nullable])
    builder.store(isUnique ? 1 : 0 as UInt8, at: table + layout[Field.unique])
    builder.store(isPrimaryKey ? 1 : 0 as UInt8, at: table + layout[Field.primaryKey])
    builder.string(name, linkedAt: table + layout[Field.name])
    let texts = [(Field.title, title), (Field.description, summary), (Field.metadata, metadata)]
    for (field, text) in texts {
      if let text { builder.string(text, linkedAt: table + layout[field]) }
    }
  }
}
