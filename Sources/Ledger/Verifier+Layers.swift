import GRDB
import SimpleFeatures

// What stands between rows: replacements, extents, spatial indexes, memberships.
extension Verifier {
  mutating func checkReplacements(of kind: RecordKind) throws {
    let rows = try PreparedStatement(
      """
      SELECT h.id, h.recorded_entry, h.replaced_entry, coalesce(
        (SELECT n.recorded_entry FROM \(kind.historyTable) n
          WHERE n.id = h.id AND n.fid > h.fid ORDER BY n.fid LIMIT 1),
        (SELECT c.recorded_entry FROM \(kind.table) c WHERE c.id = h.id AND c.fid > h.fid))
      FROM \(kind.historyTable) h
      """, in: database)
    defer { rows.reset() }
    var counts: [Int: Int] = [:]
    while try rows.next() {
      let stated = rows.integer(2)
      let expected = rows.isNull(3) ? nil : rows.integer(3)
      if stated != expected {
        report(
          .wrongReplacement(stated: stated, expected: expected), entry: rows.integer(1),
          kind.historyTable, id: rows.text(0))
      }
      counts[stated, default: 0] += 1
    }
    for entry in entries where entry.replacing[kind] != counts[entry.sequence, default: 0] {
      report(
        .replacedCountDiffers(
          stated: entry.replacing[kind], found: counts[entry.sequence, default: 0]),
        entry: entry.sequence, kind.historyTable)
    }
  }

  mutating func checkLayer(_ kind: RecordKind) throws {
    if try LayerExtent.stored(kind, in: database) != LayerExtent.computed(kind, in: database) {
      report(.extentDiffers, kind.table)
    }
    guard try LayerIndex.exists(for: kind, in: database) else { return }
    let box = try PreparedStatement(
      "SELECT minx, maxx, miny, maxy FROM \(LayerIndexSchema.table(of: kind)) WHERE id = ?",
      in: database)
    var count = 0
    var wrong: [Int] = []
    try LayerExtent.forEachEnvelope(of: kind, in: database) { fid, envelope in
      count += 1
      box.bind(fid, at: 1)
      defer { box.reset() }
      let envelope = LayerExtent.plain(envelope)
      let isFound = try box.next()
      // The index holds 32-bit floats, rounded outwards by at most two steps.
      let matches =
        isFound && isRounded(box.real(0), down: envelope.west)
        && isRounded(box.real(1), up: envelope.east)
        && isRounded(box.real(2), down: envelope.south)
        && isRounded(box.real(3), up: envelope.north)
      if !matches { wrong.append(fid) }
    }
    for fid in wrong { report(.spatialIndexDiffers, kind.table, id: "row \(fid)") }
    let total = try PreparedStatement(
      "SELECT count(*) FROM \(LayerIndexSchema.table(of: kind))", in: database)
    defer { total.reset() }
    if try total.next(), total.integer(0) != count { report(.spatialIndexDiffers, kind.table) }
    try checkSpatialIndexStructure(of: kind)
  }

  private mutating func checkSpatialIndexStructure(of kind: RecordKind) throws {
    let check = try PreparedStatement(
      "SELECT rtreecheck('\(LayerIndexSchema.table(of: kind))')", in: database)
    defer { check.reset() }
    if try check.next(), check.text(0) != "ok" { report(.spatialIndexDiffers, kind.table) }
  }

  private func isRounded(_ stored: Double, down value: Double) -> Bool {
    stored <= value && value - stored <= max(abs(value), 1) * 4e-7
  }

  private func isRounded(_ stored: Double, up value: Double) -> Bool {
    stored >= value && stored - value <= max(abs(value), 1) * 4e-7
  }

  /// Every claim's links were looked up one by one; with the total equal there is none too many.
  mutating func checkMembershipCount() throws {
    let total = try PreparedStatement("SELECT count(*) FROM claim_incidents", in: database)
    defer { total.reset() }
    if try total.next(), total.integer(0) != linkCount {
      report(.membershipsDiffer, "claim_incidents")
    }
  }
}
