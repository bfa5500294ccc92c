import Records

extension SijilAssembly {
  /// Adds a row of claims.csv; answers whether the ledger holds the claim already.
  mutating func addClaim(_ row: inout TableRow) -> Bool {
    let id: ClaimID? = row.requiredIdentifier(.id)
    let claimant: SourceID? = row.requiredIdentifier(.claimant)
    refer(to: claimant.map { .source($0) }, .claims, row, .claimant)
    let kinds: [ClaimKind] = row.codes(.kinds)
    if row.isEmpty(.kinds) {
      row.refuse(
        .kinds, "must not be empty; \(ClaimKind.name)s: \(ClaimKind.codes.joined(separator: ", "))")
    }
    let polarity: Polarity? = row.requiredCode(.polarity)
    let modality: Modality? = row.requiredCode(.modality)
    let hand: Hand? = row.requiredCode(.hand)
    let eventTime = row.time(.eventTime)
    let uttered = row.time(.uttered)
    let published = row.time(.published)
    let attributedTo = row.list(.attributedTo)
    let grade: Grade? = row.code(.grade)
    let verdict: BelligerentVerdict? = row.code(.verdict)
    let foreignID = foreignID(of: &row, in: .claims)
    var claim: Claim?
    if row.isSound, let id, let claimant, let polarity, let modality, let hand {
      claim = Claim(
        id: id, claimant: claimant, kinds: kinds, polarity: polarity, modality: modality,
        hand: hand, statement: row.text(.statement) ?? "",
        placeAsStated: row.text(.placeAsStated), eventTime: eventTime, uttered: uttered,
        published: published, attributedTo: attributedTo, grade: grade, verdict: verdict,
        foreignID: foreignID, note: row.text(.note))
    }
    return Self.declare(id, claim, in: &claims, isKnown: known.claim, &row)
  }

  /// The claim that a row of a child table belongs to.
  private func claimOwner(_ row: inout TableRow) -> (id: ClaimID?, owner: Owner) {
    let id: ClaimID? = row.requiredIdentifier(.claimID)
    return (
      id,
      Self.owner(id, in: claims, isKnown: known.claim, named: "claim", .claimID, &row)
    )
  }

  /// Adds a row of claim-incidents.csv.
  mutating func addClaimIncident(_ row: inout TableRow) -> Bool {
    let (_, owner) = claimOwner(&row)
    let incident: IncidentID? = row.requiredIdentifier(.incidentID)
    refer(to: incident.map { .incident($0) }, .claimIncidents, row, .incidentID)
    let certainty: Certainty? = row.requiredCode(.certainty)
    guard case .draft(let ordinal) = owner, let incident, let certainty else {
      return owner.isDuplicate
    }
    if claims.records[ordinal].incidents.contains(where: { $0.incident == incident }) {
      row.refuse(.incidentID, "the claim is linked to incident \(incident) already")
    }
    if row.isSound {
      claims.records[ordinal].incidents.append(
        IncidentMembership(incident: incident, certainty: certainty))
    }
    return false
  }

  /// Adds a row of claim-places.csv.
  mutating func addClaimPlace(_ row: inout TableRow) -> Bool {
    let (_, owner) = claimOwner(&row)
    let place: PlaceID? = row.requiredIdentifier(.placeID)
    refer(to: place.map { .place($0) }, .claimPlaces, row, .placeID)
    let certainty: Certainty? = row.requiredCode(.certainty)
    guard case .draft(let ordinal) = owner, let place, let certainty else {
      return owner.isDuplicate
    }
    if claims.records[ordinal].placeCandidates.contains(where: { $0.place == place }) {
      row.refuse(.placeID, "the claim names place \(place) already")
    }
    if row.isSound {
      claims.records[ordinal].placeCandidates.append(
        PlaceCandidate(place: place, certainty: certainty))
    }
    return false
  }

  /// Adds a row of claim-edges.csv.
  mutating func addClaimEdge(_ row: inout TableRow) -> Bool {
    let (id, owner) = claimOwner(&row)
    let kind: ClaimEdgeKind? = row.requiredCode(.kind)
    let target: ClaimID? = row.requiredIdentifier(.target)
    refer(to: target.map { .claim($0) }, .claimEdges, row, .target)
    let certainty: Certainty? = row.requiredCode(.certainty)
    if let target, let kind, target == id {
      row.refuse(.target, "claim \(target) cannot stand to itself as \"\(kind.code)\"")
    }
    if row.isSound, case .draft(let ordinal) = owner, let kind, let target, let certainty {
      claims.records[ordinal].edges.append(
        ClaimEdge(kind: kind, target: target, certainty: certainty, note: row.text(.note)))
    }
    return owner.isDuplicate
  }
}
