import HTTPTypes
import HummingbirdTesting
import JSONText
import SimpleFeatures
import Synchronization
import Testing

@testable import WebService

@Suite struct MapEndpointTests {
  /// Draws nothing but remembers what was asked.
  private final class Recorder: Sendable {
    let requests = Mutex<[MapRequest]>([])

    func draw(_ request: MapRequest) async throws -> [UInt8] {
      requests.withLock { $0.append(request) }
      if request.place == "nowhere" {
        throw MapFault.unknownPlace("nowhere", candidates: ["Now", "Here"])
      }
      if request.place == "dwrat abude" { throw MapFault.unlocatedPlace("dwrat abude") }
      return Array("map\n".utf8)
    }

    var last: MapRequest? { requests.withLock { $0.last } }
  }

  @Test func `parameters become the drawing`() async throws {
    let recorder = Recorder()
    let service = try TestService(try SampleRegister.source()) { $0.map = recorder.draw }
    let response = try await service.get("/map")
    #expect(response.text == "map\n")
    #expect(response.field("Content-Type") == "text/plain; charset=utf-8")
    #expect(response.field("Vary") == "Accept, Accept-Encoding, User-Agent, Accept-Datetime")
    #expect(recorder.last == MapRequest())
    _ = try await service.get(
      "/map?w=120&h=40&glyphs=ascii&color=always&as-of=2017-03-25&bbox=43,36,44,37")
    var wanted = MapRequest()
    wanted.width = 120
    wanted.height = 40
    wanted.glyphs = .ascii
    wanted.isColored = true
    wanted.asOf = try SampleRegister.day("2017-03-25")
    wanted.envelope = Envelope(west: 43, south: 36, east: 44, north: 37)
    #expect(recorder.last == wanted)
    _ = try await service.get("/map/Old%20City?width=20&height=5")
    #expect(recorder.last?.place == "Old City")
    #expect(recorder.last?.width == 20)
    #expect(recorder.last?.height == 5)
    let landing = try await service.document("/")
    #expect(
      landing.link("http://www.opengis.net/def/rel/ogc/1.0/map")?["href"].string
        == "http://127.0.0.1:8080/map")
  }

  @Test func `colour follows the program unless it is asked for`() async throws {
    let recorder = Recorder()
    let service = try TestService(try SampleRegister.source()) { $0.map = recorder.draw }
    let cases: [(String, String, Bool)] = [
      ("/map", "curl/8.5", true), ("/map", "Mozilla/5.0", false),
      ("/map?color=never", "curl/8.5", false), ("/map?color=always", "Mozilla/5.0", true),
    ]
    for (target, agent, isColored) in cases {
      _ = try await service.get(target, [.userAgent: agent])
      #expect(recorder.last?.isColored == isColored, "\(target) \(agent)")
    }
  }

  @Test(arguments: [
    ("/map?w=19", 400), ("/map?w=401", 400), ("/map?h=4", 400), ("/map?h=201", 400),
    ("/map?w=80&width=80", 400), ("/map?glyphs=emoji", 400), ("/map?color=red", 400),
    ("/map?f=json", 400), ("/map?bbox=1,2", 400), ("/map/old-city?bbox=1,2,3,4", 400),
    ("/map/nowhere", 404), ("/map/dwrat%20abude", 404), ("/map/a%1Bb", 404), ("/map/a/b", 404),
  ])
  func `a map that cannot be drawn is refused in one plain line`(
    target: String, status: Int
  ) async throws {
    let recorder = Recorder()
    let service = try TestService(try SampleRegister.source()) { $0.map = recorder.draw }
    let response = try await service.get(target)
    #expect(response.status.code == status)
    if target != "/map/a/b" {
      #expect(response.field("Content-Type") == "text/plain; charset=utf-8")
      #expect(response.text.hasPrefix("\(status) "))
      #expect(response.text.count { $0 == "\n" } == 1)
      #expect(!response.text.contains("\u{1B}"))
    }
    let document = try await service.get(target, [.accept: "application/json, text/plain"])
    #expect(document.field("Content-Type") == "application/problem+json")
  }

  @Test func `a name that is not known is answered with names that are`() async throws {
    let recorder = Recorder()
    let service = try TestService(try SampleRegister.source()) { $0.map = recorder.draw }
    let response = try await service.get("/map/nowhere")
    #expect(response.text == "404 Unknown place: no place \"nowhere\": is it Now, Here?\n")
  }
}
