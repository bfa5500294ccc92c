import Assessment
import Inquiry
import QueryLanguage
import Records
import SimpleFeatures
import SpatialIndex

/// The filters of a question, ready to be put to one incident after another.
struct ExpressionTest {
  private let filter: FeatureFilter<IncidentProperty>
  private let query: IncidentQuery
  /// The areas that calls name, by filter and call: each is prepared once.
  private let areas: [[Int: AreaTest]]
  /// - Throws: `FilterError` for a filter that cannot be asked, `InquiryError` for an area that is
  ///   none.
  init?(_ query: IncidentQuery, of atlas: Atlas) throws {
    guard !query.properties.isOpen else { return nil }
    let filter = try FeatureFilter<IncidentProperty>(
      query.properties, functions: IncidentFunction.table, relations: .exact)
    self.filter = filter
    self.query = query
    areas = try filter.filters.map { filter in
      var areas: [Int: AreaTest] = [:]
      for call in filter.calls {
        guard case .geometry(let geometry)? = call.constants.first ?? nil else { continue }
        areas[call.ordinal] = try AreaTest(.geometry(geometry), areas: atlas.areas)
      }
      return areas
    }
  }

  /// Whether a filter asks for what claims come to.
  var asksFindings: Bool {
    filter.filters.contains { filter in
      FindingColumns.properties.contains { filter.slot(of: $0.name) != nil }
    }
  }

  /// Leaves the incidents that the filters may let pass.
  func narrow(_ narrowing: inout Narrowing, of atlas: Atlas, _ findings: FindingColumns?) {
    for one in filter.filters {
      narrowing.keep(one, atlas.timeBlocks)
      if let findings { narrowing.keep(one, findings) }
      if let named = named(one, atlas) { narrowing.keep(named) }
      if let near = near(one, atlas) { narrowing.keep(near) }
    }
  }

  /// The incidents whose support may meet what a filter asks of the geometry.
  private func near(_ one: Filter, _ atlas: Atlas) -> [Int32]? {
    switch one.necessaryEnvelope(of: filter.geometrySlot) {
    case .anything: return nil
    case .nothing: return []
    case .within(let box):
      var isNear = [Bool](repeating: false, count: atlas.indexed.count)
      atlas.supports.search(box) { item in
        isNear[item] = true
        return .proceed
      }
      return isNear.indices.filter { isNear[$0] }.map { atlas.indexed[$0] }
    }
  }

  /// The incidents that a filter names.
  private func named(_ one: Filter, _ atlas: Atlas) -> [Int32]? {
    guard let slot = one.slot(of: IncidentProperty.id.name) else { return nil }
    switch one.necessaryStrings(of: slot) {
    case .anything: return nil
    case .nothing: return []
    case .within(let names):
      return names.compactMap { IncidentID($0) }.compactMap(atlas.ordinal(of:))
        .map { Int32(clamping: $0) }.sorted()
    }
  }

  /// Whether an incident passes.
  func passes(_ incident: Int, of atlas: Atlas, _ findings: FindingColumns?) throws -> Bool {
    let row = IncidentRow(incident, of: atlas, for: query, findings)
    return try filter.matches({ row.value($0) }) {
      index, call, arguments throws(FilterError) in
      try self.call(call, of: index, arguments, incident, atlas)
    }
  }

  private func call(
    _ call: FilterCall, of filter: Int, _ arguments: [FilterValue], _ incident: Int,
    _ atlas: Atlas
  ) throws(FilterError) -> FilterValue {
    guard let function = IncidentFunction(rawValue: call.name) else {
      throw FilterError(.unanswered(call.name))
    }
    switch arguments.first {
    case .geometry(let geometry)?:
      return try inside(function, areas[filter][call.ordinal], geometry, incident, atlas)
    case .time(let span)?:
      guard let day = span.lastDay else { return .null }
      return asKnown(function, on: day, incident, atlas)
    default: return .null
    }
  }

  private func inside(
    _ function: IncidentFunction, _ prepared: AreaTest?, _ geometry: Geometry, _ incident: Int,
    _ atlas: Atlas
  ) throws(FilterError) -> FilterValue {
    do {
      let area = try prepared ?? AreaTest(.geometry(geometry), areas: atlas.areas)
      if function == .shareInside {
        return FilterValue(try atlas.placement(of: incident, in: area, asOf: query.asOf).share)
      }
      let certainty = try atlas.certainty(of: incident, in: area, asOf: query.asOf)
      return .boolean(
        certainty == .certain || (certainty == .possible && function == .possiblyIntersects))
    } catch {
      throw FilterError(.undecided(.intersects, reason: "\(error)"))
    }
  }

  private func asKnown(
    _ function: IncidentFunction, on day: CivilDate, _ incident: Int, _ atlas: Atlas
  ) -> FilterValue {
    switch function {
    case .reportedBy: return .boolean(atlas.isReported(incident, asOf: day))
    case .killedMinimumAsOf:
      return FilterValue(atlas.assessment(of: incident, asOf: day).killed.minimum?.value)
    case .killedMaximumAsOf:
      return FilterValue(atlas.assessment(of: incident, asOf: day).killed.maximum?.value)
    case .gradeAsOf:
      return FilterValue(atlas.assessment(of: incident, asOf: day).shownGrade?.code)
    case .certainlyIntersects, .possiblyIntersects, .shareInside: return .null
    }
  }
}
