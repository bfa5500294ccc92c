public import Inquiry
import JSONText
import Records
public import SimpleFeatures

/// Writes incidents as one GeoJSON feature collection, feature by feature.
///
/// The collection says how many incidents match, by which match and as of when, besides the
/// members that the caller adds, such as the links of a web service.
///
/// - Note: Source – RFC 7946; foreign members by its §6.1; `numberMatched` and `numberReturned` of
///   OGC API Features Part 1 §7.15.
public struct IncidentGeoJSONEncoder: IncidentEncoder {
  /// A member of the collection that the caller adds.
  public struct Member: Sendable {
    let name: String
    let json: [UInt8]

    /// Makes a member.
    ///
    /// - Parameters:
    ///   - name: One that the collection has not got already.
    ///   - json: One complete JSON value.
    public init(name: String, json: [UInt8]) {
      self.name = name
      self.json = json
    }
  }

  private let geometry: IncidentGeometry
  private let selection: [IncidentProperty]
  private let system: ReferenceSystem
  private let members: [Member]
  private let numberReturned: Int?
  private var writer = JSONWriter(reserving: 4_096)
  private var asOf: CivilDate?
  private var isFirst = true

  /// Makes an encoder for one collection.
  ///
  /// - Parameters:
  ///   - geometry: Which geometry the features carry.
  ///   - selection: The properties that they carry.
  ///   - system: What coordinates are in; another one than CRS84 is for who asked for it.
  ///   - members: Further members of the collection.
  ///   - numberReturned: How many features will be written; by default those of the page.
  public init(
    geometry: IncidentGeometry = .point, selection: [IncidentProperty] = IncidentProperty.all,
    in system: ReferenceSystem = .crs84,
    members: [Member] = [], numberReturned: Int? = nil
  ) {
    self.geometry = geometry
    self.selection = selection
    self.system = system
    self.members = members
    self.numberReturned = numberReturned
  }

  /// Writes the collection up to its features.
  ///
  /// - Parameters:
  ///   - page: The answer.
  ///   - buffer: Where bytes are appended.
  public mutating func begin(_ page: IncidentPage, into buffer: inout [UInt8]) {
    asOf = page.query.asOf
    isFirst = true
    writer.removeAll()
    writer.beginObject()
    writer.key("type")
    writer.string("FeatureCollection")
    writer.members(of: page, numberReturned: numberReturned ?? page.features.count)
    for member in members {
      writer.key(member.name)
      writer.raw(member.json)
    }
    writer.key("features")
    buffer.append(contentsOf: writer.bytes)
    buffer.append(contentsOf: "[\n".utf8)
  }

  /// Takes up the answer behind its first features.
  ///
  /// - Parameter page: The answer.
  public mutating func resume(_ page: IncidentPage) {
    asOf = page.query.asOf
    isFirst = false
  }

  /// Writes one feature on a line of its own.
  ///
  /// - Parameters:
  ///   - feature: The incident.
  ///   - buffer: Where bytes are appended.
  public mutating func encode(_ feature: IncidentFeature, into buffer: inout [UInt8]) {
    if !isFirst { buffer.append(contentsOf: ",\n".utf8) }
    isFirst = false
    writer.write(into: &buffer) {
      $0.feature(feature, selection, geometry: geometry, in: system, asOf: asOf)
    }
  }

  /// Closes the collection.
  ///
  /// - Parameter buffer: Where bytes are appended.
  public mutating func end(into buffer: inout [UInt8]) {
    buffer.append(contentsOf: (isFirst ? "]}\n" : "\n]}\n").utf8)
  }
}
