import Assessment
import Records
import Testing

/// A claim as a test writes it down.
struct Said {
  var id: String
  var day: String? = "2017-03-20"
  var minimum: Int?
  var maximum: Int?
  var unit = CountingUnit.civilians
  var status = CasualtyStatus.killed
  var scope = QuantityScope.event
  var kinds: [ClaimKind] = [.reportsDeaths]
  var polarity = Polarity.affirmed
  var certainty = Certainty.certain
  var grade: Grade?
  var verdict: BelligerentVerdict?
  var supersededBy: [String] = []

  func evidence() throws -> Evidence<ClaimID> {
    let quantity = try #require(
      Quantity(
        minimum: minimum, maximum: maximum, unit: unit, status: status, bound: .between,
        scope: scope))
    let claim = Claim(
      id: try claimID(id), claimant: try #require(SourceID("someone")), kinds: kinds,
      polarity: polarity, quantities: minimum == nil && maximum == nil ? [] : [quantity],
      published: try day.map { try #require(StatedTime($0)) }, grade: grade, verdict: verdict)
    return Evidence(claim, certainty: certainty, supersededBy: try supersededBy.map(claimID))
  }
}

func claimID(_ text: String) throws -> ClaimID { try #require(ClaimID(text)) }

/// What some claims come to.
func assess(
  _ said: [Said], asOf: String? = nil, heedsAssessors: Bool = true
) throws -> IncidentAssessment<ClaimID> {
  IncidentAssessment(
    of: try said.map { try $0.evidence() },
    asOf: try asOf.map { try #require(CivilDate($0)) }, heedsAssessors: heedsAssessors)
}

extension HarmRange {
  /// The two numbers.
  var values: [Int?] { [minimum?.value, maximum?.value] }
}

extension RangeEnd where Key == ClaimID {
  var names: [String] { claims.map(\.text) }
}
