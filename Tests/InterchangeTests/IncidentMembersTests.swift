import Assessment
import Inquiry
import JSONText
import Records
import SimpleFeatures
import TestSupport
import Testing

@testable import Interchange

/// The members of incidents in JSON against the values that every format reads.
struct IncidentMembersTests {
  @Test func `members written straight from the feature say what its values say`() throws {
    var generator = SeededGenerator(seed: 1_279)
    print("seed \(generator.seed): replay with SIJIL_SEED=\(generator.seed)")
    let fixture = [
      try ExportFixture.full(), try ExportFixture.sparse("B", isPlaced: true),
      try ExportFixture.sparse("C", isPlaced: false),
    ]
    for feature in try fixture + (0..<200).map({ try Self.feature($0, &generator) }) {
      for asOf in [nil, CivilDate("0099-01-05")] {
        var straight = JSONWriter()
        straight.beginObject()
        straight.members(of: feature, asOf: asOf)
        straight.endObject()
        var plain = JSONWriter()
        plain.beginObject()
        for property in IncidentProperty.all {
          plain.key(property.name)
          plain.value(feature.value(of: property, asOf: asOf), asOf: asOf)
        }
        plain.endObject()
        #expect(straight.bytes == plain.bytes)
      }
    }
  }

  @Test func `a feature whose text is kept reads as one written anew`() throws {
    var generator = SeededGenerator(seed: 2_732)
    print("seed \(generator.seed): replay with SIJIL_SEED=\(generator.seed)")
    for number in 0..<100 {
      let feature = try number == 0 ? ExportFixture.full() : Self.feature(number, &generator)
      let kept = feature.keepingText
      for geometry in [IncidentGeometry.point, .support] {
        for asOf in [nil, CivilDate("2017-03-25")] {
          for (old, placed) in [
            (feature, kept),
            (
              feature.placed(nil, distanceMeters: 12), kept.placed(nil, distanceMeters: 12)
            ),
          ] {
            var anew = JSONWriter()
            anew.beginArray()
            anew.feature(old, geometry: geometry, asOf: asOf)
            anew.feature(old, geometry: geometry, asOf: asOf)
            anew.endArray()
            var copied = JSONWriter()
            copied.beginArray()
            copied.feature(placed, geometry: geometry, asOf: asOf)
            copied.feature(placed, geometry: geometry, asOf: asOf)
            copied.endArray()
            #expect(copied.bytes == anew.bytes)
          }
        }
      }
      let other = kept.withRanges(
        killed: kept.assessment.injured, injured: kept.assessment.killed)
      #expect(!other.readKeptText(withSupport: true, { ([], []) }, { _ in }))
    }
  }

  private static func feature(
    _ number: Int, _ generator: inout SeededGenerator
  ) throws -> IncidentFeature {
    // From nothing at all to more than the room that is made at first.
    let repeats = generator.pick([0, 1, 3, 40])
    let title = String(repeating: generator.pick(["x", "\"\\\n", "حي", "a\u{1}"]), count: repeats)
    let claims = try (0..<repeats).map { index in
      try ExportFixture.claim(
        "C\(number)-\(index)", generator.isOnce(in: 4) ? nil : generator.integer(in: 0...2_000_000),
        nil, .atLeast, grade: generator.isOnce(in: 3) ? .fair : nil)
    }
    let share = generator.pick([0, 1, 0.00004, 0.5, 2.0 / 3, .nan])
    return IncidentFeature(
      id: try ExportFixture.id("I\(number)"), title: title,
      time: generator.isOnce(in: 3)
        ? nil : DayInterval(start: nil, end: CivilDate(daysSinceEpoch: number * 97)),
      timePrecision: .month, kind: generator.pick([.airstrike, .unknown]),
      point: generator.isOnce(in: 3)
        ? nil
        : RepresentativePoint(
          position: Position(longitude: -1.5, latitude: 3), radiusMeters: 1e15 * share,
          scale: .street, assertedBy: try ExportFixture.id("C"), isApproximate: true),
      support: nil, candidateCount: number,
      assessment: IncidentAssessment(of: claims.map { Evidence($0, certainty: .certain) }),
      attributedTo: [String](repeating: title, count: repeats % 7), undatedClaimCount: repeats,
      placement: generator.isOnce(in: 2)
        ? nil
        : Placement(
          certainty: .possible, share: share, decidedBy: claims.map(\.id), reason: title),
      districts: try (0..<repeats % 5).map {
        DistrictMembership(
          place: try ExportFixture.id("d\($0)"), name: title, certainty: .certain, share: share,
          isApproximate: false)
      }, distanceMeters: generator.isOnce(in: 2) ? nil : share * 1e4,
      independentOriginCount: generator.isOnce(in: 2) ? nil : repeats)
  }
}
