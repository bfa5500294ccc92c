import Atlas
import Interchange
import JSONText
import QueryLanguage
import SimpleFeatures

/// A filter that is asked of the features of any GeoJSON, whose properties nobody has declared.
struct StreamFilter {
  private let filter: Filter
  private let readsGeometry: Bool

  init(_ parsed: ParsedFilter) throws(FilterError) {
    // Asked first with nothing declared, to learn which names are used at all.
    let names = try Filter(checking: parsed, against: Queryables([], isOpen: true)).queryables
    readsGeometry = names.contains { $0.name == Self.geometryName }
    filter = try Filter(
      checking: parsed,
      against: Queryables(
        readsGeometry ? [Queryable(Self.geometryName, .geometry)] : [], isOpen: true),
      relations: .exact)
  }

  /// Whether a feature satisfies the filter; an unknown answer does not.
  ///
  /// - Throws: ``StreamFilterError``.
  func matches(_ record: FeatureRecord) throws(StreamFilterError) -> Bool {
    let object: JSONObject
    do { object = try record.parsed() } catch { throw .stream(error) }
    var geometry: Geometry?
    if readsGeometry, let value = object["geometry"], !value.isNull {
      do {
        geometry = try Geometry(geoJSON: value, altitude: .dropped)
      } catch {
        throw .geometry(error, feature: record.index, offset: record.offset)
      }
    }
    let properties = object["properties"]?.object
    do {
      return try filter.matches { slot in
        let name = filter.queryables[slot].name
        if name == Self.geometryName { return geometry.map(FilterValue.geometry) ?? .null }
        if let value = properties?[name] { return FilterValue(value) }
        return name == "id" ? object["id"].map { FilterValue($0) } ?? .null : .null
      }
    } catch {
      throw .undecided(error, feature: record.index, offset: record.offset)
    }
  }

  private static let geometryName = "geometry"
}

/// Why a feature could not be asked, and where it stands.
enum StreamFilterError: Error, CustomStringConvertible {
  case stream(FeatureStreamError)
  case geometry(SimpleFeaturesError, feature: Int, offset: Int)
  case undecided(FilterError, feature: Int, offset: Int)

  var description: String {
    switch self {
    case .stream(let error): "\(error)"
    case .geometry(let error, let feature, let offset):
      "feature \(feature) at byte \(offset): \(error)"
    case .undecided(let error, let feature, let offset):
      "feature \(feature) at byte \(offset): \(error.fault)"
    }
  }
}

extension FilterValue {
  /// The value of a property as JSON has it; an object is the text of its JSON.
  init(_ value: JSONValue) {
    switch value {
    case .null: self = .null
    case .boolean(let truth): self = .boolean(truth)
    case .number(let number):
      self =
        number.integer.map(FilterValue.integer) ?? number.double.map(FilterValue.number) ?? .null
    case .string(let text): self = .string(text)
    case .array(let elements): self = .array(elements.map { FilterValue($0) })
    case .object:
      var writer = JSONWriter()
      writer.value(value)
      self = .string(String(decoding: writer.bytes, as: UTF8.self))
    }
  }
}
