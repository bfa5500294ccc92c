import JSONText
import SimpleFeatures
import Testing

@testable import CommandLineTool

private let square =
  "{\"type\":\"Polygon\",\"coordinates\":[[[43,36],[44,36],[44,37],[43,37],[43,36]]]}"
private let point = "{\"type\":\"Point\",\"coordinates\":[43,36]}"

private func feature(_ geometry: String) -> String {
  "{\"type\":\"Feature\",\"properties\":{},\"geometry\":\(geometry)}"
}

private func collection(_ features: String...) -> String {
  "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}"
}

struct AreaDocumentTests {
  private func geometry(_ text: String) throws -> Geometry {
    try AreaDocument(geoJSON: Array(text.utf8)).geometry
  }

  @Test func `the three forms of one area mean the same`() throws {
    let expected = try Geometry(wkt: "POLYGON ((43 36, 44 36, 44 37, 43 37, 43 36))")
    #expect(try geometry(square) == expected)
    #expect(try geometry(feature(square)) == expected)
    #expect(try geometry(collection(feature(square))) == expected)
  }

  @Test func `several areas become one`() throws {
    let both = try geometry(collection(feature(square), feature(square)))
    #expect(both.polygons.count == 2)
    guard case .multiPolygon = both else {
      Issue.record("\(both) is no multipolygon")
      return
    }
  }

  @Test func `a feature without a geometry and an empty collection are empty areas`() throws {
    #expect(try geometry(feature("null")) == .multiPolygon([]))
    #expect(try geometry(collection()) == .multiPolygon([]))
    #expect(try geometry(collection(feature("null"), feature(square))).polygons.count == 1)
  }

  @Test func `bad JSON is told with its place`() throws {
    do {
      _ = try geometry("{\"type\": \"Polygon\",\n \"coordinates\": [[[43,]]]}")
      Issue.record("no error")
    } catch {
      #expect(error is JSONTextError)
      #expect(String(describing: error).contains("2"), "\(error)")
    }
  }

  @Test(arguments: [
    "{}", "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Circle\"}}",
    "{\"type\":\"Polygon\",\"coordinates\":[[[43,36],[44,36],[44,37]]]}",
    "{\"type\":\"Polygon\",\"coordinates\":[[[43,36],[44,136],[44,37],[43,36]]]}", "[]", "3",
  ])
  func `what is no geometry is an error, not an empty area`(text: String) {
    #expect(throws: (any Error).self) { try geometry(text) }
  }
}
