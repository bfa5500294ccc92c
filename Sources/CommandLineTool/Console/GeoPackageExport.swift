import Inquiry
import Interchange
import Ledger

/// Writes an answer as a GeoPackage: one layer of supports with every property.
struct GeoPackageExport {
  private let answer: IncidentAnswer

  init(_ answer: IncidentAnswer) { self.answer = answer }

  func write(to path: String) throws {
    let table = FeatureTable(
      name: "incidents", summary: "incidents of an answer, with the area in which each may lie",
      columns: IncidentProperty.allCases.map {
        FeatureTable.Column(name: $0.name, type: $0.type.column, isRequired: !$0.isNullable)
      }, changedAt: answer.head.dataVersion.recordedAt)
    let asOf = answer.head.query.asOf
    try table.write(to: path) { write in
      try answer.forEach { feature in
        try write(
          FeatureTable.Row(
            geometry: feature.support,
            values: feature.cells(asOf: asOf).map { FeatureTable.Value($0) }))
      }
    }
  }
}

extension PropertyType {
  fileprivate var column: FeatureTable.ColumnType {
    switch self {
    case .text, .list: .text
    case .day: .day
    case .integer: .integer
    case .number: .real
    case .truth: .truth
    }
  }
}

extension FeatureTable.Value {
  fileprivate init(_ cell: IncidentCell) {
    switch cell {
    case .absent: self = .absent
    case .text(let text): self = .text(text)
    case .integer(let integer): self = .integer(integer)
    case .number(let number): self = .real(number)
    case .truth(let truth): self = .truth(truth)
    }
  }
}
