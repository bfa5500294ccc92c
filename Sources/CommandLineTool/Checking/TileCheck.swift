import Compression
import Tiles

/// Checks vector tiles and archives of them.
struct TileCheck {
  private let report: CheckReport

  /// A tile may unpack to so many bytes.
  static let tileLimit = 1 << 26

  init(_ report: CheckReport) { self.report = report }

  /// One tile, plain or packed by gzip; it cannot be read past its first fault.
  func vectorTile(_ path: String) throws {
    let reader = try FileReader(path: path)
    guard reader.byteCount <= Self.tileLimit else {
      throw CommandError.unreadable(path: path, reason: "longer than \(Self.tileLimit) bytes")
    }
    var bytes = try reader.bytes(in: 0..<reader.byteCount)
    let isPacked = bytes.starts(with: [0x1F, 0x8B])
    do {
      if isPacked { bytes = try Gzip.decompress(bytes, limit: Self.tileLimit) }
      let tile = try VectorTile(decoding: bytes)
      report.checked += tile.layers.reduce(0) { $0 + $1.features.count }
    } catch TilesError.vectorTile(let fault, let offset) {
      let place = isPacked ? " (the byte is that of the unpacked tile)" : ""
      try report.add(
        CheckProblem(code: .vectorTileBroken, offset: offset, reason: "\(fault)\(place)"))
      report.notes.append("what follows was not checked")
    } catch let error as CompressionError {
      try report.add(CheckProblem(code: .vectorTileBroken, offset: 0, reason: "\(error)"))
      report.notes.append("what is packed was not checked")
    }
  }

  /// A whole archive; the member is the rule by its own code, as `sijil tiles verify` prints it.
  func archive(_ path: String) throws {
    let found = ArchiveVerification(of: try FileReader(path: path))
    report.checked += found.features
    for problem in found.problems {
      try report.add(
        CheckProblem(
          code: .tileArchiveBroken, offset: Int(clamping: problem.offset),
          member: problem.fault.code, reason: "\(problem.fault)"))
    }
    if found.unlistedProblems > 0 {
      report.notes.append("\(found.unlistedProblems) more rules are broken, not listed")
    }
  }
}
