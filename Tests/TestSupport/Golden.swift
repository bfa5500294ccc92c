import Foundation
public import Testing

/// Compares bytes with a golden file; recording one always fails the run.
///
/// A missing file, or `RECORD_GOLDENS=1`, writes the file and still fails, so that a recording can
/// never pass unseen.
///
/// - Parameters:
///   - actual: The bytes made by the code under test.
///   - name: The file's name inside `Tests/<target>/Goldens`.
///   - filePath: The test's own file.
///   - location: Where a failure is reported.
public func expectGolden(
  _ actual: [UInt8], _ name: String, filePath: String = #filePath,
  location: SourceLocation = #_sourceLocation
) {
  let folder = URL(fileURLWithPath: filePath).deletingLastPathComponent()
    .appending(path: "Goldens")
  let file = folder.appending(path: name)
  let recording = ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil
  guard !recording, let expected = try? Data(contentsOf: file) else {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(actual).write(to: file)
      Issue.record("recorded \(name): look at it, then run again", sourceLocation: location)
    } catch {
      Issue.record("cannot record \(name): \(error)", sourceLocation: location)
    }
    return
  }
  guard [UInt8](expected) != actual else { return }
  let lines = String(decoding: actual, as: UTF8.self).split(
    separator: "\n", omittingEmptySubsequences: false)
  let wanted = String(decoding: expected, as: UTF8.self).split(
    separator: "\n", omittingEmptySubsequences: false)
  let first = zip(lines, wanted).enumerated().first { $0.element.0 != $0.element.1 }
  let row = first?.offset ?? min(lines.count, wanted.count)
  Issue.record(
    """
    differs from golden \(name) at line \(row + 1)
    expected: \(row < wanted.count ? String(wanted[row]) : "(no line)")
    actual:   \(row < lines.count ? String(lines[row]) : "(no line)")
    """, sourceLocation: location)
}
