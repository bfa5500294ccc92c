public import Inquiry
import JSONText
import Records
import SimpleFeatures

/// Writes incidents as a sequence of GeoJSON features, one a line.
///
/// - Note: Source – RFC 8142; with the record separator each feature stands between 0x1E and a line
///   feed, without it the lines are newline-delimited GeoJSON, which more tools read.
public struct IncidentGeoJSONSeqEncoder: IncidentEncoder {
  private let geometry: IncidentGeometry
  private let selection: [IncidentProperty]
  private let usesRecordSeparator: Bool
  private var writer = JSONWriter(reserving: 4_096)
  private var asOf: CivilDate?

  /// Makes an encoder for one sequence.
  ///
  /// - Parameters:
  ///   - geometry: Which geometry the features carry.
  ///   - selection: The properties that they carry.
  ///   - usesRecordSeparator: Whether each feature follows a 0x1E, as RFC 8142 asks.
  public init(
    geometry: IncidentGeometry = .point, selection: [IncidentProperty] = IncidentProperty.all,
    usesRecordSeparator: Bool = false
  ) {
    self.geometry = geometry
    self.selection = selection
    self.usesRecordSeparator = usesRecordSeparator
  }

  /// Takes what the features need of the answer; a sequence has no head.
  ///
  /// - Parameters:
  ///   - page: The answer.
  ///   - buffer: Nothing is appended.
  public mutating func begin(_ page: IncidentPage, into buffer: inout [UInt8]) {
    asOf = page.query.asOf
  }

  /// Takes up the answer behind its first features.
  ///
  /// - Parameter page: The answer.
  public mutating func resume(_ page: IncidentPage) {
    asOf = page.query.asOf
  }

  /// Writes one feature on a line of its own.
  ///
  /// - Parameters:
  ///   - feature: The incident.
  ///   - buffer: Where bytes are appended.
  public mutating func encode(_ feature: IncidentFeature, into buffer: inout [UInt8]) {
    if usesRecordSeparator { buffer.append(0x1E) }
    writer.write(into: &buffer) {
      $0.feature(feature, selection, geometry: geometry, asOf: asOf)
    }
    buffer.append(0x0A)
  }

  /// Does nothing: a sequence has no foot.
  ///
  /// - Parameter buffer: Nothing is appended.
  public mutating func end(into buffer: inout [UInt8]) {}
}
