import Inquiry
import Interchange

/// Sends an answer through an encoder to standard output, feature by feature.
struct ExportStream {
  private let format: ExportFormat
  private let hasHXLTags: Bool

  init(_ format: ExportFormat, hasHXLTags: Bool = false) {
    self.format = format
    self.hasHXLTags = hasHXLTags
  }

  func write(_ page: IncidentPage, to console: Console) throws {
    if format == .fgb {
      // All features are at hand, so that any number of them gets an index.
      return try IncidentFlatGeobufFile(page).write { try console.write($0) }
    }
    var encoder = format.makeEncoder(hasHXLTags: hasHXLTags)
    var bytes: [UInt8] = []
    encoder.begin(page, into: &bytes)
    for feature in page.features {
      encoder.encode(feature, into: &bytes)
      if bytes.count > 1 << 15 {
        try console.write(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    encoder.end(into: &bytes)
    try console.write(bytes)
  }
}
