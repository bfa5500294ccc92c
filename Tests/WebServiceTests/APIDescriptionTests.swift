import Foundation
import HTTPTypes
import HummingbirdTesting
import JSONText
import TestSupport
import Testing

@testable import WebService

@Suite struct APIDescriptionTests {
  private func service() throws -> TestService {
    try TestService(try SampleRegister.source())
  }

  @Test func `it has the one type that clients compare`() async throws {
    let response = try await service().get("/api")
    #expect(
      response.field("Content-Type") == "application/vnd.oai.openapi+json;version=3.0")
    #expect(try response.json["openapi"].string == "3.0.3")
    let landing = try await service().document("/")
    #expect(
      landing.link("service-desc")?["type"].string
        == "application/vnd.oai.openapi+json;version=3.0")
  }

  @Test func `it lists every route of the table and nothing else`() async throws {
    let endpoints = RouteTable().endpoints.filter(\.isDescribed)
    let document = try await service().document("/api")
    let paths = try #require(document["paths"].object)
    #expect(paths.members.map(\.name) == endpoints.map(\.path.text))
    for endpoint in endpoints {
      let operation = document["paths"][endpoint.path.text]["get"]
      #expect(operation["operationId"].string == endpoint.name)
      let references = operation["parameters"].array?.compactMap { $0["$ref"].string } ?? []
      let declared = endpoint.declarations.filter { !$0.isInline }
      #expect(references == declared.map { "#/components/parameters/\($0.key ?? $0.name)" })
      for reference in references {
        let name = String(reference.dropFirst("#/components/parameters/".count))
        let parameter = document["components"]["parameters"][name]
        #expect(
          declared.contains { ($0.key ?? $0.name) == name && $0.name == parameter["name"].string })
        #expect(parameter["in"].string == "query")
        #expect(parameter["style"].string == "form")
        #expect(parameter["explode"].boolean == false)
        #expect(parameter["schema"]["type"].string != nil)
      }
    }
  }

  @Test func `the page size stands where QGIS and GDAL look for it`() async throws {
    let document = try await service().document("/api")
    let schema = document["components"]["parameters"]["limit"]["schema"]
    #expect(schema["type"].string == "integer")
    #expect(schema["minimum"].integer == 1)
    #expect(schema["maximum"].integer == 10_000)
    #expect(schema["default"].integer == 100)
  }

  @Test func `every status of the error table is declared`() async throws {
    let document = try await service().document("/api")
    let responses = document["paths"]["/collections/incidents/items"]["get"]["responses"]
    let declared = Set(responses.object?.members.compactMap { Int($0.name) } ?? [])
    let faults: [RequestFault] = [
      .parameter(.repeated("a")), .badEncoding, .noSuchResource, .noSuchItem(kind: "a", id: "b"),
      .methodNotAllowed(allowed: []), .notAcceptable(offered: []), .targetTooLong(limit: 1),
      .headersTooLarge(limit: "1"), .tooLarge(parameter: "w", maximum: 1), .missingHost,
      .tooManyPixels(width: 1, height: 1, most: "1"), .outsideAxis(axis: "Lat", range: "0 to 1"),
      .foreignHost("a"), .tooSlow, .busy,
    ]
    for fault in faults {
      #expect(declared.contains(ErrorMapping.problem(for: fault).status), "\(fault)")
    }
    #expect(declared.isSuperset(of: [200, 304, 408, 410, 500, 503]))
  }

  @Test func `conformance names only classes of approved versions`() async throws {
    let document = try await service().document("/conformance")
    let classes = document["conformsTo"].strings
    #expect(classes.contains("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core"))
    #expect(classes.contains("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson"))
    #expect(classes.allSatisfy { $0.contains("/1.0/conf/") })
    #expect(Set(classes).count == classes.count)
  }

  @Test func `the documentation ticks what is advertised, and nothing else`() throws {
    let path = Repository.data.deletingLastPathComponent().appending(path: "docs/http-api.md")
    let text = try String(contentsOf: path, encoding: .utf8)
    let ticked = text.split(separator: "\n").filter { $0.contains("| [x] |") }
      .compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
    #expect(Set(ticked) == Set(ConformanceClass.met) && ticked.count == ConformanceClass.met.count)
  }
}
