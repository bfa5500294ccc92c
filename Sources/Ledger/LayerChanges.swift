import GRDB
import SimpleFeatures
import SpatialIndex

/// What an entry does to one layer's extent and spatial index.
///
/// The index takes a batch after its rows, in Hilbert order; past the limit the rows are too many
/// for one-by-one insertion, and the index is dropped until someone asks for it again, for a stale
/// one would answer wrongly.
struct LayerChanges {
  /// The most rows of one entry that the index follows.
  static let limit = 100_000

  let kind: RecordKind
  private let limit: Int
  /// Rows that the entry wrote, as they come: bulk input must not pay for a hash table.
  private var written: [LayerIndex.Row] = []
  /// What became of geometries since: they outweigh what was written.
  private var envelopes: [Int: Envelope?] = [:]
  private var extent: Envelope?
  private(set) var isTooLarge = false
  /// Whether the layer may have become smaller.
  private var mayShrink = false
  /// The layer's extent before the entry.
  private let before: Envelope?

  init(kind: RecordKind, limit: Int, in database: Database) throws {
    self.kind = kind
    self.limit = limit
    before = kind.isLayer ? try LayerExtent.stored(kind, in: database) : nil
  }

  /// Notes the geometry of a row that the entry writes.
  mutating func add(_ envelope: Envelope, ofNewRow fid: Int) {
    extent = LayerExtent.union(extent, envelope)
    guard !isTooLarge else { return }
    written.append(LayerIndex.Row(fid: fid, envelope: envelope))
    checkSize()
  }

  /// Notes that a row's geometry is another now, `nil` for none.
  mutating func set(_ envelope: Envelope?, forRow fid: Int) {
    extent = LayerExtent.union(extent, envelope)
    guard !isTooLarge else { return }
    envelopes[fid] = .some(envelope)
    checkSize()
  }

  private mutating func checkSize() {
    guard written.count + envelopes.count > limit else { return }
    isTooLarge = true
    written = []
    envelopes = [:]
  }

  /// Notes that a row goes or moves away from where it was.
  mutating func remove(_ envelope: Envelope?, ofRow fid: Int) {
    if !isTooLarge { envelopes[fid] = .some(nil) }
    guard let envelope else { return }
    mayShrink = mayShrink || LayerExtent.isOnEdge(envelope, of: LayerExtent.union(before, extent))
  }

  /// Notes that a row went and that even the extent must not tell where it was.
  mutating func loseExtent() { mayShrink = true }

  /// Whether any row's geometry came, moved or went.
  var isEmpty: Bool {
    written.isEmpty && envelopes.isEmpty && !isTooLarge && !mayShrink
  }

  /// Brings the index and the extent up to date.
  func finish(_ database: Database, recordedAt: String) throws {
    if try LayerIndex.exists(for: kind, in: database) {
      if isTooLarge {
        try database.execute(sql: LayerIndexSchema.drop(for: kind))
      } else {
        try LayerIndex.remove(envelopes.filter { $0.value == nil }.keys, of: kind, in: database)
        try LayerIndex.insert(indexed, for: kind, in: database)
      }
    }
    let whole =
      mayShrink
      ? try LayerExtent.computed(kind, in: database) : LayerExtent.union(before, extent)
    try LayerExtent.store(whole, of: kind, recordedAt: recordedAt, in: database)
  }

  private var indexed: [LayerIndex.Row] {
    written.filter { envelopes[$0.fid] == nil }
      + envelopes.compactMap { fid, envelope in
        envelope.map { LayerIndex.Row(fid: fid, envelope: $0) }
      }
  }
}
