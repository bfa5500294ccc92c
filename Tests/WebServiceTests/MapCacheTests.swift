import Inquiry
import Records
import SimpleFeatures
import Testing

@testable import WebService

@Suite struct MapCacheTests {
  private func map(_ count: Int) -> DrawnMap {
    DrawnMap(
      bytes: Array(repeating: 1, count: count), envelope: .world, time: nil, numberMatched: 0)
  }

  @Test func `what was used last stays`() throws {
    let version = try SampleRegister.version()
    let cache = MapCache(byteLimit: 5_700)
    for name in ["a", "b", "c", "d"] { cache.keep(map(1_000), for: name, at: version) }
    #expect(cache.map(for: "a", at: version) != nil)
    cache.keep(map(1_000), for: "e", at: version)
    #expect(cache.map(for: "b", at: version) == nil)
    for name in ["a", "c", "d", "e"] {
      #expect(cache.map(for: name, at: version) != nil, "\(name)")
    }
    cache.keep(map(900), for: "c", at: version)
    #expect(cache.map(for: "c", at: version)?.bytes.count == 900)
    #expect(cache.map(for: "a", at: version) != nil)
    #expect(cache.byteCount <= 5_700)
  }

  @Test func `with the data all go`() throws {
    let version = try SampleRegister.version()
    let next = DataVersion(sequence: 8, hash: "cd", recordedAt: nil)
    let cache = MapCache(byteLimit: 50_000)
    cache.keep(map(10), for: "a", at: version)
    #expect(cache.map(for: "a", at: next) == nil)
    cache.keep(map(10), for: "b", at: next)
    #expect(cache.map(for: "a", at: version) == nil)
    #expect(cache.map(for: "b", at: next) != nil)
  }

  @Test func `a random walk keeps to its bytes and to what a list would keep`() throws {
    let version = try SampleRegister.version()
    let cache = MapCache(byteLimit: 20_000)
    var order: [(name: String, size: Int)] = []
    var random = UInt64(17)
    for _ in 0..<2_000 {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let name = "\((random >> 33) % 40)"
      if (random >> 20) % 3 == 0 {
        let size = Int((random >> 40) % 3_000)
        cache.keep(map(size), for: name, at: version)
        order.removeAll { $0.name == name }
        order.append((name, size))
        while order.reduce(0, { $0 + $1.size + 3 * $1.name.utf8.count + 400 }) > 20_000 {
          order.removeFirst()
        }
      } else {
        let kept = order.first { $0.name == name }
        #expect(cache.map(for: name, at: version)?.bytes.count == kept?.size)
        if let kept {
          order.removeAll { $0.name == name }
          order.append(kept)
        }
      }
    }
    #expect(cache.byteCount <= 20_000)
  }

  @Test func `a map too large for its share is not kept`() throws {
    let version = try SampleRegister.version()
    let cache = MapCache(byteLimit: 4_000)
    cache.keep(map(500), for: "a", at: version)
    cache.keep(map(2_000), for: "b", at: version)
    #expect(cache.map(for: "a", at: version) != nil)
    #expect(cache.map(for: "b", at: version) == nil)
  }
}
