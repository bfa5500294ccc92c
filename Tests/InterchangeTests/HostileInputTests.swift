import Foundation
import Interchange
import Records
import TestSupport
import Testing

struct HostileInputTests {
  /// What a reader says of a file: each row or fault, or why it gave up.
  private func transcript(_ chunks: ByteChunks) -> [String] {
    var lines: [String] = []
    do {
      var reader = try CSVReader(chunks, file: "x.csv", .any, 1 << 20)
      lines.append(reader.columns.joined(separator: "¦"))
      while let record = try reader.next() {
        switch record {
        case .row(let row):
          let cells = (0..<row.count).map { row.text($0) ?? "" }
          lines.append("\(row.line) \(cells.joined(separator: "¦"))")
        case .refused(let fault): lines.append("\(fault.line) refused: \(fault.reason)")
        }
      }
    } catch {
      lines.append("\(error)")
    }
    return lines
  }

  @Test func `random bytes are read the same in any pieces and never trap`() throws {
    var random = SeededGenerator(seed: 0xBAD_C5)
    print("hostile CSV, SIJIL_SEED=\(random.seed)")
    let alphabet: [UInt8] =
      Array("a,,\"\"\"\n\r\n".utf8) + [0x00, 0xC3, 0xA9, 0xFF, 0xEF, 0xBB, 0xBF, 0xD8]
    let folder = try TemporaryFolder()
    for _ in 0..<150 {
      let count = Int.random(in: 0...80, using: &random)
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      let whole = transcript(ByteChunks(bytes))
      let file = try folder.write(bytes, "x.csv")
      for size in [1, 2, 5, 16] {
        #expect(transcript(try ByteChunks(reading: file, chunkSize: size)) == whole, "\(bytes)")
      }
    }
  }

  @Test func `tables with bytes changed at random keep the law of counts`() throws {
    var random = SeededGenerator(seed: 0x7AB1E)
    print("hostile tables, SIJIL_SEED=\(random.seed)")
    let noise = [
      "", "\"", ",", "\n", "|", "-1", "é", "\u{0}", "2017-13-01", "1e400", "C1", "..", "/",
    ]
    for _ in 0..<60 {
      var fixture = SijilFixture()
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        guard let table = SijilTable.allCases.randomElement(using: &random),
          var lines = fixture.tables[table],
          let row = lines.indices.randomElement(using: &random)
        else { continue }
        var characters = Array(lines[row])
        let place = Int.random(in: 0...characters.count, using: &random)
        let end = min(characters.count, place + Int.random(in: 0...3, using: &random))
        characters.replaceSubrange(
          place..<end, with: noise.randomElement(using: &random) ?? "")
        lines[row] = String(characters)
        fixture.tables[table] = lines
      }
      guard let (batch, outcome) = try? fixture.read() else { continue }
      for report in outcome.reports {
        #expect(report.rowsIn == report.stored + report.refused + report.duplicates)
        #expect(report.refused == 0 || !report.isAccepted)
        #expect(report.stored >= 0)
      }
      // Whatever was accepted is whole: nothing in it leads nowhere.
      if outcome.isAccepted { #expect(danglingReferences(of: batch) == []) }
    }
  }

  /// The references of a batch that lead out of it, found in another way than the reader does.
  private func danglingReferences(of batch: RecordBatch) -> [String] {
    let sources = Set(batch.sources.map(\.id))
    let places = Set(batch.places.map(\.id))
    let incidents = Set(batch.incidents.map(\.id))
    let claims = Set(batch.claims.map(\.id))
    var missing: [String] = []
    for source in batch.sources {
      if let id = source.affiliation, !sources.contains(id) { missing.append(id.text) }
    }
    for place in batch.places {
      if let id = place.parent, !places.contains(id) { missing.append(id.text) }
    }
    for incident in batch.incidents {
      missing += incident.links.map(\.target).filter { !incidents.contains($0) }.map(\.text)
      missing += incident.locations.map(\.assertedBy).filter { !claims.contains($0) }.map(\.text)
    }
    for claim in batch.claims {
      let outlets = [claim.claimant] + claim.relays.map(\.outlet)
      missing += outlets.filter { !sources.contains($0) }.map(\.text)
      missing += claim.edges.map(\.target).filter { !claims.contains($0) }.map(\.text)
      missing += claim.incidents.map(\.incident).filter { !incidents.contains($0) }.map(\.text)
      missing += claim.placeCandidates.map(\.place).filter { !places.contains($0) }.map(\.text)
    }
    return missing
  }
}
