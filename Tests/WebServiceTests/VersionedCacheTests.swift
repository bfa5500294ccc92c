import Inquiry
import Testing

@testable import WebService

@Suite struct VersionedCacheTests {
  private func value(_ count: Int) -> [UInt8] { Array(repeating: 1, count: count) }

  private func cache(byteLimit: Int) -> VersionedCache<[UInt8]> {
    VersionedCache(byteLimit: byteLimit) { $0.count }
  }

  @Test func `what was used last stays`() throws {
    let version = try SampleRegister.version()
    let cache = self.cache(byteLimit: 5_700)
    for name in ["a", "b", "c", "d"] { cache.keep(value(1_000), for: name, at: version) }
    #expect(cache.value(for: "a", at: version) != nil)
    cache.keep(value(1_000), for: "e", at: version)
    #expect(cache.value(for: "b", at: version) == nil)
    for name in ["a", "c", "d", "e"] {
      #expect(cache.value(for: name, at: version) != nil, "\(name)")
    }
    cache.keep(value(900), for: "c", at: version)
    #expect(cache.value(for: "c", at: version)?.count == 900)
    #expect(cache.value(for: "a", at: version) != nil)
    #expect(cache.keptBytes <= 5_700)
  }

  @Test func `with the data all go`() throws {
    let version = try SampleRegister.version()
    let next = DataVersion(sequence: 8, hash: "cd", recordedAt: nil)
    let cache = self.cache(byteLimit: 50_000)
    cache.keep(value(10), for: "a", at: version)
    #expect(cache.value(for: "a", at: next) == nil)
    cache.keep(value(10), for: "b", at: next)
    #expect(cache.value(for: "a", at: version) == nil)
    #expect(cache.value(for: "b", at: next) != nil)
  }

  @Test func `a random walk keeps to its bytes and to what a list would keep`() throws {
    let version = try SampleRegister.version()
    let cache = self.cache(byteLimit: 20_000)
    var order: [(name: String, size: Int)] = []
    var random = UInt64(17)
    for _ in 0..<2_000 {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let name = "\((random >> 33) % 40)"
      if (random >> 20) % 3 == 0 {
        let size = Int((random >> 40) % 3_000)
        cache.keep(value(size), for: name, at: version)
        order.removeAll { $0.name == name }
        order.append((name, size))
        while order.reduce(0, { $0 + $1.size + 3 * $1.name.utf8.count + 400 }) > 20_000 {
          order.removeFirst()
        }
      } else {
        let kept = order.first { $0.name == name }
        #expect(cache.value(for: name, at: version)?.count == kept?.size)
        if let kept {
          order.removeAll { $0.name == name }
          order.append(kept)
        }
      }
    }
    #expect(cache.keptBytes <= 20_000)
  }

  @Test func `a value too large for its share is not kept`() throws {
    let version = try SampleRegister.version()
    let cache = self.cache(byteLimit: 4_000)
    cache.keep(value(500), for: "a", at: version)
    cache.keep(value(2_000), for: "b", at: version)
    #expect(cache.value(for: "a", at: version) != nil)
    #expect(cache.value(for: "b", at: version) == nil)
  }
}
