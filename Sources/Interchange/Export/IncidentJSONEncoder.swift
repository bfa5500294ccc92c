public import Inquiry
import JSONText
import Records
import SimpleFeatures

/// Writes incidents as plain JSON: one object with what the answer says of itself and an array.
///
/// Each incident has the same members as the other formats give it, and its point beside them.
public struct IncidentJSONEncoder: IncidentEncoder {
  private let numberReturned: Int?
  private var writer = JSONWriter(reserving: 4_096)
  private var asOf: CivilDate?
  private var isFirst = true

  /// Makes an encoder for one text.
  ///
  /// - Parameter numberReturned: How many incidents will be written; by default those of the page.
  public init(numberReturned: Int? = nil) { self.numberReturned = numberReturned }

  /// Writes the object up to its incidents.
  ///
  /// - Parameters:
  ///   - page: The answer.
  ///   - buffer: Where bytes are appended.
  public mutating func begin(_ page: IncidentPage, into buffer: inout [UInt8]) {
    asOf = page.query.asOf
    isFirst = true
    writer.removeAll()
    writer.beginObject()
    writer.members(of: page, numberReturned: numberReturned ?? page.features.count)
    writer.key("incidents")
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

  /// Writes one incident on a line of its own.
  ///
  /// - Parameters:
  ///   - feature: The incident.
  ///   - buffer: Where bytes are appended.
  public mutating func encode(_ feature: IncidentFeature, into buffer: inout [UInt8]) {
    if !isFirst { buffer.append(contentsOf: ",\n".utf8) }
    isFirst = false
    writer.write(into: &buffer) { writer in
      writer.beginObject()
      writer.members(of: feature, asOf: asOf)
      writer.key("longitude")
      writer.number(feature.point?.position.longitude, decimals: 7)
      writer.key("latitude")
      writer.number(feature.point?.position.latitude, decimals: 7)
      writer.endObject()
    }
  }

  /// Closes the array and the object.
  ///
  /// - Parameter buffer: Where bytes are appended.
  public mutating func end(into buffer: inout [UInt8]) {
    buffer.append(contentsOf: (isFirst ? "]}\n" : "\n]}\n").utf8)
  }
}
