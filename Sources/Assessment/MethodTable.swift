public import Records

/// What the claims about one incident come to under every method, side by side and explained.
///
/// The compact ``IncidentAssessment`` gives the `airwars` range of a million incidents; this table
/// takes one incident, names the claims behind every number, and shows what each number becomes
/// without them. No clock is read; the order of the claims never shows.
///
/// - Note: Source – the rules with their publications: docs/methodology.md.
public struct MethodTable: Sendable {
  /// The day asked about; `nil` for everything, undated claims too.
  public let asOf: CivilDate?
  /// One result for each method, in the order of ``Method``.
  public let results: [MethodResult]
  /// The sets of claims that can all be true together.
  public let constraint: ConstraintView
  /// The claims in play by origin.
  public let origins: Origins
  /// Running totals, with those that fell.
  public let series: [CumulativeSeries]
  /// What changed while claims were handed on.
  public let mutations: [Mutation]
  /// Every figure of every claim, with the reason where no method counts it.
  public let readings: [ClaimReading]
  /// The claims asked about, in play or not.
  let testimony: Testimony
  let docket: Docket

  /// How many claims may be read anew to try what removals change: each trial reads all of them.
  public static let removalBudget = 20_000

  /// Compares the methods on the claims about one incident.
  ///
  /// - Parameters:
  ///   - testimony: The claims about the incident, possible ones too.
  ///   - asOf: Only claims public by this day count; a claim without a date then does not.
  /// - Complexity: O(*n* log *n*) and as much again for each claim behind a number, *n* claims;
  ///   trials stop at ``removalBudget`` and the search for sets at ``ConsistentSets/searchBudget``.
  public init(of testimony: Testimony, asOf: CivilDate? = nil) {
    let docket = Docket(testimony, asOf: asOf)
    let core = Core(docket)
    var results = core.results
    Removals(testimony, asOf: asOf).fill(&results)
    self.init(testimony, docket, results, core.constraint)
  }

  private init(
    _ testimony: Testimony, _ docket: Docket, _ results: [MethodResult],
    _ constraint: ConstraintView
  ) {
    asOf = docket.asOf
    self.results = results
    self.constraint = constraint
    origins = docket.origins
    series = CumulativeSeries.all(in: docket)
    mutations = Mutation.all(in: docket.inPlay)
    readings = docket.readings
    self.testimony = testimony
    self.docket = docket
  }

  /// The result of one method.
  ///
  /// - Parameter method: Which.
  public subscript(method: Method) -> MethodResult {
    results.first { $0.method == method } ?? .empty(method)
  }

  /// How many claims were in play.
  public var claimCount: Int { docket.inPlay.entries.count }

  /// The results without what removals would change.
  struct Core {
    let results: [MethodResult]
    let constraint: ConstraintView

    init(_ docket: Docket) {
      let view = ConstraintView(docket)
      constraint = view
      let harm = docket.testimony.entries.indices.filter {
        docket.reasons[$0] == nil && docket.testimony.entries[$0].claim.reportsHarm
      }
      let origins = docket.origins.independentCount(ofGroups: harm.compactMap { docket.groups[$0] })
      results = Method.allCases.map { method in
        MethodResult(method, docket: docket, view: view, independentCount: origins)
      }
    }
  }
}

extension MethodResult {
  static func empty(_ method: Method) -> MethodResult {
    MethodResult(
      method: method, ranges: [:], otherReading: [:], conceded: [:], independentCount: 0,
      isProvisional: false)
  }

  fileprivate init(
    _ method: Method, docket: Docket, view: ConstraintView, independentCount: Int
  ) {
    let rule = MethodRule(method, docket: docket)
    let other = MethodRule(method, otherReading: true, docket: docket)
    var ranges: [Measure: ExplainedRange] = [:]
    var otherReading: [Measure: ExplainedRange] = [:]
    var conceded: [Measure: ExplainedRange] = [:]
    for measure in Measure.allCases {
      if method == .constraint {
        ranges[measure] = view.range(of: measure).known
      } else {
        ranges[measure] = rule.range(of: measure).known
        otherReading[measure] = other.range(of: measure).known
        conceded[measure] = rule.conceded(of: measure).known
      }
    }
    self.method = method
    self.ranges = ranges
    self.otherReading = otherReading
    self.conceded = conceded
    self.independentCount = independentCount
    isProvisional = method == .ibc && independentCount < 2 && !ranges.isEmpty
  }
}

extension ExplainedRange {
  /// The range, or `nil` when nothing is known.
  fileprivate var known: ExplainedRange? { isUnknown ? nil : self }
}
