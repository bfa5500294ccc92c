import Foundation
import Inquiry
import Interchange

/// Sends an answer through an encoder, feature by feature.
struct ExportStream {
  private let format: ExportFormat
  private let hasHXLTags: Bool

  init(_ format: ExportFormat, hasHXLTags: Bool = false) {
    self.format = format
    self.hasHXLTags = hasHXLTags
  }

  /// Writes to standard output.
  func write(_ answer: IncidentAnswer, to console: Console) throws {
    try write(answer) { try console.write($0) }
  }

  /// Writes a new file; one that stands there is left alone, a failed one taken away.
  func write(_ answer: IncidentAnswer, toFile path: String) throws {
    let url = URL(fileURLWithPath: path)
    do {
      try Data().write(to: url, options: .withoutOverwriting)
    } catch {
      throw CommandError.unwritable(path: path, reason: Self.reason(of: error))
    }
    do {
      let file = try FileHandle(forWritingTo: url)
      try write(answer) { try file.write(contentsOf: $0) }
      try file.synchronize()
      try file.close()
    } catch {
      try? FileManager.default.removeItem(at: url)
      throw CommandError.unwritable(path: path, reason: Self.reason(of: error))
    }
  }

  private static func reason(of error: any Error) -> String {
    (error as? CocoaError)?.code == .fileWriteFileExists
      ? "exists already; name another file or remove it" : error.localizedDescription
  }

  private func write(_ answer: IncidentAnswer, to sink: ([UInt8]) throws -> Void) throws {
    if format == .fgb {
      // Features can be asked for twice, so that any number of them gets an index.
      var pieces: [UInt8] = []
      try IncidentFlatGeobufFile(answer).write { piece in
        pieces.append(contentsOf: piece)
        if pieces.count > Self.pieceBytes {
          try sink(pieces)
          pieces.removeAll(keepingCapacity: true)
        }
      }
      return try sink(pieces)
    }
    try answer.encode(
      with: { [self] in
        format.makeEncoder(numberReturned: answer.count, hasHXLTags: hasHXLTags)
      }, to: sink)
  }

  private static let pieceBytes = 1 << 15
}
