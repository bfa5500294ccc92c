import Assessment
import Atlas
import Foundation
import Gazetteer
import Inquiry
import Interchange
import Ledger
import Records
import Register
import Testing
import TestSupport

/// Every count that the bundled facts promise, against the store that they make.
struct IssueCountTests {
  static let hasSharedData = Repository.sharedData("incidents-mosul.csv") != nil

  /// The rows of a shared table by column name; empty cells are absent.
  private func rows(_ name: String) throws -> [[String: String]] {
    let file = try #require(Repository.sharedData(name))
    var reader = try CSVReader(reading: file)
    let columns = reader.columns
    var rows: [[String: String]] = []
    while let record = try reader.next() {
      guard case .row(let row) = record else {
        Issue.record("\(name): a row that cannot be read")
        continue
      }
      rows.append(
        Dictionary(
          uniqueKeysWithValues: columns.enumerated().compactMap { index, column in
            row.text(index).map { (column, $0) }
          }))
    }
    return rows
  }

  @Test(.enabled(if: hasSharedData, "the shared data is not beside the checkout"))
  func `all 184 quarters and all 28 landmarks are places`() throws {
    let scratch = try Scratch()
    let atlas = try Mosul.register(in: scratch).atlas
    for (table, count) in [("mosul-districts.csv", 184), ("mosul-landmarks.csv", 28)] {
      let ids = try rows(table).compactMap { $0["id"] }
      #expect(ids.count == count)
      #expect(Set(ids).count == count)
      for text in ids {
        #expect(atlas.place(try id(text)) != nil, "\(text) of \(table) is missing")
      }
    }
    #expect(atlas.places.count == 218)
  }

  @Test(.enabled(if: hasSharedData, "the shared data is not beside the checkout"))
  func `no quarter loses its Arabic name or its point`() throws {
    let scratch = try Scratch()
    let atlas = try Mosul.register(in: scratch).atlas
    for row in try rows("mosul-districts.csv") {
      let place = try #require(atlas.place(try id(row["id"] ?? "")))
      if let arabic = row["name_ar"] {
        #expect(place.names.contains { $0.text == arabic }, "\(place.id) lost \(arabic)")
      }
      #expect((row["lat"] == nil) == (place.location == nil), "\(place.id)")
    }
  }

  @Test func `the claims of both records are there, number by number`() throws {
    let scratch = try Scratch()
    let snapshot = try Mosul.register(in: scratch).ledger.snapshot()
    for (letter, count) in [("S", 38), ("L", 29)] {
      for number in 1...count {
        let text = letter + (number < 10 ? "0" : "") + String(number)
        #expect(try snapshot.claim(id(text)) != nil, "\(text) is missing")
      }
      let beyond = letter + String(count + 1)
      #expect(try snapshot.claim(id(beyond)) == nil)
    }
  }

  @Test func `there are 76 incidents and each has a claim`() async throws {
    let scratch = try Scratch()
    let register = try Mosul.register(in: scratch)
    let page = try await register.page(everything())
    #expect(page.numberMatched == 76)
    #expect(page.features.allSatisfy { $0.assessment.claimCount > 0 })
    #expect(Set(page.features.map(\.id)).count == 76)
  }

  @Test(.enabled(if: hasSharedData, "the shared data is not beside the checkout"))
  func `no incident loses its published minimum, maximum, injured, attribution or grade`() throws {
    let scratch = try Scratch()
    let snapshot = try Mosul.register(in: scratch).ledger.snapshot()
    let published = try rows("incidents-mosul.csv")
    #expect(published.count == 76)
    var figures = 0
    for row in published {
      // Its identifier held the surname of a private survivor.
      let text = row["date_start"] == "2015-09-20" ? "NYT-20150920" : row["id"] ?? ""
      let claims = try snapshot.claims(of: id(text))
      for (statuses, low, high) in [
        ([CasualtyStatus.killed, .killedOrInjured], "killed_min", "killed_max"),
        ([.injured, .killedOrInjured], "injured_min", "injured_max"),
      ] {
        let least = row[low].flatMap { Int($0) }
        let most = row[high].flatMap { Int($0) }
        guard least != nil || most != nil else { continue }
        figures += 1
        let carried = claims.flatMap(\.quantities).contains {
          statuses.contains($0.status) && $0.minimum == least && $0.maximum == most
        }
        #expect(carried, "\(text) lost \(low) \(least as Int?) to \(most as Int?)")
      }
      if let grade = row["airwars_grading"]?.lowercased() {
        #expect(claims.contains { $0.grade?.code == grade }, "\(text) lost its grade \(grade)")
      }
      let parties = (row["attributed_to"] ?? "").split(separator: ";")
        .map { $0.trimmingCharacters(in: .whitespaces) }
      let named = Set(claims.flatMap(\.attributedTo))
      #expect(named.isSuperset(of: parties), "\(text) lost one of \(parties)")
    }
    #expect(figures == 101)
  }
}
