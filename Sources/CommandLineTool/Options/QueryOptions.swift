import ArgumentParser
import Inquiry
import QueryLanguage
import Records
import Register
import SimpleFeatures

/// The question that `query`, `map` and `export` put, as flags.
struct QueryOptions: ParsableArguments {
  @Option(
    name: .customLong("in"),
    help: ArgumentHelp("Inside a place, by any of its names or its id.", valueName: "place"))
  var place: String?
  @Option(help: ArgumentHelp("Inside a box of longitudes and latitudes.", valueName: "W,S,E,N"))
  var bbox: String?
  @Option(help: ArgumentHelp("Inside the polygon of a GeoJSON or WKT file.", valueName: "file"))
  var polygon: String?
  @Option(
    help: ArgumentHelp(
      "Around a place or a position; with --within or --nearest.",
      valueName: "place|lon,lat"))
  var near: String?
  @Option(help: ArgumentHelp("How far around --near, such as 500m or 2km.", valueName: "distance"))
  var within: String?
  @Option(help: ArgumentHelp("Only the nearest incidents to --near.", valueName: "count"))
  var nearest: Int?
  @Option(help: "What counts as inside: certain or possible.", transform: Parse.code)
  var match: Match = .possible
  @Option(help: ArgumentHelp("Happened on or after.", valueName: "date"), transform: Parse.date)
  var from: StatedTime?
  @Option(help: ArgumentHelp("Happened on or before.", valueName: "date"), transform: Parse.date)
  var to: StatedTime?
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("Only what had been published by the end of this day.", valueName: "date"),
    transform: Parse.day)
  var asOf: CivilDate?
  @Option(
    name: .customLong("as-recorded"),
    help: ArgumentHelp("Only what this store held then.", valueName: "instant"),
    transform: Parse.instant)
  var asRecorded: Instant?
  @Option(help: ArgumentHelp("Words in the id, the title or the places.", valueName: "words"))
  var text: String?
  @Option(
    help: ArgumentHelp("Only this kind of incident (repeatable).", valueName: "kind"),
    transform: Parse.code)
  var kind: [IncidentKind] = []
  @Option(
    help: ArgumentHelp("Only this grade (repeatable).", valueName: "grade"),
    transform: Parse.code)
  var grade: [Grade] = []
  @Option(
    help: ArgumentHelp("Only incidents that a claim attributes to this party.", valueName: "name"))
  var attributedTo: String?
  @Option(
    help: ArgumentHelp(
      "Only incidents whose killed or injured may reach this number.",
      valueName: "number"))
  var minHarm: Int?

  @Option(
    help: ArgumentHelp(
      "Only incidents that satisfy an expression of CQL2, such as 'killed_max >= 100'.",
      valueName: "expression"))
  var filter: String?
  @Option(
    name: .customLong("sort"), parsing: .unconditional,
    help: ArgumentHelp(
      "The order of the answer: properties, each with - where the greatest comes first.",
      valueName: "properties"))
  var order: String?

  /// Whether it asks for some incidents only, the day apart.
  var isNarrowed: Bool {
    [place, bbox, polygon, near, within, text, attributedTo, filter, order].contains { $0 != nil }
      || from != nil || to != nil || nearest != nil || minHarm != nil || !kind.isEmpty
      || !grade.isEmpty || match != .possible
  }

  /// The question, with names looked up.
  func query(on register: Register) throws -> IncidentQuery {
    var query = IncidentQuery()
    query.match = match
    query.time = try time()
    query.includesUndated = false
    query.asOf = asOf
    query.asRecorded = asRecorded
    query.text = text
    query.kinds = Set(kind)
    query.grades = Set(grade)
    query.attributedTo = attributedTo
    query.minimumHarm = minHarm
    query.properties = try properties()
    let areas = try AreaOptions(self).areas(on: try register.atlas(asRecorded: asRecorded))
    query.area = areas.area
    query.nearest = areas.nearest
    return query
  }

  private func properties() throws -> PropertyQuestion<IncidentProperty> {
    var question = PropertyQuestion<IncidentProperty>()
    for part in order?.split(separator: ",", omittingEmptySubsequences: false) ?? [] {
      let isDescending = part.hasPrefix("-")
      let name = String(isDescending ? part.dropFirst() : part)
      guard let property = IncidentProperty(rawValue: name), property.isSortable else {
        let names = IncidentProperty.all.filter(\.isSortable).map(\.name)
        throw ValidationError(
          "--sort \"\(name)\" is no property: use \(names.joined(separator: ", "))")
      }
      question.order.append(SortKey(property, isDescending: isDescending))
    }
    guard let filter else { return question }
    do {
      question.filters.append(try ParsedFilter(filter))
      _ = try FeatureFilter(
        question, functions: IncidentFunction.table, relations: .envelopesOnly)
    } catch {
      throw ValidationError("--filter: \(error)")
    }
    return question
  }

  private func time() throws -> DayInterval? {
    guard from != nil || to != nil else { return nil }
    guard let span = DayInterval(start: from?.interval.start, end: to?.interval.end) else {
      throw ValidationError("--to lies before --from")
    }
    return span
  }
}
