public import Inquiry
public import JSONText
public import Records

extension JSONWriter {
  /// Writes the members that every document of a claim has, inside an open object.
  ///
  /// - Parameters:
  ///   - claim: The claim.
  ///   - name: Names a source; `nil` where it is not known here.
  public mutating func claimMembers(_ claim: Claim, naming name: (SourceID) -> Source?) {
    for property in ClaimProperty.ofRecord {
      key(property.name)
      value(of: property, claim, naming: name)
    }
  }

  /// Writes what a claim itself has of a property; `null` for what only a feature has.
  ///
  /// - Parameters:
  ///   - property: The property.
  ///   - claim: The claim.
  ///   - name: Names a source; `nil` where it is not known here.
  public mutating func value(
    of property: ClaimProperty, _ claim: Claim, naming name: (SourceID) -> Source?
  ) {
    switch property {
    case .id: string(claim.id.text)
    case .claimant: string(claim.claimant.text)
    case .claimantName: string(name(claim.claimant)?.name)
    case .claimantKind: string(name(claim.claimant)?.kind.code)
    case .kinds: strings(claim.kinds.map(\.code))
    case .polarity: string(claim.polarity.code)
    case .modality: string(claim.modality.code)
    case .hand: string(claim.hand.code)
    case .statement: string(claim.statement)
    case .quantities: quantities(claim.quantities)
    case .placeAsStated: string(claim.placeAsStated)
    case .placeCandidates: placeCandidates(claim.placeCandidates)
    case .eventTime: string(claim.eventTime?.description)
    case .uttered: string(claim.uttered?.description)
    case .published: string(claim.published?.description)
    case .publicDay: string(claim.publicDay?.description)
    case .relays: relays(claim.relays, naming: name)
    case .attributedTo: strings(claim.attributedTo)
    case .grade: string(claim.grade?.code)
    case .verdict: string(claim.verdict?.code)
    case .edges: edges(claim.edges)
    case .note: string(claim.note)
    case .number: integer(claim.id.number)
    case .incidents, .radiusMeters, .locationScale, .isApproximate: null()
    }
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
