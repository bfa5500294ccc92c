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
  ///   - links: For a document of its own.
  ///   - system: What coordinates are in.
  mutating func claimFeature(
    _ feature: ClaimFeature, links: [Link] = [], in system: ReferenceSystem = .crs84
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
    claimMembers(claim) { $0 == feature.claimant?.id ? feature.claimant : nil }
    key("incidents")
    memberships(claim.incidents)
    key("radius_m")
    number(feature.point?.radiusMeters, decimals: 1)
    key("location_scale")
    string(feature.point?.scale.code)
    key("approximate")
    boolean(feature.point?.isApproximate)
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
