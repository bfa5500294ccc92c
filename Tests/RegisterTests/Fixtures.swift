import Foundation
import Inquiry
import Interchange
import Ledger
import Records
import Register
import Testing
import TestSupport

/// A folder of its own for one test, gone with it.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "sijil-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var store: String { folder.appending(path: "sijil.gpkg").path }

  /// Names of the files in the folder, sorted.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  /// Writes a file of lines.
  func file(_ name: String, _ lines: [String]) throws -> URL {
    let file = folder.appending(path: name)
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
    return file
  }

  /// A copy of the bundled facts whose named file went through a change.
  func brokenData(_ name: String, _ change: (String) -> String) throws -> URL {
    let copy = folder.appending(path: "data")
    try FileManager.default.copyItem(at: Repository.data, to: copy)
    let file = copy.appending(path: name)
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(change(text).utf8).write(to: file)
    return copy
  }
}

/// The store that the bundled facts make.
enum Mosul {
  /// When the facts went in.
  static let madeAt = "2026-01-01T00:00:00Z"

  /// The store's bytes, made once; each test opens its own copy.
  private static let bytes: Result<Data, any Error> = Result {
    let scratch = try Scratch()
    let outcome = try Register.create(
      at: scratch.store, from: Repository.data, author: "tests", recordedAt: moment(madeAt))
    try #require(outcome.isAccepted, "\(outcome.issues)")
    return try Data(contentsOf: URL(fileURLWithPath: scratch.store))
  }

  /// Opens a fresh copy.
  static func register(in scratch: Scratch, access: Register.Access = .readOnly) throws -> Register
  {
    try bytes.get().write(to: URL(fileURLWithPath: scratch.store))
    return try Register.open(at: scratch.store, access: access)
  }
}

func id<Record>(_ text: String) throws -> Identifier<Record> { try #require(Identifier(text)) }

func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

func moment(_ text: String) throws -> Instant { try #require(Instant(text)) }

/// Every incident on one page.
func everything(_ change: (inout IncidentQuery) -> Void = { _ in }) -> IncidentQuery {
  var query = IncidentQuery()
  query.limit = .max
  change(&query)
  return query
}
