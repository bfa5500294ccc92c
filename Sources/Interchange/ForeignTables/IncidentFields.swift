import JSONText
import Records

/// Which fields of a table or a layer say what of an incident.
public struct IncidentFields: Sendable {
  /// Names under which each column is looked for, the first one found is taken.
  var columns: [IncidentsColumn: [String]]
  /// What an absent or empty cell stands for.
  var fallbacks: [IncidentsColumn: String] = [:]
  /// The data set, where the mapping names it; else it is named after the file.
  var sourceID: SourceID?
  /// The data set's name.
  var sourceName: String?
  /// Whom killed and injured count.
  var unit = CountingUnit.persons
  /// Whether names are compared by letters and digits alone, in small letters.
  var foldsNames = false
  /// Whether texts carry the guard of a formula-safe CSV.
  var isGuarded = false
  /// Columns that must be there.
  var required: [IncidentsColumn] = [.id]
  /// Whether a row must have a time and a place, not only may.
  var needsTimeAndPlace = false

  /// The columns of `incidents-csv`.
  static let plain = IncidentFields(
    columns: Dictionary(
      uniqueKeysWithValues: IncidentsColumn.plain.map { ($0, [$0.name]) }),
    required: [.id, .date, .longitude, .latitude], needsTimeAndPlace: true)

  /// The properties of our own exports, and plain names for the same.
  public static let exported = IncidentFields(
    columns: [
      .id: ["id"], .title: ["title", "name"], .kind: ["kind"], .date: ["date"],
      .start: ["event_start", "start"], .end: ["event_end", "end"],
      .timePrecision: ["time_precision"], .longitude: ["longitude", "lon"],
      .latitude: ["latitude", "lat"], .radiusMeters: ["radius_m"],
      .locationPrecision: ["location_scale", "location_precision"], .place: ["district"],
      .killedMinimum: ["killed_min"], .killedMaximum: ["killed_max"],
      .killedMaximumIsOpen: ["killed_max_open"], .injuredMinimum: ["injured_min"],
      .injuredMaximum: ["injured_max"], .injuredMaximumIsOpen: ["injured_max_open"],
      .casualtiesMinimum: ["casualties_min"], .casualtiesMaximum: ["casualties_max"],
      .grading: ["grade", "grading"], .gradedBy: ["grade_by"], .attributedTo: ["attributed_to"],
      .claimant: ["claimant"], .published: ["published"], .url: ["url"],
    ], isGuarded: true)

  /// Columns as Airwars publishes them, in any spelling of the names.
  ///
  /// A point without an accuracy counts as that of a city, 10 km.
  static let airwars = IncidentFields(
    columns: [
      .id: ["reference_code", "unique_reference_code", "code", "id"],
      .date: ["date", "incident_date"], .place: ["location", "location_name"],
      .title: ["title"], .longitude: ["longitude", "lon", "lng"], .latitude: ["latitude", "lat"],
      .locationPrecision: [
        "geolocation_accuracy", "location_accuracy", "location_precision", "accuracy",
      ],
      .killedMinimum: ["civilians_killed_min", "civilian_killed_min", "killed_min"],
      .killedMaximum: ["civilians_killed_max", "civilian_killed_max", "killed_max"],
      .injuredMinimum: ["civilians_injured_min", "civilian_injured_min", "injured_min"],
      .injuredMaximum: ["civilians_injured_max", "civilian_injured_max", "injured_max"],
      .attributedTo: ["belligerent", "belligerents", "known_belligerent", "suspected_belligerent"],
      .grading: ["grading", "civilian_harm_grading", "grade"], .url: ["url", "link"],
    ],
    fallbacks: [.locationPrecision: LocationScale.city.rawValue],
    sourceID: SourceID(literal: "airwars"), sourceName: "Airwars", unit: .civilians,
    foldsNames: true, required: [.id, .date])

  /// Finds the columns of a file.
  func columns(among names: [String]) -> ForeignColumns<IncidentsColumn> {
    let wanted = foldsNames ? names.map(Self.folded) : names
    return ForeignColumns(
      names,
      ordinals: IncidentsColumn.allCases.map { column in
        columns[column]?.lazy.compactMap { wanted.firstIndex(of: $0) }.first
      }, fallbacks: IncidentsColumn.allCases.map { Array((fallbacks[$0] ?? "").utf8) })
  }

  /// Names of columns that must be there and are not.
  func missing(among names: [String]) -> [String] {
    let found = columns(among: names)
    return required.filter { found[$0] == nil }.map { columns[$0]?.first ?? $0.name }
  }

  /// The name in small letters, runs of anything but letters and digits as one `_`.
  static func folded(_ name: String) -> String {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "_")
  }
}

// A mapping file.
extension IncidentFields {
  /// Reads a mapping file.
  ///
  /// An object with `columns` (our word to the file's name of the column), and optionally
  /// `defaults` (our word to what an empty cell stands for), `source` (`id` and `name` of the data
  /// set) and `unit` (`persons` or `civilians`). See docs/import.md.
  ///
  /// - Parameters:
  ///   - bytes: JSON.
  ///   - file: The file's name in messages.
  /// - Throws: ``InterchangeError/badMapping(file:reason:)``.
  public init(mapping bytes: [UInt8], file: String) throws(InterchangeError) {
    func refusal(_ reason: String) -> InterchangeError { .badMapping(file: file, reason: reason) }
    let value: JSONValue
    do { value = try JSONValue(parsing: bytes, maximumDepth: 4, maximumCount: 1 << 20) } catch {
      throw refusal(error.description)
    }
    guard let object = value.object else { throw refusal("wanted an object") }
    let members = ["columns", "defaults", "source", "unit"]
    if let other = object.members.first(where: { !members.contains($0.name) }) {
      throw refusal("unknown member \"\(other.name)\"; allowed: \(members.joined(separator: ", "))")
    }
    guard let named = object["columns"]?.object else {
      throw refusal("member \"columns\" is missing or no object")
    }
    columns = try Self.words(in: named, refusal).mapValues { [$0] }
    guard columns[.id] != nil else { throw refusal("\"columns\" must name the column of id") }
    if let defaults = object["defaults"]?.object {
      fallbacks = try Self.words(in: defaults, refusal)
    } else if object["defaults"] != nil {
      throw refusal("\"defaults\" must be an object")
    }
    if let source = object["source"] {
      sourceName = source.object?["name"]?.string
      sourceID = source.object?["id"]?.string.flatMap { SourceID($0) }
      guard sourceID != nil else {
        throw refusal("\"source\" needs an \"id\" and may have a \"name\"")
      }
    }
    guard let unit = object["unit"] else { return }
    guard let code = unit.string.flatMap({ CountingUnit(code: $0) }),
      code == .persons || code == .civilians
    else { throw refusal("\"unit\" must be persons or civilians") }
    self.unit = code
  }

  private static func words(
    in object: JSONObject, _ refusal: (String) -> InterchangeError
  ) throws(InterchangeError) -> [IncidentsColumn: String] {
    var words: [IncidentsColumn: String] = [:]
    for member in object.members {
      guard let column = IncidentsColumn.allCases.first(where: { $0.name == member.name }) else {
        throw refusal(
          "unknown word \"\(member.name)\"; allowed: "
            + IncidentsColumn.allCases.map(\.name).joined(separator: ", "))
      }
      switch member.value {
      case .string(let text): words[column] = text
      case .number(let number): words[column] = number.text
      default: throw refusal("\"\(member.name)\" must be a text or a number")
      }
    }
    return words
  }
}
