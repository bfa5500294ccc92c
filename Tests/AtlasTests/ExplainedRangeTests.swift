import Assessment
import Atlas
import Inquiry
import Records
import Testing

/// The compact ranges of the atlas against the explained ones.
struct ExplainedRangeTests {
  @Test(arguments: [nil, "2017-03-25", "2017-05-25"])
  func `every incident of Mosul has the range that the explained method gives`(asOf: String?)
    throws
  {
    let batch = try Mosul.batch.get()
    let atlas = try Mosul.atlas()
    let asOf = try asOf.map(day)
    var entries: [IncidentID: [Testimony.Entry]] = [:]
    for claim in batch.claims {
      for membership in claim.incidents {
        entries[membership.incident, default: []].append(
          Testimony.Entry(claim: claim, certainty: membership.certainty))
      }
    }
    for incident in batch.incidents {
      guard let feature = try atlas.feature(incident.id, asOf: asOf) else { continue }
      let table = MethodTable(of: Testimony(entries[incident.id] ?? []), asOf: asOf)
      for (measure, range) in [
        (Measure.killed, feature.assessment.killed), (.injured, feature.assessment.injured),
      ] {
        let explained = table[.airwars][measure]
        #expect(explained.minimum?.value == range.minimum?.value, "\(incident.id)")
        #expect(explained.maximum?.value == range.maximum?.value, "\(incident.id)")
        #expect(explained.maximum?.isOpen == range.maximum?.isOpen, "\(incident.id)")
      }
    }
  }

  @Test func `a claimant's running total leaves once the next one is out`() throws {
    let incident = Incident(id: try id("I"), title: "Strike", time: try stated("2017-03-17"))
    let claims = try [("A", "2017-03-23", 40), ("B", "2017-03-26", 160)].map { name, day, count in
      Claim(
        id: try id(name), claimant: try id("rescue"), kinds: [.reportsBodiesRecovered],
        quantities: [
          try #require(
            Quantity(
              minimum: count, maximum: count, unit: .bodies, status: .recovered, bound: .exactly,
              isCumulative: true, asAt: try stated(day)))
        ], published: try stated(day),
        incidents: [IncidentMembership(incident: incident.id, certainty: .certain)])
    }
    let atlas = try makeAtlas(RecordBatch(incidents: [incident], claims: claims))
    for (asOf, least) in [(nil, 160), ("2017-03-25", 40)] {
      let feature = try atlas.feature(incident.id, asOf: asOf.map(day))
      #expect(feature?.assessment.killed.minimum?.value == least)
    }
  }
}
