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

  /// Notes a row's geometry, `nil` for none.
  mutating func set(_ envelope: Envelope?, forRow fid: Int) {
    extent = LayerExtent.union(extent, envelope)
    guard !isTooLarge, envelope != nil || envelopes[fid] != nil else { return }
    envelopes[fid] = .some(envelope)
    if envelopes.count > limit {
      isTooLarge = true
      envelopes = [:]
    }
  }

  /// Notes that a row goes or moves away from where it was.
  mutating func remove(_ envelope: Envelope?, ofRow fid: Int) {
    envelopes[fid] = nil
    guard let envelope else { return }
    mayShrink = mayShrink || LayerExtent.isOnEdge(envelope, of: LayerExtent.union(before, extent))
  }

  /// Notes that a row went and that even the extent must not tell where it was.
  mutating func loseExtent() { mayShrink = true }

  /// Whether any row's geometry came, moved or went.
  var isEmpty: Bool { envelopes.isEmpty && !isTooLarge && !mayShrink }

  /// Brings the index and the extent up to date.
  func finish(_ database: Database, recordedAt: String) throws {
    if try LayerIndex.exists(for: kind, in: database) {
      if isTooLarge {
        try database.execute(sql: LayerIndexSchema.drop(for: kind))
      } else {
        let rows = envelopes.compactMap { fid, envelope in
          envelope.map { LayerIndex.Row(fid: fid, envelope: $0) }
        }
        try LayerIndex.insert(rows, for: kind, in: database)
      }
    }
    let whole =
      mayShrink
      ? try LayerExtent.computed(kind, in: database) : LayerExtent.union(before, extent)
    try LayerExtent.store(whole, of: kind, recordedAt: recordedAt, in: database)
  }
}
