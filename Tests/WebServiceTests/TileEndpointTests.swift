import Cartography
import Compression
import HTTPTypes
import HummingbirdTesting
import JSONText
import Testing
import Tiles

@testable import WebService

/// The built-in tiles over HTTP, beside the archive itself.
@Suite struct TileEndpointTests {
  private func service() throws -> TestService { try TestService(try SampleRegister.source()) }

  private func archive() throws -> (any RangeReader, PMTilesArchive) {
    let reader = try #require(try TileBase.builtIn().archive)
    return (reader, try PMTilesArchive(reader))
  }

  private static let range = HTTPField.Name("If-Range")

  /// The path of the whole archive, as the description links to it.
  private func archivePath(_ service: TestService) async throws -> String {
    let response = try await service.get("/tiles.json")
    let links = response.headers[values: .init("Link") ?? .eTag]
    let link = try #require(links.first { $0.contains("rel=\"enclosure\"") })
    let url = link.dropFirst().prefix { $0 != ">" }
    return String(url.dropFirst("http://127.0.0.1:8080".count))
  }

  @Test func `a tile is sent as it is stored, or unpacked for who takes no gzip`() async throws {
    let service = try service()
    let (_, archive) = try archive()
    let addresses = try archive.addresses(limit: 1_000)
    try #require(addresses.count > 100)
    for address in addresses where address.x % 3 == 0 {
      let target = "/tiles/\(address.zoom)/\(address.x)/\(address.y).mvt"
      let stored = try #require(try archive.storedBytes(of: address))
      let packed = try await service.get(target, [.acceptEncoding: "gzip"])
      #expect(packed.bytes == stored, "\(target)")
      #expect(packed.field("Content-Encoding") == "gzip")
      #expect(packed.field("Content-Type") == "application/vnd.mapbox-vector-tile")
      let plain = try await service.get(target)
      #expect(plain.bytes == (try archive.bytes(of: address)), "\(target)")
      #expect(plain.field("Content-Encoding") == nil)
      #expect(plain.field("ETag") != packed.field("ETag"))
    }
  }

  @Test func `a good copy of a tile is not sent again`() async throws {
    let service = try service()
    let (_, archive) = try archive()
    let address = try #require(try archive.addresses(limit: 1_000).last)
    let target = "/tiles/\(address.zoom)/\(address.x)/\(address.y)"
    let first = try await service.get(target)
    let tag = try #require(first.field("ETag"))
    #expect(tag.hasPrefix("\""))
    let again = try await service.get(target + ".mvt", [.ifNoneMatch: tag])
    #expect(again.status == .notModified && again.field("ETag") == tag)
    let head = try await service.get(target, method: .head)
    #expect(head.field("Content-Length") == "\(first.bytes.count)" && head.bytes.isEmpty)
  }

  @Test func `nothing in a tile is 204, no tile is 404`() async throws {
    let service = try service()
    let empty = try await service.get("/tiles/14/0/0.mvt")
    #expect(empty.status == .noContent)
    #expect(empty.bytes.isEmpty && empty.field("Content-Type") == nil)
    #expect(empty.field("OATiles-hint") == "empty")
    for target in [
      "/tiles/15/0/0.mvt", "/tiles/3/8/0.mvt", "/tiles/3/0/8.mvt", "/tiles/3/-1/0.mvt",
      "/tiles/a/b/c.mvt", "/tiles/3/1/1.png", "/tiles/99999999999999999999/0/0.mvt",
      "/tiles/mosul-0000000000000000.pmtiles", "/tiles/..%2Fregister.gpkg",
    ] {
      #expect(try await service.get(target).status == .notFound, "\(target)")
    }
    let without = try TestService(try SampleRegister.source()) { $0.tiles = nil }
    for target in ["/tiles.json", "/tiles/0/0/0.mvt"] {
      #expect(try await without.get(target).status == .notFound, "\(target)")
    }
  }

  @Test func `the description leads to tiles`() async throws {
    let service = try service()
    let document = try await service.document("/tiles.json")
    #expect(document["tilejson"].string == "3.0.0")
    let template = try #require(document["tiles"][0].string)
    let target = template.dropFirst("http://127.0.0.1:8080".count)
      .replacing("{z}", with: "0").replacing("{x}", with: "0").replacing("{y}", with: "0")
    #expect(try await service.get(String(target)).status == .ok)
    #expect(document["vector_layers"].array?.isEmpty == false)
    #expect(document["minzoom"].integer == 0 && document["maxzoom"].integer == 14)
    #expect(document["bounds"].array?.count == 4)
    #expect(document["attribution"].string?.isEmpty == false)
  }

  @Test func `the archive is sent whole and in parts, never compressed`() async throws {
    let service = try service()
    let (reader, _) = try archive()
    let all = try reader.bytes(in: 0..<reader.byteCount)
    let path = try await archivePath(service)
    let whole = try await service.get(path, [.acceptEncoding: "gzip"])
    #expect(whole.status == .ok && whole.bytes == all)
    #expect(whole.field("Content-Encoding") == nil)
    #expect(whole.field("Accept-Ranges") == "bytes")
    #expect(whole.field("Cache-Control")?.contains("immutable") == true)
    let count = all.count
    for (field, part) in [
      ("bytes=0-126", 0..<127), ("bytes=127-127", 127..<128), ("bytes=100-", 100..<count),
      ("bytes=-10", count - 10..<count), ("bytes=\(count - 1)-\(count + 50)", count - 1..<count),
      ("bytes=-\(count + 5)", 0..<count), ("Bytes=1-2", 1..<3),
    ] {
      let response = try await service.get(path, [.range: field, .acceptEncoding: "gzip"])
      #expect(response.status == .partialContent, "\(field)")
      #expect(response.bytes == Array(all[part]), "\(field)")
      #expect(
        response.field("Content-Range")
          == "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(count)", "\(field)")
      #expect(response.field("Content-Encoding") == nil)
    }
    for field in [
      "bytes=0-1,4-5", "bytes=5-2", "items=0-1", "bytes=a-b", "bytes=-", "bytes=0x1-2", "bytes",
    ] {
      let response = try await service.get(path, [.range: field])
      #expect(response.status == .ok && response.bytes.count == count, "\(field)")
    }
    for field in ["bytes=\(count)-", "bytes=-0", "bytes=18446744073709551615-"] {
      let response = try await service.get(path, [.range: field])
      #expect(response.status.code == 416, "\(field)")
      #expect(response.field("Content-Range") == "bytes */\(count)")
    }
  }

  @Test func `a part is sent only of the archive that the client has`() async throws {
    let service = try service()
    let path = try await archivePath(service)
    let tag = try #require(try await service.get(path).field("ETag"))
    let name = try #require(Self.range)
    for (value, isPart) in [(tag, true), ("\"other\"", false), ("W/" + tag, false)] {
      let response = try await service.get(path, [.range: "bytes=0-9", name: value])
      #expect(response.status == (isPart ? .partialContent : .ok), "\(value)")
    }
    let head = try await service.get(path, method: .head, [.range: "bytes=0-9"])
    #expect(head.status == .ok)
    let length = try #require(try TileBase.builtIn().archive?.byteCount)
    #expect(head.field("Content-Length") == "\(length)")
  }

  @Test func `pages of other sites may read parts`() async throws {
    let options = try await service().get("/tiles.json", method: .options)
    #expect(options.field("Access-Control-Allow-Headers")?.contains("Range") == true)
    let response = try await service().get("/tiles.json")
    #expect(
      response.field("Access-Control-Expose-Headers")?.contains("Content-Range") == true)
  }
}
