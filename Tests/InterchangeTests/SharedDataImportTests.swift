import Foundation
import Interchange
import Records
import TestSupport
import Testing

/// The four files of UCDP GED for Syria with their rows.
private let ucdpFiles = [
  ("ucdp-ged-syria-2016.csv", 6_170), ("ucdp-ged-syria-2017.csv", 5_587),
  ("ucdp-ged-syria-2018.csv", 2_765), ("ucdp-ged-syria-2019.csv", 2_044),
]
private let placesFile = "iraq-places-whosonfirst.csv"
private let sharedIsThere = Repository.sharedData(placesFile) != nil

@Suite(.enabled(if: sharedIsThere, "the shared data sets are not beside the checkout"))
struct SharedDataImportTests {
  @Test func `all 16,566 events are stored, and every cell can be had back`() throws {
    var total = 0
    for (name, count) in ucdpFiles {
      let file = try #require(Repository.sharedData(name))
      var reader = try CSVReader(reading: file)
      let names = reader.columns
      #expect(names.count == 41)
      var stored = 0
      var differing = 0
      let outcome = try RecordImporter.read(file: file, schema: .ucdpGED) { batch, _ in
        stored += batch.incidents.count
        for claim in batch.claims {
          guard case .row(let row)? = try reader.next() else { return }
          var fields = Dictionary(
            uniqueKeysWithValues: claim.foreignFields.map { ($0.name, $0.value) })
          fields["id"] = claim.foreignID?.id
          let same = names.indices.allSatisfy { row.text($0) == fields[names[$0]] }
          if !same || fields.count > names.count { differing += 1 }
        }
      }
      #expect(outcome.issues.map(\.description) == [])
      #expect(outcome.rowsIn == count)
      #expect(outcome.stored == count)
      #expect(stored == count)
      #expect(differing == 0)
      total += count
    }
    #expect(total == 16_566)
  }

  @Test func `the figures of the events add up to the columns' sums`() throws {
    var sums: [String: Int] = [:]
    var expected: [String: Int] = [:]
    for (name, _) in ucdpFiles {
      let file = try #require(Repository.sharedData(name))
      _ = try RecordImporter.read(file: file, schema: .ucdpGED) { batch, _ in
        for claim in batch.claims {
          for quantity in claim.quantities where quantity.phrase != "both sides" {
            sums[quantity.phrase ?? "range", default: 0] += quantity.minimum ?? 0
          }
          let fields = Dictionary(
            uniqueKeysWithValues: claim.foreignFields.map { ($0.name, Int($0.value) ?? 0) })
          let ends = ["low", "best", "high"].map { fields[$0] ?? 0 }
          expected["range", default: 0] += ends.min() ?? 0
          if Set(ends).count > 1 { expected["best estimate", default: 0] += ends[1] }
          for (column, phrase) in [
            ("deaths_a", "side A"), ("deaths_b", "side B"), ("deaths_civilians", "civilians"),
            ("deaths_unknown", "status unknown"),
          ] { expected[phrase, default: 0] += fields[column] ?? 0 }
          // Where civilians alone died they are the whole, told once.
          if claim.quantities.first?.unit == .civilians {
            sums["civilians", default: 0] += fields["best"] ?? 0
          }
        }
      }
    }
    #expect(sums == expected)
    #expect((expected["civilians"] ?? 0) > 1_000)
  }

  @Test func `all 21,675 Iraqi places are stored with their names`() throws {
    let file = try #require(Repository.sharedData(placesFile))
    var places: [Place] = []
    let outcome = try RecordImporter.read(file: file, schema: .placesCSV) { batch, _ in
      places += batch.places
    }
    #expect(outcome.issues.map(\.description) == [])
    #expect(outcome.rowsIn == 21_675)
    #expect(places.count == 21_675)
    #expect(places.count { $0.kind == .locality } == 21_463)
    #expect(places.count { $0.kind == .neighbourhood } == 80)
    #expect(places.count { place in place.names.contains { $0.language == "ar" } } == 18_363)
    let ids = Set(places.map(\.id))
    #expect(ids.count == 21_675)
    #expect(places.allSatisfy { $0.parent.map(ids.contains) ?? true })
    #expect(places.allSatisfy { ($0.location?.precisionMeters ?? 0) >= 1_000 })
    let airport = try #require(places.first { $0.id.text == "wof-102542523" })
    #expect(
      airport.names.map(\.text) == [
        "Mosul Airport", "مطار الموصل الدولي", "فڕۆکەخانەی نێودەوڵەتیی مووسڵ", "OSM", "ORBM",
      ])
    #expect(airport.names.map(\.script) == [.latin, .arabic, .arabic, .latin, .latin])
    #expect(airport.parent?.text == "wof-1108562633")
    let again = try RecordImporter.read(
      file: file, schema: .placesCSV, known: KnownRecords(RecordBatch(places: places))
    ) { _, _ in Issue.record("a known place came again") }
    #expect(again.duplicates == 21_675)
  }
}
