import Records
import SimpleFeatures
import TestSupport

/// Random records with every field filled or left out, and texts that need every escape.
struct RandomRecords {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func text() -> String {
    let pieces = [
      "", "a", "Mosul", "الموصل", "\"", "\\", "\n", "\r", "\t", "\u{0}", "\u{1}", "\u{1F}",
      "\u{7F}", "\u{2028}", "🏚", "e\u{301}", "more than 137 people in one building", "/",
    ]
    return generator.list(0...5) { $0.pick(pieces) }.joined()
  }

  mutating func identifier<Record>() -> Identifier<Record> {
    let letters = Array("abcXYZ019-_.:+").map(String.init)
    let rest = generator.list(0...30) { $0.pick(letters) }.joined()
    return Identifier(generator.pick(["A", "z", "7"]) + rest) ?? identifier()
  }

  mutating func code<Code: Vocabulary>() -> Code { generator.pick(Array(Code.allCases)) }

  mutating func maybeText() -> String? { generator.isOnce(in: 2) ? nil : text() }

  mutating func date() -> ExtendedDate {
    let year = generator.pick(["0001", "1999", "2017", "9999"])
    let rest = generator.pick(["", "-02", "-02-19", "-12-31", "-03-17"])
    let doubt = generator.pick(["", "", "?", "~", "%"])
    return ExtendedDate(year + rest + doubt) ?? date()
  }

  mutating func time() -> StatedTime {
    switch generator.integer(in: 0...3) {
    case 0: return .interval(start: date(), end: nil)
    case 1: return .interval(start: nil, end: date())
    case 2:
      let seconds = Int64(generator.integer(in: -62_000_000_000...250_000_000_000))
      return Instant(secondsSinceEpoch: seconds).map { .instant($0) } ?? .date(date())
    default: return .date(date())
    }
  }

  mutating func maybeTime() -> StatedTime? { generator.isOnce(in: 2) ? nil : time() }

  mutating func position() -> Position {
    func ordinate(_ limit: Double) -> Double {
      switch generator.integer(in: 0...5) {
      case 0:
        generator.pick([-limit, 0, -0.0, limit, 1, -1, .leastNonzeroMagnitude, 1e-7, 2.5e-300])
      case 1: (Double.random(in: -limit...limit, using: &generator) * 1e6).rounded() / 1e6
      case 2: (Double.random(in: -limit...limit, using: &generator) * 1e8).rounded() / 1e8
      default: Double.random(in: -limit...limit, using: &generator)
      }
    }
    return Position(longitude: ordinate(180), latitude: ordinate(90))
  }

  mutating func positions() -> [Position] {
    (0..<generator.integer(in: 0...6)).map { _ in position() }
  }

  mutating func polygon() -> Polygon {
    Polygon(
      exteriorRing: LinearRing(positions()),
      interiorRings: (0..<generator.integer(in: 0...2)).map { _ in LinearRing(positions()) })
  }

  mutating func geometry(depth: Int = 0) -> Geometry {
    switch generator.integer(in: 0...(depth < 3 ? 7 : 5)) {
    case 0: .lineString(LineString(positions()))
    case 1: .polygon(polygon())
    case 2: .multiPoint(positions())
    case 3:
      .multiLineString((0..<generator.integer(in: 0...3)).map { _ in LineString(positions()) })
    case 4: .multiPolygon((0..<generator.integer(in: 0...3)).map { _ in polygon() })
    case 6:
      .geometryCollection(
        (0..<generator.integer(in: 0...3)).map { _ in geometry(depth: depth + 1) })
    default: .point(position())
    }
  }

  mutating func foreignFields() -> [ForeignField] {
    (0..<generator.integer(in: 0...3)).map { _ in ForeignField(name: text(), value: text()) }
  }

  mutating func foreignID() -> ForeignID? {
    generator.isOnce(in: 2) ? nil : ForeignID(source: identifier(), id: text())
  }
}

// The four kinds.
extension RandomRecords {
  mutating func source() -> Source {
    Source(
      id: identifier(), name: text(), kind: code(),
      affiliation: generator.isOnce(in: 2) ? nil : identifier(), language: maybeText(),
      judgements: (0..<generator.integer(in: 0...2)).map { _ in
        ReliabilityJudgement(
          reliability: code(), assessor: text(),
          date: generator.pick([CivilDate.earliest, .latest, date().interval.start ?? .latest]))
      }, note: maybeText())
  }

  mutating func place() -> Place {
    Place(
      id: identifier(), kind: code(),
      names: (0..<generator.integer(in: 0...3)).map { _ in
        PlaceName(text(), language: maybeText(), script: code(), kind: code())
      },
      parent: generator.isOnce(in: 2) ? nil : identifier(), bank: code(),
      location: generator.isOnce(in: 4)
        ? nil
        : PlaceLocation(
          geometry: geometry(), origin: code(),
          precisionMeters: Double.random(in: 0...5_000, using: &generator),
          isApproximate: generator.isOnce(in: 2), source: text()), note: maybeText())
  }

  mutating func incident() -> Incident {
    Incident(
      id: identifier(), title: text(), time: maybeTime(), timePrecision: code(), kind: code(),
      locations: (0..<generator.integer(in: 0...3)).map { _ in candidate() },
      links: (0..<generator.integer(in: 0...2)).map { _ in
        IncidentLink(kind: code(), target: identifier(), reason: maybeText())
      }, foreignID: foreignID(), foreignFields: foreignFields(), note: maybeText())
  }

  mutating func candidate() -> LocationCandidate {
    let extents: [LocationCandidate.Extent?] = [
      nil, .place(identifier()),
      .disc(center: position(), radiusMeters: Double.random(in: 0...9_000, using: &generator)),
    ]
    return LocationCandidate(
      assertedBy: identifier(), scale: code(), extent: generator.pick(extents),
      statedPrecision: maybeText(), placeAsStated: maybeText())
  }

  mutating func quantity() -> Quantity {
    let ends = [generator.integer(in: 0...500), generator.pick([0, 7, Int.max])].sorted()
    let quantity = Quantity(
      minimum: generator.isOnce(in: 3) ? nil : ends[0],
      maximum: generator.isOnce(in: 3) ? nil : ends[1], unit: code(), status: code(),
      bound: code(), scope: code(), phrase: maybeText(), isCumulative: generator.isOnce(in: 2),
      asAt: maybeTime())
    return quantity ?? self.quantity()
  }

  mutating func relay() -> RelayHop {
    RelayHop(
      outlet: identifier(), published: maybeTime(), url: maybeText(), archiveURL: maybeText(),
      contentHash: maybeText(), note: maybeText())
  }

  mutating func claim() -> Claim {
    var claim = Claim(
      id: identifier(), claimant: identifier(),
      kinds: generator.list(1...3) { $0.pick(ClaimKind.allCases) },
      polarity: code(), modality: code(), hand: code(), statement: text())
    claim.relays = (0..<generator.integer(in: 0...3)).map { _ in relay() }
    claim.quantities = (0..<generator.integer(in: 0...3)).map { _ in quantity() }
    claim.placeAsStated = maybeText()
    claim.placeCandidates = (0..<generator.integer(in: 0...2)).map { _ in
      PlaceCandidate(place: identifier(), certainty: code())
    }
    claim.eventTime = maybeTime()
    claim.uttered = maybeTime()
    claim.published = maybeTime()
    claim.incidents = (0..<generator.integer(in: 0...2)).map { _ in
      IncidentMembership(incident: identifier(), certainty: code())
    }
    claim.edges = (0..<generator.integer(in: 0...2)).map { _ in
      ClaimEdge(kind: code(), target: identifier(), certainty: code(), note: maybeText())
    }
    claim.attributedTo = (0..<generator.integer(in: 0...2)).map { _ in text() }
    claim.grade = generator.isOnce(in: 2) ? nil : code()
    claim.verdict = generator.isOnce(in: 2) ? nil : code()
    claim.foreignID = foreignID()
    claim.foreignFields = foreignFields()
    claim.note = maybeText()
    return claim
  }
}
