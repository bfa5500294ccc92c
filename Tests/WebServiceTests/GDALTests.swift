import Foundation
import Hummingbird
import Logging
import Register
import ServiceLifecycle
import Testing

@testable import WebService

/// What GDAL's own OGC API client makes of the service.
@Suite struct GDALTests {
  private static let ogrinfo = ["/usr/bin/ogrinfo", "/usr/local/bin/ogrinfo"]
    .first(where: FileManager.default.isExecutableFile)

  @Test(.enabled(if: ogrinfo != nil, "ogrinfo is not installed: scripts/bootstrap test"))
  func `GDAL finds the layers and reads every incident of a box`() async throws {
    try await withRegister { register in
      try await serving(register) { url in
        let layers = try await run(["-ro", "-so", "-al", "OAPIF:\(url)"])
        for name in ["incidents", "incident-points", "claims", "places", "sources"] {
          #expect(layers.contains("Layer name: \(name)\n"), "\(layers)")
        }
        #expect(layers.contains("Feature Count: 76\n"))
        #expect(layers.contains("killed_min: Integer"))
        // Without -so every page is fetched, by way of the next links.
        let west = try await run([
          "-ro", "-q", "-oo", "PAGE_SIZE=7", "OAPIF:\(url)", "incidents", "-where",
          "id = 'CI550'",
        ])
        #expect(west.contains("id (String) = CI550\n"))
        let many = try await run([
          "-ro", "-q", "OAPIF:\(url)", "incidents", "-where",
          "killed_min > 100 OR title LIKE 'Airstrike on a bridge'",
        ])
        #expect(many.components(separatedBy: "OGRFeature(incidents)").count == 7)
        let all = try await run(["-ro", "-q", "-oo", "PAGE_SIZE=7", "OAPIF:\(url)", "incidents"])
        #expect(all.components(separatedBy: "OGRFeature(incidents)").count == 77)
      }
    }
  }

  /// Serves on a free port of this machine while the test runs.
  private func serving(
    _ register: Register, _ test: @Sendable @escaping (String) async throws -> Void
  ) async throws {
    let (addresses, bound) = AsyncStream<ListeningAddress>.makeStream()
    let service = try TestService(register) {
      $0.port = 0
      $0.onListening = { bound.yield($0) }
    }
    let group = ServiceGroup(
      services: [service.service.application()],
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    try await withThrowingTaskGroup { tasks in
      tasks.addTask { try await group.run() }
      tasks.addTask {
        for await address in addresses {
          do {
            try await test(address.url)
          } catch {
            await group.triggerGracefulShutdown()
            throw error
          }
          break
        }
        await group.triggerGracefulShutdown()
      }
      try await tasks.waitForAll()
    }
  }

  /// Runs ogrinfo without holding a thread of the pool.
  private func run(_ arguments: [String]) async throws -> String {
    let output = FileManager.default.temporaryDirectory
      .appending(path: "sijil-ogrinfo-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: output) }
    try #require(FileManager.default.createFile(atPath: output.path, contents: nil))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.ogrinfo))
    process.arguments = arguments
    let handle = try FileHandle(forWritingTo: output)
    process.standardOutput = handle
    process.standardError = handle
    try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { _ in continuation.resume() }
      do {
        try process.run()
      } catch {
        process.terminationHandler = nil
        continuation.resume(throwing: error)
      }
    }
    let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    #expect(process.terminationStatus == 0, "\(text)")
    return text
  }
}
