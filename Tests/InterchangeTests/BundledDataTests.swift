import Foundation
import Interchange
import Records
import TestSupport
import Testing

struct BundledDataTests {
  @Test func `the bundled facts are sound and complete`() throws {
    let (batch, outcome) = try SijilCSVReader.read(folder: Repository.data)
    #expect(outcome.issues.map(\.description) == [])
    #expect(outcome.refused == 0)
    #expect(outcome.rowsIn == outcome.stored)
    #expect(batch.incidents.count == 76)
    let claims = Set(batch.claims.map(\.id.text))
    for (letter, count) in [("S", 38), ("L", 29)] {
      for number in 1...count {
        let id = letter + (number < 10 ? "0\(number)" : "\(number)")
        #expect(claims.contains(id), "\(id) is missing")
      }
    }
  }

  @Test func `a second reading of the bundled facts is all duplicates`() throws {
    let batch = try SijilCSVReader.read(folder: Repository.data).batch
    let again = try SijilCSVReader.read(folder: Repository.data, known: KnownRecords(batch))
    #expect(again.batch.isEmpty)
    #expect(again.outcome.duplicates == again.outcome.rowsIn)
  }
}
