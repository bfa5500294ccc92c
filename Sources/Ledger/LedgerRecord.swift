import Records
import SimpleFeatures

/// A record as the ledger stores it: canonical bytes, and columns that repeat parts of them.
///
/// The columns are a pure function of the record and of the point that stands for it, so that
/// verification can compute them again.
protocol LedgerRecord: CanonicalRecord where ID == Identifier<Self> {
  static var recordKind: RecordKind { get }

  /// The row of another data set that the record came from; unique in a layer.
  var origin: ForeignID? { get }

  /// The geometry of the layer's row, where it is the record's own.
  var ownGeometry: Geometry? { get }

  /// Values of ``LedgerSchema/columns(of:)`` in that order.
  func columnValues(at point: LayerPoint?) -> [ColumnValue]
}

extension Source: LedgerRecord {
  static var recordKind: RecordKind { .source }
  var origin: ForeignID? { nil }
  var ownGeometry: Geometry? { nil }

  func columnValues(at point: LayerPoint?) -> [ColumnValue] {
    [
      .text(name), .text(kind.code), ColumnValue(affiliation?.text), ColumnValue(language),
    ]
  }
}

extension Place: LedgerRecord {
  static var recordKind: RecordKind { .place }
  var origin: ForeignID? { nil }
  var ownGeometry: Geometry? { location?.geometry }

  func columnValues(at point: LayerPoint?) -> [ColumnValue] {
    [
      .text(kind.code), ColumnValue(name(in: .latin)), ColumnValue(name(in: .arabic)),
      .text(bank.code), ColumnValue(parent?.text), ColumnValue(location?.precisionMeters),
      ColumnValue(location.map { $0.isApproximate ? 1 : 0 }), ColumnValue(location?.origin.code),
      ColumnValue(note),
    ]
  }
}

extension Incident: LedgerRecord {
  static var recordKind: RecordKind { .incident }
  var origin: ForeignID? { foreignID }
  var ownGeometry: Geometry? { nil }

  func columnValues(at point: LayerPoint?) -> [ColumnValue] {
    let interval = time?.interval
    return [
      .text(title), .text(kind.code), ColumnValue(interval?.start?.description),
      ColumnValue(interval?.end?.description), ColumnValue(time?.description),
      .text(timePrecision.code), ColumnValue(point?.scale.code),
      ColumnValue(point?.radiusMeters), .integer(locations.count),
      ColumnValue(foreignID?.source.text), ColumnValue(foreignID?.id), ColumnValue(note),
    ]
  }
}

extension Claim: LedgerRecord {
  static var recordKind: RecordKind { .claim }
  var origin: ForeignID? { foreignID }
  var ownGeometry: Geometry? { nil }

  func columnValues(at point: LayerPoint?) -> [ColumnValue] {
    let figure = quantities.first
    return [
      .text(claimant.text), ColumnValue(kinds.first?.code), .text(polarity.code),
      .text(statement), ColumnValue(figure?.minimum), ColumnValue(figure?.maximum),
      ColumnValue(figure?.unit.code), ColumnValue(figure?.status.code),
      ColumnValue(figure?.bound.code), ColumnValue(placeAsStated),
      ColumnValue(published?.interval.end?.description),
      .text(incidents.map(\.incident.text).joined(separator: " ")),
      ColumnValue(foreignID?.source.text), ColumnValue(foreignID?.id), ColumnValue(note),
    ]
  }
}
