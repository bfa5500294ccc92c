import JSONText

/// What a check of an archive found.
public struct ArchiveVerification: Sendable {
  /// One broken rule.
  public struct Problem: Hashable, Sendable {
    /// The rule.
    public let fault: ArchiveFault
    /// The byte of the file, counted from 0.
    public let offset: UInt64
  }

  /// Every broken rule found, in the order of the file's reading; empty for a sound archive.
  public private(set) var problems: [Problem] = []
  /// How many problems more there were than are listed.
  public private(set) var unlistedProblems = 0
  /// How many tiles the directories hold, runs counted out.
  public private(set) var addressedTiles: UInt64 = 0
  /// How many entries stand for tiles.
  public private(set) var tileEntries: UInt64 = 0
  /// How many contents differ by where they lie.
  public private(set) var tileContents: UInt64 = 0
  /// How many features the contents hold together, each content counted once.
  public private(set) var features = 0

  /// Problems that are listed at most: one fault may repeat in every tile.
  static let listLimit = 1_000

  /// Checks an archive against every rule of the format, and vector tiles against those of theirs.
  ///
  /// - Parameter reader: Its bytes.
  /// - Complexity: O(*n* log *n* + *b*), *n* entries, *b* bytes unpacked.
  public init(of reader: any RangeReader) {
    do {
      let archive = try PMTilesArchive(reader)
      checkHeader(archive.header, of: reader.byteCount)
      let layers = layerNames(archive)
      checkTiles(of: archive, layers: layers)
    } catch {
      record(error)
    }
  }

  private mutating func record(_ fault: ArchiveFault, at offset: UInt64) {
    guard problems.count < Self.listLimit else {
      unlistedProblems += 1
      return
    }
    problems.append(Problem(fault: fault, offset: offset))
  }

  /// Records what reading threw; only faults of an archive come out of it, and a file that fails.
  private mutating func record(_ error: TilesError) {
    switch error {
    case .archive(let fault, let offset): record(fault, at: offset)
    case .unreadable(_, let number): record(.unreadable(errorNumber: number), at: 0)
    // Tiles are decoded apart, and nothing is written or projected here.
    case .vectorTile, .unwritable, .outsideWorld, .noSuchZoom: break
    }
  }

  private mutating func checkHeader(_ header: PMTilesHeader, of byteCount: UInt64) {
    let zooms = [header.minimumZoom, header.centerZoom, header.maximumZoom]
    if zooms != zooms.sorted() || header.maximumZoom > UInt8(TileAddress.maximumZoom) {
      record(
        .badZooms(
          minimum: header.minimumZoom, maximum: header.maximumZoom, center: header.centerZoom),
        at: 100)
    }
    if !header.hasGoodBounds { record(.badBounds, at: 102) }
    if header.tileType == .unknown { record(.badTileType(0), at: 99) }
    let sections: [(ArchiveFault.Section, PMTilesHeader.Section)] = [
      (.root, header.root), (.metadata, header.metadata), (.leaves, header.leaves),
      (.tiles, header.tiles),
    ]
    var free = UInt64(PMTilesHeader.byteCount)
    for (name, section) in sections.sorted(by: { $0.1.offset < $1.1.offset }) {
      let (end, overflows) = section.offset.addingReportingOverflow(section.length)
      guard !overflows, end <= byteCount else {
        record(.sectionOutsideFile(name), at: section.offset)
        continue
      }
      guard section.length > 0 else { continue }
      if section.offset < free { record(.sectionsOverlap(name), at: section.offset) }
      free = max(free, end)
    }
    let rootEnd = header.root.offset.addingReportingOverflow(header.root.length)
    if rootEnd.overflow || rootEnd.partialValue > PMTilesHeader.rootLimit {
      record(.rootTooFar, at: header.root.offset)
    }
  }

  /// The layers that the metadata lists; `nil` where that cannot be told.
  private mutating func layerNames(_ archive: PMTilesArchive) -> Set<String>? {
    let offset = archive.header.metadata.offset
    do {
      let metadata = try archive.metadata()
      guard archive.header.tileType == .mvt else { return nil }
      guard let layers = metadata["vector_layers"]?.array else {
        record(.metadataLacks("no vector_layers"), at: offset)
        return nil
      }
      var names: Set<String> = []
      for layer in layers {
        guard let id = layer.object?["id"]?.string, layer.object?["fields"]?.object != nil else {
          record(.metadataLacks("a vector layer without id or fields"), at: offset)
          continue
        }
        if !names.insert(id).inserted {
          record(.metadataLacks("vector layer \"\(id)\" listed twice"), at: offset)
        }
      }
      return names
    } catch {
      record(error)
      return nil
    }
  }

  private mutating func checkTiles(of archive: PMTilesArchive, layers: Set<String>?) {
    var entries: [PMTilesEntry] = []
    do {
      try archive.forEachEntry { entries.append($0) }
    } catch {
      record(error)
      return
    }
    checkCounts(of: entries, archive.header)
    checkOrder(of: entries, archive.header)
    var seen: Set<[UInt64]> = []
    for entry in entries where seen.insert([entry.offset, UInt64(entry.length)]).inserted {
      checkContent(of: entry, in: archive, layers: layers)
    }
  }

  private mutating func checkCounts(of entries: [PMTilesEntry], _ header: PMTilesHeader) {
    addressedTiles = entries.reduce(0) { $0 + UInt64($1.runLength) }
    tileEntries = UInt64(entries.count)
    tileContents = UInt64(Set(entries.map { [$0.offset, UInt64($0.length)] }).count)
    let counts: [(ArchiveFault.Count, UInt64, UInt64, UInt64)] = [
      (.addressed, header.addressedTiles, addressedTiles, 72),
      (.entries, header.tileEntries, tileEntries, 80),
      (.contents, header.tileContents, tileContents, 88),
    ]
    // 0 stands for a number that was not known when the archive was written.
    for (name, stated, found, offset) in counts where stated != 0 && stated != found {
      record(.wrongCount(name, stated: stated, found: found), at: offset)
    }
    guard let first = entries.first, let last = entries.last, let low = TileID(first.tileID),
      let high = TileID(last.tileID + UInt64(last.runLength) - 1)
    else { return }
    let (lowest, highest) = (low.address.zoom, high.address.zoom)
    if lowest != Int(header.minimumZoom) || highest != Int(header.maximumZoom) {
      record(.wrongZooms(minimum: lowest, maximum: highest), at: 100)
    }
  }

  /// In order means: each content begins where the last new one ended, or was there before.
  private mutating func checkOrder(of entries: [PMTilesEntry], _ header: PMTilesHeader) {
    guard header.isClustered else { return }
    var end: UInt64 = 0
    for entry in entries {
      if entry.offset == end {
        end = entry.offset &+ UInt64(entry.length)
      } else if entry.offset > end {
        record(.notClustered, at: header.tiles.offset)
        return
      }
    }
  }

  private mutating func checkContent(
    of entry: PMTilesEntry, in archive: PMTilesArchive, layers: Set<String>?
  ) {
    let offset = archive.header.tiles.offset.addingReportingOverflow(entry.offset).0
    do {
      let bytes = try archive.bytes(of: entry)
      guard archive.header.tileType == .mvt, let tile = TileID(entry.tileID)?.address else {
        return
      }
      let content = try VectorTile(decoding: bytes)
      for layer in content.layers {
        features += layer.features.count
        if let layers, !layers.contains(layer.name) {
          record(.undeclaredLayer(tile, layer.name), at: offset)
        }
      }
    } catch {
      if case .vectorTile(let fault, let inside) = error, let tile = TileID(entry.tileID)?.address {
        record(.badTile(tile, fault, offset: inside), at: offset)
      } else {
        record(error)
      }
    }
  }
}

extension ArchiveVerification.Problem: CustomStringConvertible {
  /// One line: the code, the byte and what is wrong.
  public var description: String { "\(fault.code) at byte \(offset): \(fault)" }
}
