import Assessment
public import Inquiry
import JSONText
import Records

/// Writes incidents as one KML document, placemark by placemark.
///
/// A placemark has its name, the span of days, a style by grade, every property under a typed
/// schema, and one geometry of two parts: the point that stands for the incident and the polygons
/// in which it may lie. What is unknown is left out: an open end of the span, a property, the
/// geometry; so an empty text never reads as zero.
///
/// - Note: Source – OGC 12-007r2, KML 2.3, in the namespace of 2.2 (07-147r2) that more programs
///   know; nothing here needs the newer one.
public struct IncidentKMLEncoder: IncidentEncoder {
  private let numberReturned: Int?
  private var writer = XMLWriter(reserving: 4_096)
  private var digits = JSONWriter(reserving: 32)
  private var asOf: CivilDate?

  /// Makes an encoder for one document.
  ///
  /// - Parameter numberReturned: How many incidents will be written; by default those of the page.
  public init(numberReturned: Int? = nil) { self.numberReturned = numberReturned }

  /// Writes the document up to its placemarks: what the answer says of itself, styles and schema.
  ///
  /// - Parameters:
  ///   - page: The answer.
  ///   - buffer: Where bytes are appended.
  public mutating func begin(_ page: IncidentPage, into buffer: inout [UInt8]) {
    asOf = page.query.asOf
    writer.removeAll()
    writer.markup(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <kml xmlns="http://www.opengis.net/kml/2.2">
      <Document>
      <name>incidents</name>

      """)
    writer.gradeStyles()
    writer.markup("<ExtendedData>\n")
    data("numberMatched", String(page.numberMatched))
    data("numberReturned", String(numberReturned ?? page.features.count))
    data("match", page.query.match.code)
    data("method", page.query.method.code)
    data("as_of", asOf?.description)
    data("as_recorded", page.query.asRecorded?.description)
    data("data_version", page.dataVersion.hash.isEmpty ? nil : page.dataVersion.hash)
    writer.markup("</ExtendedData>\n")
    schema()
    buffer.append(contentsOf: writer.bytes)
  }

  /// Takes up the answer behind its first features.
  ///
  /// - Parameter page: The answer.
  public mutating func resume(_ page: IncidentPage) {
    asOf = page.query.asOf
  }

  /// Writes one placemark on a line of its own.
  ///
  /// - Parameters:
  ///   - feature: The incident.
  ///   - buffer: Where bytes are appended.
  public mutating func encode(_ feature: IncidentFeature, into buffer: inout [UInt8]) {
    writer.removeAll()
    writer.markup("<Placemark>")
    writer.element("name", feature.title)
    span(of: feature)
    writer.markup("<styleUrl>#grade-")
    writer.plain((feature.assessment.shownGrade?.code ?? KMLStyle.ungraded).utf8)
    writer.markup("</styleUrl>")
    writer.markup("<ExtendedData><SchemaData schemaUrl=\"#incident\">")
    for property in IncidentProperty.all {
      datum(property, feature.value(of: property, asOf: asOf))
    }
    writer.markup("</SchemaData></ExtendedData>")
    writer.placement(of: feature, &digits)
    writer.markup("</Placemark>\n")
    buffer.append(contentsOf: writer.bytes)
  }

  /// Closes the document.
  ///
  /// - Parameter buffer: Where bytes are appended.
  public mutating func end(into buffer: inout [UInt8]) {
    buffer.append(contentsOf: "</Document>\n</kml>\n".utf8)
  }
}

extension IncidentKMLEncoder {
  /// Untyped data of the document (`kml:Data`); absent is left out.
  private mutating func data(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    writer.markup("<Data name=\"")
    writer.markup(name)
    writer.markup("\">")
    writer.element("value", value)
    writer.markup("</Data>\n")
  }

  /// The types of the properties (`kml:Schema`).
  private mutating func schema() {
    writer.markup("<Schema name=\"incident\" id=\"incident\">\n")
    for property in IncidentProperty.allCases {
      writer.markup("<SimpleField type=\"")
      writer.plain(property.kmlType.utf8)
      writer.markup("\" name=\"")
      writer.plain(property.name.utf8)
      writer.markup("\"></SimpleField>\n")
    }
    writer.markup("</Schema>\n")
  }

  /// A span (`kml:TimeSpan`): one that is open on both sides says nothing and is left out.
  private mutating func span(of feature: IncidentFeature) {
    guard let time = feature.time, time.start != nil || time.end != nil else { return }
    writer.markup("<TimeSpan>")
    writer.element("begin", time.start?.description)
    writer.element("end", time.end?.description)
    writer.markup("</TimeSpan>")
  }

  private mutating func datum(_ property: IncidentProperty, _ value: IncidentValue) {
    if value.isAbsent { return }
    writer.markup("<SimpleData name=\"")
    writer.plain(property.name.utf8)
    writer.markup("\">")
    switch value {
    case .text(let text): writer.text(text ?? "")
    case .code(let code): writer.plain((code ?? "").utf8)
    case .day(let day): writer.plain((day?.description ?? "").utf8)
    case .assessment(let id): writer.plain(id.assessmentPath(asOf: asOf).utf8)
    case .integer(let integer): writer.plain(String(integer ?? 0).utf8)
    case .number(let number, let decimals): writer.number(number, decimals: decimals, &digits)
    case .truth(let truth): writer.plain((truth == true ? "1" : "0").utf8)
    case .texts, .claims, .districts: writer.text(value.delimited ?? "")
    }
    writer.markup("</SimpleData>")
  }
}

extension IncidentProperty {
  /// The type's name in a schema (`kml:SimpleField`); `bool` takes 0 and 1, `int` has 32 bits and
  /// holds no identifying number.
  fileprivate var kmlType: String {
    if self == .number { return "string" }
    return switch type {
    case .text, .day, .list: "string"
    case .integer: "int"
    case .number: "double"
    case .truth: "bool"
    }
  }
}
