public import SimpleFeatures

/// Why tiles could not be read or written.
public enum TilesError: Error, Hashable, Sendable {
  /// The bytes of a vector tile break a rule, at a byte counted from 0.
  case vectorTile(VectorTileFault, offset: Int)
  /// A feature or layer breaks a rule and cannot be written; features count from 0.
  case unwritable(VectorTileFault, layer: String, feature: Int?)
  /// An archive breaks a rule, at a byte of the file counted from 0.
  case archive(ArchiveFault, offset: UInt64)
  /// A position that is not on the Earth.
  case outsideWorld(Position)
  /// A zoom that no tile or shape has.
  case noSuchZoom(Int)
  /// A file cannot be read, by the system's error number.
  case unreadable(path: String, errorNumber: Int32)
}

extension TilesError: CustomStringConvertible {
  /// One line: what is wrong and where.
  public var description: String {
    switch self {
    case .vectorTile(let fault, let offset): "vector tile, byte \(offset): \(fault)"
    case .unwritable(let fault, let layer, let feature):
      "layer \"\(layer)\"\(feature.map { ", feature \($0)" } ?? ""): \(fault)"
    case .archive(let fault, let offset): "archive, byte \(offset): \(fault)"
    case .outsideWorld(let position):
      "longitude \(position.longitude), latitude \(position.latitude) is outside ±180, ±90"
    case .noSuchZoom(let zoom): "zoom \(zoom) is not in 0 to \(ZoomGeometry.maximumZoom)"
    case .unreadable(let path, let number):
      "cannot read \(path): \(SystemError.text(of: number))"
    }
  }
}
