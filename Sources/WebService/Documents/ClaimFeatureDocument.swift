import Inquiry
import Interchange
import JSONText
import Records
import SimpleFeatures

extension JSONWriter {
  /// Writes a claim as a GeoJSON feature where it places its event.
  ///
  /// - Parameters:
  ///   - feature: The claim.
  ///   - selection: The properties that it carries.
  ///   - links: For a document of its own.
  ///   - system: What coordinates are in.
  mutating func claimFeature(
    _ feature: ClaimFeature, _ selection: [ClaimProperty] = ClaimProperty.all,
    links: [Link] = [], in system: ReferenceSystem = .crs84
  ) {
    let claim = feature.claim
    beginObject()
    key("type")
    string("Feature")
    key("id")
    string(claim.id.text)
    if !links.isEmpty { self.links(links) }
    key("geometry")
    geometry(feature.point.map { .point($0.position) }, decimals: system.decimals, in: system)
    key("properties")
    beginObject()
    for property in selection {
      key(property.name)
      switch property {
      case .incidents: memberships(claim.incidents)
      case .radiusMeters: number(feature.point?.radiusMeters, decimals: 1)
      case .locationScale: string(feature.point?.scale.code)
      case .isApproximate: boolean(feature.point?.isApproximate)
      default:
        value(of: property, claim) { $0 == feature.claimant?.id ? feature.claimant : nil }
      }
    }
    endObject()
    endObject()
  }

  private mutating func memberships(_ memberships: [IncidentMembership]) {
    beginArray()
    for membership in memberships {
      beginObject()
      key("id")
      string(membership.incident.text)
      key("certainty")
      string(membership.certainty.code)
      endObject()
    }
    endArray()
  }
}
