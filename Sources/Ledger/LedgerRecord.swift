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

  /// Hands over the values of ``LedgerSchema/columns(of:)`` in that order.
  func addColumns(at point: LayerPoint?, to sink: inout some ColumnSink)
}

extension Source: LedgerRecord {
  static var recordKind: RecordKind { .source }
  var origin: ForeignID? { nil }
  var ownGeometry: Geometry? { nil }

  func addColumns(at point: LayerPoint?, to sink: inout some ColumnSink) {
    sink.add(name)
    sink.add(kind.code)
    sink.add(affiliation?.text)
    sink.add(language)
  }
}

extension Place: LedgerRecord {
  static var recordKind: RecordKind { .place }
  var origin: ForeignID? { nil }
  var ownGeometry: Geometry? { location?.geometry }

  func addColumns(at point: LayerPoint?, to sink: inout some ColumnSink) {
    sink.add(kind.code)
    sink.add(name(in: .latin))
    sink.add(name(in: .arabic))
    sink.add(bank.code)
    sink.add(parent?.text)
    sink.add(location?.precisionMeters)
    sink.add(location.map { $0.isApproximate ? 1 : 0 })
    sink.add(location?.origin.code)
    sink.add(note)
  }
}

extension Incident: LedgerRecord {
  static var recordKind: RecordKind { .incident }
  var origin: ForeignID? { foreignID }
  var ownGeometry: Geometry? { nil }

  func addColumns(at point: LayerPoint?, to sink: inout some ColumnSink) {
    let interval = time?.interval
    sink.add(title)
    sink.add(kind.code)
    let start = interval?.start?.description
    sink.add(start)
    sink.add(interval?.end == interval?.start ? start : interval?.end?.description)
    sink.add(time?.description)
    sink.add(timePrecision.code)
    sink.add(point?.scale.code)
    sink.add(point?.radiusMeters)
    sink.add(locations.count)
    sink.add(foreignID?.source.text)
    sink.add(foreignID?.id)
    sink.add(note)
  }
}

extension Claim: LedgerRecord {
  static var recordKind: RecordKind { .claim }
  var origin: ForeignID? { foreignID }
  var ownGeometry: Geometry? { nil }

  func addColumns(at point: LayerPoint?, to sink: inout some ColumnSink) {
    let figure = quantities.first
    sink.add(claimant.text)
    sink.add(kinds.first?.code)
    sink.add(polarity.code)
    sink.add(statement)
    sink.add(figure?.minimum)
    sink.add(figure?.maximum)
    sink.add(figure?.unit.code)
    sink.add(figure?.status.code)
    sink.add(figure?.bound.code)
    sink.add(placeAsStated)
    sink.add(published?.interval.end?.description)
    if incidents.count == 1 {
      sink.add(incidents[0].incident.text)
    } else {
      sink.add(incidents.map(\.incident.text).joined(separator: " "))
    }
    sink.add(foreignID?.source.text)
    sink.add(foreignID?.id)
    sink.add(note)
  }
}
