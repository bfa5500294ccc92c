import Foundation
import JSONText
import TestSupport
import Testing

/// The built binary, run as a user runs it: in a folder of its own, with a clean environment.
struct Program {
  /// What a run came to.
  struct Outcome {
    let status: Int32
    let output: [UInt8]
    let errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// The output as JSON.
    func json() throws -> JSONValue { try JSONValue(parsing: output) }
  }

  /// A folder that goes away with the test.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "sijil-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// The binary beside the test runner; `SIJIL_BINARY` takes its place.
  static let binary: URL = {
    if let named = ProcessInfo.processInfo.environment["SIJIL_BINARY"] {
      return URL(fileURLWithPath: named)
    }
    let runner = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let beside = runner.deletingLastPathComponent().appending(path: "sijil")
    return FileManager.default.isExecutableFile(atPath: beside.path)
      ? beside : Repository.root.appending(path: ".build/debug/sijil")
  }()

  /// Starts the binary; the caller waits for it.
  func start(
    _ arguments: [String], environment: [String: String] = [:],
    input: Any? = FileHandle.nullDevice, output: Any?, errors: Any?
  ) throws -> Process {
    let process = Process()
    process.executableURL = Self.binary
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": folder.path, "LC_ALL": "C.UTF-8",
      "SIJIL_NOW": "2026-11-23T00:00:00Z", "SIJIL_AUTHOR": "tests",
      "SIJIL_DATA": Repository.data.path,
    ].merging(environment) { _, new in new }
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    return process
  }

  /// Runs the binary to its end.
  @discardableResult
  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Outcome {
    try run(arguments, environment: environment)
  }

  /// Runs the binary to its end.
  @discardableResult
  func run(
    _ arguments: [String], environment: [String: String] = [:], input: URL? = nil
  ) throws -> Outcome {
    // Files, not pipes: a large answer must not wait for a reader that waits for the end.
    let outputFile = folder.appending(path: UUID().uuidString)
    let errorFile = folder.appending(path: UUID().uuidString)
    for file in [outputFile, errorFile] {
      _ = FileManager.default.createFile(atPath: file.path, contents: nil)
    }
    let process = try start(
      arguments, environment: environment,
      input: try input.map { try FileHandle(forReadingFrom: $0) } ?? FileHandle.nullDevice,
      output: try FileHandle(forWritingTo: outputFile),
      errors: try FileHandle(forWritingTo: errorFile))
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: [UInt8](try Data(contentsOf: outputFile)),
      errors: String(decoding: try Data(contentsOf: errorFile), as: UTF8.self))
  }

  /// Removes the folder.
  func remove() { try? FileManager.default.removeItem(at: folder) }
}

/// Runs a test on a store made from the bundled data.
func withStore(_ body: (Program) async throws -> Void) async throws {
  let program = try Program()
  defer { program.remove() }
  let made = try program.run("init")
  try #require(made.status == 0, "\(made.errors)")
  try await body(program)
}

/// Whether a tool is on this machine.
func hasTool(_ name: String) -> Bool {
  ["/usr/bin/", "/usr/local/bin/", "/bin/"].contains {
    FileManager.default.isExecutableFile(atPath: $0 + name)
  }
}

/// Runs another tool and returns what it prints.
func runTool(_ name: String, _ arguments: [String]) throws -> String {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = [name] + arguments
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = FileHandle.nullDevice
  try process.run()
  let data = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  try #require(process.terminationStatus == 0, "\(name) \(arguments) failed")
  return String(decoding: data, as: UTF8.self)
}
