import Foundation
import Interchange
import Ledger
import SimpleFeatures

/// Checks the geometries of binary layers.
struct LayerCheck {
  private let report: CheckReport
  private let geometries = GeometryCheck(wantsWinding: false)

  init(_ report: CheckReport) { self.report = report }

  /// A FlatGeobuf layer; it cannot be read past its first fault.
  func flatGeobuf(_ file: URL) throws {
    do {
      var reader = try FlatGeobufReader(reading: file, altitude: .dropped)
      while let feature = try reader.next() {
        report.checked += 1
        try check(
          feature.geometry, feature: report.checked, offset: feature.fileOffset, layer: nil)
      }
    } catch FlatGeobufError.refused(let fault, at: let offset) {
      try report.add(
        CheckProblem(
          code: .flatGeobufBroken, feature: report.checked + 1, offset: offset, reason: "\(fault)"))
      report.notes.append("what follows was not checked")
    }
  }

  /// Every layer of features of a GeoPackage.
  func geoPackage(_ path: String) throws {
    for layer in try FeatureTable.layers(at: path) {
      try FeatureTable.read(at: path, layer: layer) { _, row in
        report.checked += 1
        switch row.geometry {
        case .success(let geometry):
          try check(geometry, feature: row.number, offset: nil, layer: layer)
        case .failure(let fault):
          try report.add(
            CheckProblem(
              code: .geoPackageGeometry, feature: row.number, member: "\(layer).\(fault.column)",
              reason: fault.description))
        }
      }
    }
  }

  private func check(_ geometry: Geometry?, feature: Int, offset: Int?, layer: String?) throws {
    guard let geometry else { return }
    for problem in geometries.problems(of: geometry) {
      try report.add(
        CheckProblem(
          code: problem.code, feature: feature, offset: offset, member: layer,
          reason: problem.reason))
    }
  }
}
