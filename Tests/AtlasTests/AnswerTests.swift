import Inquiry
import Interchange
import Records
import SimpleFeatures
import TestSupport
import Testing

@testable import Atlas

/// Answers made a few features at a time against the page that holds all of them.
struct AnswerTests {
  private static func questions() throws -> [IncidentQuery] {
    var all = IncidentQuery()
    all.limit = .max
    var boxed = all
    boxed.area = .envelope(SyntheticRegister.region)
    boxed.includesUnplaced = true
    var dated = boxed
    dated.asOf = try day("2017-02-01")
    var cut = boxed
    cut.limit = 20
    cut.offset = 7
    var nearest = all
    nearest.nearest = NearestQuery(
      position: Position(longitude: 43.1, latitude: 36.3), count: 12)
    return [all, boxed, dated, cut, nearest]
  }

  @Test func `an answer has the features of its page, however they are asked for`() throws {
    let atlas = try SyntheticRegister(seed: 1_000_000, count: 700).atlas
    for query in try Self.questions() {
      let page = try atlas.page(query)
      let answer = try atlas.answer(query)
      #expect(answer.head.features.isEmpty && answer.count == page.features.count)
      #expect(answer.head.counts == page.counts && answer.head.next == page.next)
      #expect(answer.head.numberMatched == page.numberMatched)
      var streamed: [[UInt8]] = []
      try answer.forEach { streamed.append(Self.bytes(of: $0)) }
      #expect(streamed == page.features.map(Self.bytes))
      let last = answer.count - 1
      #expect(try answer.features(in: last..<last + 9).map(\.id) == [page.features[last].id])
      #expect(try answer.features(in: answer.count..<answer.count + 3).isEmpty)
    }
  }

  @Test func `features kept from one page are those of the next`() throws {
    let register = try SyntheticRegister(seed: 65_536, count: 200)
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<20 {
      var query = IncidentQuery()
      let corner = SyntheticRegister.position(&generator)
      query.area = .envelope(
        box(corner.longitude, corner.latitude, corner.longitude + 0.1, corner.latitude + 0.1))
      query.limit = 1_000
      let page = try register.atlas.page(query)
      // The dossier's way makes each feature anew; only the placement is the question's own.
      for feature in page.features {
        let alone = try #require(try register.atlas.feature(feature.id, asOf: nil))
        #expect(
          Self.bytes(of: alone.placed(feature.placement, distanceMeters: nil))
            == Self.bytes(of: feature))
      }
    }
  }

  @Test func `a memo that is full forgets and goes on`() throws {
    let memo = FeatureMemo()
    let feature = try #require(try SyntheticRegister(seed: 3, count: 5).atlas.all().features.first)
    var made = 0
    let count = Int32(FeatureMemo.limit * 2)
    for first in stride(from: Int32(0), to: count, by: 10_000) {
      for _ in 0..<2 {
        let found = memo.features(of: first..<min(first + 10_000, count), among: Int(count)) { _ in
          made += 1
          return feature
        } placing: { _, _ in
        }
        #expect(found.count == Int(min(10_000, count - first)))
      }
    }
    #expect(made == Int(count))
    // One answer larger than the memo does not turn out the rest.
    _ = memo.features(of: 0..<count, among: Int(count)) { _ in
      feature
    } placing: { _, _ in
    }
    _ = memo.features(of: (count - 5)..<count, among: Int(count)) { _ in
      made += 1
      return feature
    } placing: { _, _ in
    }
    #expect(made == Int(count))
  }

  private static func bytes(of feature: IncidentFeature) -> [UInt8] {
    var encoder = IncidentGeoJSONSeqEncoder(geometry: .support)
    var bytes: [UInt8] = []
    encoder.encode(feature, into: &bytes)
    return bytes
  }
}
