public import JSONText
public import Records

extension JSONWriter {
  /// Writes the members that every document of a claim has, inside an open object.
  ///
  /// - Parameters:
  ///   - claim: The claim.
  ///   - name: Names a source; `nil` where it is not known here.
  public mutating func claimMembers(_ claim: Claim, naming name: (SourceID) -> Source?) {
    key("id")
    string(claim.id.text)
    let claimant = name(claim.claimant)
    key("claimant")
    string(claim.claimant.text)
    key("claimant_name")
    string(claimant?.name)
    key("claimant_kind")
    string(claimant?.kind.code)
    key("kinds")
    strings(claim.kinds.map(\.code))
    key("polarity")
    string(claim.polarity.code)
    key("modality")
    string(claim.modality.code)
    key("hand")
    string(claim.hand.code)
    key("statement")
    string(claim.statement)
    key("quantities")
    quantities(claim.quantities)
    key("place_as_stated")
    string(claim.placeAsStated)
    key("place_candidates")
    placeCandidates(claim.placeCandidates)
    clocks(of: claim)
    key("relays")
    relays(claim.relays, naming: name)
    key("attributed_to")
    strings(claim.attributedTo)
    key("grade")
    string(claim.grade?.code)
    key("verdict")
    string(claim.verdict?.code)
    key("edges")
    edges(claim.edges)
    key("note")
    string(claim.note)
  }

  /// The claim's own clocks; the ledger's belongs to the state of the data.
  private mutating func clocks(of claim: Claim) {
    key("event_time")
    string(claim.eventTime?.description)
    key("uttered")
    string(claim.uttered?.description)
    key("published")
    string(claim.published?.description)
    key("public_day")
    string(claim.publicDay?.description)
  }

  private mutating func quantities(_ quantities: [Quantity]) {
    array(quantities) { $0.quantity($1) }
  }

  /// Writes a figure in the claimant's unit and words.
  mutating func quantity(_ quantity: Quantity) {
    object { writer in
      writer.member("minimum", quantity.minimum)
      writer.member("maximum", quantity.maximum)
      writer.member("unit", quantity.unit.code)
      writer.member("status", quantity.status.code)
      writer.member("bound", quantity.bound.code)
      writer.member("scope", quantity.scope.code)
      writer.member("phrase", quantity.phrase)
      writer.member("cumulative", quantity.isCumulative)
      writer.member("as_at", quantity.asAt?.description)
    }
  }

  private mutating func placeCandidates(_ candidates: [PlaceCandidate]) {
    beginArray()
    for candidate in candidates {
      beginObject()
      key("place")
      string(candidate.place.text)
      key("certainty")
      string(candidate.certainty.code)
      endObject()
    }
    endArray()
  }

  private mutating func relays(_ relays: [RelayHop], naming name: (SourceID) -> Source?) {
    beginArray()
    for relay in relays {
      beginObject()
      key("outlet")
      string(relay.outlet.text)
      key("outlet_name")
      string(name(relay.outlet)?.name)
      key("published")
      string(relay.published?.description)
      key("url")
      string(relay.url)
      key("archive_url")
      string(relay.archiveURL)
      key("content_hash")
      string(relay.contentHash)
      key("note")
      string(relay.note)
      endObject()
    }
    endArray()
  }

  private mutating func edges(_ edges: [ClaimEdge]) {
    beginArray()
    for edge in edges {
      beginObject()
      key("kind")
      string(edge.kind.code)
      key("target")
      string(edge.target.text)
      key("certainty")
      string(edge.certainty.code)
      key("note")
      string(edge.note)
      endObject()
    }
    endArray()
  }
}
