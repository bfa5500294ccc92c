public import Inquiry
import MapRendering

extension MapDrawer {
  /// Gets everything ready to draw a map of places, in whatever form.
  ///
  /// - Parameters:
  ///   - query: The question; every match is in the scene, whatever its limit.
  ///   - frame: How large.
  ///   - style: The map's language and the parts around it.
  /// - Returns: The scene and the part of it to show; a map of places spans no days.
  /// - Throws: `InquiryError`; `MapRenderingError` for a frame that cannot be.
  public func plan(
    _ query: PlaceQuery, frame: Frame, style: IncidentMap.Style = IncidentMap.Style()
  ) async throws -> MapPlan {
    var query = query
    query.limit = .max
    query.offset = 0
    query.after = nil
    let page = try await source.places(query)
    let places = try await baseMap(at: page.dataVersion, asRecorded: query.asRecorded)
    let view = try view(of: PlaceMap.envelope(of: page, to: query, on: places), frame: frame)
    let base = try bases.ground(
      places, at: page.dataVersion, reach: view.reach(readsFromKey: style.readsFromKey))
    return MapPlan(
      scene: PlaceMap(page, to: query, on: base, style: style).scene, view: view,
      numberMatched: page.numberMatched, time: nil)
  }
}
