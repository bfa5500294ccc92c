public import QueryLanguage
public import Records
public import SimpleFeatures

extension FilterValue {
  /// Text, or nothing.
  public init(_ text: String?) { self = text.map { .string($0) } ?? .null }

  /// A whole number, or nothing.
  public init(_ number: Int?) { self = number.map { .integer($0) } ?? .null }

  /// A number, or nothing.
  public init(_ number: Double?) { self = number.map { .number($0) } ?? .null }

  /// A truth, or nothing.
  public init(_ truth: Bool?) { self = truth.map { .boolean($0) } ?? .null }

  /// A day, or nothing.
  public init(_ day: CivilDate?) { self = day.map { .time(TimeSpan($0)) } ?? .null }

  /// A geometry, or nothing.
  public init(_ geometry: Geometry?) { self = geometry.map { .geometry($0) } ?? .null }

  /// Texts.
  public init(_ texts: [String]) { self = .array(texts.map { .string($0) }) }
}

extension ClaimFeature {
  /// A property as filters see it.
  ///
  /// - Parameter property: The property; `nil` for the geometry.
  /// - Returns: `null` where it is unknown, or no filter may ask for it.
  public func filterValue(of property: ClaimProperty?) -> FilterValue {
    switch property {
    case nil: FilterValue(point.map { Geometry.point($0.position) })
    case .id: FilterValue(claim.id.text)
    case .number: FilterValue(claim.id.number)
    case .claimant: FilterValue(claim.claimant.text)
    case .claimantName: FilterValue(claimant?.name)
    case .claimantKind: FilterValue(claimant?.kind.code)
    case .kinds: FilterValue(claim.kinds.map(\.code))
    case .polarity: FilterValue(claim.polarity.code)
    case .modality: FilterValue(claim.modality.code)
    case .hand: FilterValue(claim.hand.code)
    case .statement: FilterValue(claim.statement)
    case .placeAsStated: FilterValue(claim.placeAsStated)
    case .placeCandidates: FilterValue(claim.placeCandidates.map(\.place.text))
    case .eventTime: FilterValue(claim.eventTime?.description)
    case .uttered: FilterValue(claim.uttered?.description)
    case .published: FilterValue(claim.published?.description)
    case .publicDay: FilterValue(claim.publicDay)
    case .attributedTo: FilterValue(claim.attributedTo)
    case .grade: FilterValue(claim.grade?.code)
    case .verdict: FilterValue(claim.verdict?.code)
    case .note: FilterValue(claim.note)
    case .incidents: FilterValue(claim.incidents.map(\.incident.text))
    case .radiusMeters: FilterValue(point?.radiusMeters)
    case .locationScale: FilterValue(point?.scale.code)
    case .isApproximate: FilterValue(point?.isApproximate)
    case .quantities, .relays, .edges: .null
    }
  }
}

extension PlaceFeature {
  /// A property as filters see it.
  ///
  /// - Parameter property: The property; `nil` for the geometry.
  /// - Returns: `null` where it is unknown.
  public func filterValue(of property: PlaceProperty?) -> FilterValue {
    switch property {
    case nil: FilterValue(place.location?.geometry)
    case .id: FilterValue(place.id.text)
    case .number: FilterValue(place.id.number)
    case .name: FilterValue(place.title)
    case .arabicName: FilterValue(place.name(in: .arabic))
    case .names: FilterValue(place.names.map(\.text))
    case .kind: FilterValue(place.kind.code)
    case .parent: FilterValue(place.parent?.text)
    case .bank: FilterValue(place.bank.code)
    case .precisionMeters: FilterValue(place.location?.precisionMeters)
    case .origin: FilterValue(place.location?.origin.code)
    case .isApproximate: FilterValue(place.location?.isApproximate)
    case .source: FilterValue(place.location?.source)
    case .areaBasis: FilterValue(area?.basis.code)
    case .areaIsApproximate: FilterValue(area?.isApproximate)
    case .note: FilterValue(place.note)
    }
  }
}

extension Source {
  /// A property as filters see it.
  ///
  /// - Parameter property: The property; a source has no geometry.
  /// - Returns: `null` where it is unknown, or no filter may ask for it.
  public func filterValue(of property: SourceProperty?) -> FilterValue {
    switch property {
    case .id: FilterValue(id.text)
    case .number: FilterValue(id.number)
    case .name: FilterValue(name)
    case .kind: FilterValue(kind.code)
    case .affiliation: FilterValue(affiliation?.text)
    case .language: FilterValue(language)
    case .note: FilterValue(note)
    case .judgements, nil: .null
    }
  }
}
