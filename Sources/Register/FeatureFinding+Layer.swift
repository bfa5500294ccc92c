import Interchange
import Ledger

extension RecordImporter.FeatureFinding {
  /// Takes a row of a layer of a GeoPackage.
  init(_ row: FeatureTable.Finding, names: [String]) {
    switch row.geometry {
    case .success(let geometry):
      self = .feature(
        ForeignFeature(
          number: row.number, names: names, values: row.values.map(\.text), geometry: geometry))
    case .failure(let fault):
      self = .refused(number: row.number, field: fault.column, reason: fault.description)
    }
  }
}

extension FeatureTable.Value {
  /// The value as a cell.
  fileprivate var text: String? {
    switch self {
    case .absent: nil
    case .text(let text): text
    case .integer(let integer): String(integer)
    case .real(let real): Int(exactly: real).map { String($0) } ?? String(real)
    case .truth(let truth): truth ? "true" : "false"
    }
  }
}
