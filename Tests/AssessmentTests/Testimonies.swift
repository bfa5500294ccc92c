import Assessment
import Records
import TestSupport
import Testing

/// A figure as a test writes it down.
func figure(
  _ minimum: Int?, _ maximum: Int?, _ unit: CountingUnit = .persons,
  _ status: CasualtyStatus = .killed, bound: Bound = .between, scope: QuantityScope = .event,
  phrase: String? = nil, asAt: String? = nil
) throws -> Quantity {
  try #require(
    Quantity(
      minimum: minimum, maximum: maximum, unit: unit, status: status, bound: bound, scope: scope,
      phrase: phrase, isCumulative: asAt != nil, asAt: asAt.flatMap { StatedTime($0) }))
}

/// A claim as a test writes it down; its claimant carries its own name unless another is given.
func claim(
  _ id: String, _ figures: [Quantity] = [], by claimant: String? = nil,
  on day: String? = "2017-03-20", kinds: [ClaimKind] = [.reportsDeaths],
  polarity: Polarity = .affirmed, modality: Modality = .asserted, hand: Hand = .institution,
  certainty: Certainty = .certain, edges: [(ClaimEdgeKind, String)] = [],
  maybe: [(ClaimEdgeKind, String)] = [], through relays: [String] = [], place: String? = nil
) throws -> Testimony.Entry {
  let sure = try edges.map { ClaimEdge(kind: $0.0, target: try claimID($0.1)) }
  let possible = try maybe.map {
    ClaimEdge(kind: $0.0, target: try claimID($0.1), certainty: .possible)
  }
  return Testimony.Entry(
    claim: Claim(
      id: try claimID(id), claimant: try #require(SourceID(claimant ?? "by-\(id)")),
      relays: try relays.map { RelayHop(outlet: try #require(SourceID($0))) }, kinds: kinds,
      polarity: polarity, modality: modality, hand: hand, quantities: figures,
      placeAsStated: place, published: day.flatMap { StatedTime($0) }, edges: sure + possible),
    certainty: certainty)
}

/// Sources of given kinds.
func sources(_ kinds: [String: SourceKind], bodies: [String: String] = [:]) throws
  -> [SourceID: Source]
{
  var sources: [SourceID: Source] = [:]
  for (name, kind) in kinds {
    let id = try #require(SourceID(name))
    sources[id] = Source(
      id: id, name: name, kind: kind, affiliation: bodies[name].flatMap { SourceID($0) })
  }
  return sources
}

extension ExplainedRange {
  /// The two numbers.
  var values: [Int?] { [minimum?.value, maximum?.value] }
}

extension ExplainedEnd {
  var names: [String] { claims.map(\.text) }
}

extension SeededGenerator {
  /// A claim of any make, with edges among the first few of its kind.
  mutating func entry(_ index: Int, of count: Int) throws -> Testimony.Entry {
    var figures: [Quantity] = []
    for _ in 0..<integer(in: 0...2) { figures.append(try quantity()) }
    var edges: [ClaimEdge] = []
    while isOnce(in: 3), count > 0 {
      edges.append(
        ClaimEdge(
          kind: pick([
            .denies, .sameOriginAs, .copies, .translates, .supersedes, .corrects, .excludes,
            .disputes, .mutates,
          ]), target: try claimID("C\(integer(in: 0...(count - 1)))"),
          certainty: isOnce(in: 3) ? .possible : .certain))
    }
    return Testimony.Entry(
      claim: Claim(
        id: try claimID("C\(index)"), claimant: try #require(SourceID("s\(integer(in: 0...5))")),
        relays: try list(0...2) { $0.integer(in: 0...5) }.map {
          RelayHop(outlet: try #require(SourceID("s\($0)")))
        },
        kinds: isOnce(in: 8) ? [.assesses] : [pick([.reportsDeaths, .closesInquiry, .denies])],
        polarity: isOnce(in: 6) ? pick([.denied, .unknown]) : .affirmed,
        modality: pick(Modality.allCases), hand: pick(Hand.allCases), quantities: figures,
        published: isOnce(in: 6) ? nil : StatedTime("2017-03-2\(integer(in: 0...4))"),
        edges: edges),
      certainty: isOnce(in: 5) ? .possible : .certain)
  }

  private mutating func quantity() throws -> Quantity {
    let least = integer(in: 0...9)
    return try #require(
      Quantity(
        minimum: isOnce(in: 4) ? nil : least,
        maximum: isOnce(in: 3) ? nil : least + integer(in: 0...4),
        unit: pick([.persons, .civilians, .bodies, .combatants, .families, .children]),
        status: pick([.killed, .killed, .injured, .recovered, .killedOrBuried, .buried]),
        bound: isOnce(in: 6) ? .about : .between,
        scope: isOnce(in: 6) ? pick(QuantityScope.allCases) : .event,
        phrase: isOnce(in: 8) ? "dozens" : nil, isCumulative: isOnce(in: 4),
        asAt: isOnce(in: 2) ? StatedTime("2017-03-2\(integer(in: 0...4))") : nil))
  }

  /// The claims of an incident of any make.
  mutating func testimonyEntries(_ counts: ClosedRange<Int>) throws -> [Testimony.Entry] {
    let count = integer(in: counts)
    return try (0..<count).map { try entry($0, of: count) }
  }

  /// Sources of any kind for the claimants and relays above.
  mutating func anySources() throws -> [SourceID: Source] {
    try sources(
      Dictionary(
        (0...5).map { ("s\($0)", pick(SourceKind.allCases)) }, uniquingKeysWith: { $1 }))
  }
}
