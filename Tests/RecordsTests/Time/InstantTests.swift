import Foundation
import Records
import TestSupport
import Testing

/// Moments against Foundation's reader of RFC 3339 and against themselves.
struct InstantTests {
  private static let first = Int64(-719_162) * 86_400
  private static let last = Int64(2_932_897) * 86_400 - 1

  @Test func `reads an offset as Foundation does`() throws {
    var random = SeededGenerator(seed: 3_339)
    for _ in 0..<3_000 {
      let seconds = Int64.random(in: -60_000_000_000...200_000_000_000, using: &random)
      let minutes = Int.random(in: -14 * 60...14 * 60, using: &random)
      let local = try #require(Instant(secondsSinceEpoch: seconds + Int64(minutes * 60)))
      let sign = minutes < 0 ? "-" : "+"
      let offset = String(format: "%@%02d:%02d", sign, abs(minutes) / 60, abs(minutes) % 60)
      let text = local.description.dropLast() + offset
      let ours = try #require(Instant(text), "SIJIL_SEED=\(random.seed): \(text)")
      #expect(ours.secondsSinceEpoch == seconds, "SIJIL_SEED=\(random.seed): \(text)")
      guard seconds > -12_000_000_000 else { continue }
      let theirs = try Date(String(text), strategy: .iso8601)
      #expect(
        theirs.timeIntervalSince1970 == Double(seconds), "SIJIL_SEED=\(random.seed): \(text)")
    }
  }

  @Test func `reads what it writes, with the day that holds it`() throws {
    var random = SeededGenerator(seed: 86_400)
    for _ in 0..<20_000 {
      let seconds = Int64.random(in: InstantTests.first...InstantTests.last, using: &random)
      let instant = try #require(Instant(secondsSinceEpoch: seconds))
      let start = Instant(startOf: instant.date)
      guard Instant(instant.description) == instant, instant.description.utf8.count == 20,
        start <= instant, seconds - start.secondsSinceEpoch < 86_400,
        instant.description.hasPrefix(instant.date.description)
      else {
        Issue.record("SIJIL_SEED=\(random.seed): \(seconds)")
        return
      }
    }
  }

  @Test(arguments: [
    ("2017-03-17T08:24:00+03:00", 1_489_728_240), ("2017-03-17t05:24:00z", 1_489_728_240),
    ("2017-03-17 05:24:00Z", 1_489_728_240), ("2017-03-17T05:24:00.999999999Z", 1_489_728_240),
    ("2017-03-17T05:24:00-00:00", 1_489_728_240), ("1970-01-01T00:00:00Z", 0),
    ("1969-12-31T23:59:59Z", -1), ("2016-12-31T23:59:60Z", 1_483_228_800),
  ])
  func `reads RFC 3339`(text: String, seconds: Int) {
    #expect(Instant(text)?.secondsSinceEpoch == Int64(seconds))
  }

  @Test(arguments: [
    "", "2017-03-17", "2017-03-17T08:24:00", "2017-03-17T08:24Z", "2017-03-17T24:00:00Z",
    "2017-03-17T08:60:00Z", "2017-03-17T08:24:61Z", "2017-03-17T08:24:00.Z",
    "2017-03-17T08:24:00+3:00", "2017-03-17T08:24:00+0300", "2017-03-17T08:24:00+24:00",
    "2017-03-17T08:24:00+03:60", "2017-03-17T08:24:00Z ", "2017-02-30T00:00:00Z",
    "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "2017-03-17T08:24:00ZZ",
    "2017-03-17_08:24:00Z",
  ])
  func `refuses what is no moment`(text: String) { #expect(Instant(text) == nil) }

  @Test func `is held inside its years`() {
    #expect(Instant(secondsSinceEpoch: InstantTests.first)?.description == "0001-01-01T00:00:00Z")
    #expect(Instant(secondsSinceEpoch: InstantTests.last)?.description == "9999-12-31T23:59:59Z")
    #expect(Instant(secondsSinceEpoch: InstantTests.first - 1) == nil)
    #expect(Instant(secondsSinceEpoch: InstantTests.last + 1) == nil)
    #expect(Instant(secondsSinceEpoch: .max) == nil)
    #expect(Instant(secondsSinceEpoch: .min) == nil)
  }
}
