import Assessment
import Inquiry
import Records

/// A property as schemas describe it.
struct PropertyDescription: Hashable, Sendable {
  let name: String
  let summary: String
  let type: PropertyType
  let isNullable: Bool
  let isQueryable: Bool
  let isSortable: Bool
  /// Its part in the feature, by the roles of OGC API Common Part 3.
  let role: String?
  /// The codes it may have; `nil` for any value.
  let codes: [String]?

  init<Property: FeatureProperty>(_ property: Property, role: String? = nil, codes: [String]? = nil)
  {
    name = property.name
    summary = property.summary
    type = property.type
    isNullable = property.isNullable
    isQueryable = property.isQueryable
    isSortable = property.isSortable
    self.role = role
    self.codes = codes
  }
}

extension FeatureCollectionName {
  /// What its features say of themselves, in their order.
  var properties: [PropertyDescription] {
    switch self {
    case .incidents, .incidentPoints:
      IncidentProperty.all.map { property in
        switch property {
        case .id: PropertyDescription(property, role: "id")
        case .title: PropertyDescription(property, role: "title")
        case .kind: PropertyDescription(property, role: "type", codes: IncidentKind.codes)
        case .eventStart: PropertyDescription(property, role: "primary-interval-start")
        case .eventEnd: PropertyDescription(property, role: "primary-interval-end")
        case .grade, .computedGrade: PropertyDescription(property, codes: Grade.codes)
        case .locationScale: PropertyDescription(property, codes: LocationScale.codes)
        default: PropertyDescription(property)
        }
      }
    case .claims:
      ClaimProperty.all.map { property in
        switch property {
        case .id: PropertyDescription(property, role: "id")
        case .publicDay: PropertyDescription(property, role: "primary-instant")
        case .grade: PropertyDescription(property, codes: Grade.codes)
        case .polarity: PropertyDescription(property, codes: Polarity.codes)
        case .modality: PropertyDescription(property, codes: Modality.codes)
        case .hand: PropertyDescription(property, codes: Hand.codes)
        case .claimantKind: PropertyDescription(property, codes: SourceKind.codes)
        default: PropertyDescription(property)
        }
      }
    case .places:
      PlaceProperty.all.map { property in
        switch property {
        case .id: PropertyDescription(property, role: "id")
        case .name: PropertyDescription(property, role: "title")
        case .kind: PropertyDescription(property, role: "type", codes: PlaceKind.codes)
        case .bank: PropertyDescription(property, codes: Bank.codes)
        default: PropertyDescription(property)
        }
      }
    case .sources:
      SourceProperty.all.map { property in
        switch property {
        case .id: PropertyDescription(property, role: "id")
        case .name: PropertyDescription(property, role: "title")
        case .kind: PropertyDescription(property, role: "type", codes: SourceKind.codes)
        default: PropertyDescription(property)
        }
      }
    }
  }

  /// The format of its geometry in schemas; `nil` for none.
  var geometryFormat: String? {
    switch self {
    case .incidents: "geometry-any"
    case .incidentPoints, .claims: "geometry-point"
    case .places: "geometry-any"
    case .sources: nil
    }
  }
}
