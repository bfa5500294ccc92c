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
  /// The incidents whose support may meet what a filter asks of the geometry; `nil` where none says.
  private let mayMeet: [Bool]?
  /// The incidents that a filter names; `nil` where none does.
  private let named: Set<Int>?

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
    mayMeet = Self.mayMeet(filter, atlas)
    named = Self.named(filter, atlas)
  }

  private static func mayMeet(
    _ filter: FeatureFilter<IncidentProperty>, _ atlas: Atlas
  ) -> [Bool]? {
    var found: [Bool]?
    for one in filter.filters {
      let box: Envelope?
      switch one.necessaryEnvelope(of: filter.geometrySlot) {
      case .anything: continue
      case .nothing: box = nil
      case .within(let known): box = known
      }
      var meets = [Bool](repeating: false, count: atlas.incidents.count)
      if let box {
        atlas.supports.search(box) { item in
          let incident = Int(atlas.indexed[item])
          meets[incident] = found?[incident] ?? true
          return .proceed
        }
      }
      found = meets
    }
    return found
  }

  private static func named(
    _ filter: FeatureFilter<IncidentProperty>, _ atlas: Atlas
  ) -> Set<Int>? {
    var found: Set<Int>?
    for one in filter.filters {
      guard let slot = one.slot(of: IncidentProperty.id.name) else { continue }
      let ordinals: Set<Int>
      switch one.necessaryStrings(of: slot) {
      case .anything: continue
      case .nothing: ordinals = []
      case .within(let names):
        ordinals = Set(names.compactMap { IncidentID($0) }.compactMap(atlas.ordinal(of:)))
      }
      found = found?.intersection(ordinals) ?? ordinals
    }
    return found
  }

  /// Whether an incident passes.
  func passes(_ incident: Int, of atlas: Atlas) throws -> Bool {
    if let named, !named.contains(incident) { return false }
    if let mayMeet, !mayMeet[incident] { return false }
    let row = IncidentRow(incident, of: atlas, for: query)
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
