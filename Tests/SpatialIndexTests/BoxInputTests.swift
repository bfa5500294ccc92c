import SimpleFeatures
import Testing

struct BoxInputTests {
  @Test func `envelopes and positions are runs of doubles in the order of their names`() {
    #expect(MemoryLayout<Envelope>.stride == 32)
    #expect(MemoryLayout<Envelope>.offset(of: \.west) == 0)
    #expect(MemoryLayout<Envelope>.offset(of: \.south) == 8)
    #expect(MemoryLayout<Envelope>.offset(of: \.east) == 16)
    #expect(MemoryLayout<Envelope>.offset(of: \.north) == 24)
    #expect(MemoryLayout<Position>.stride == 16)
    #expect(MemoryLayout<Position>.offset(of: \.longitude) == 0)
    #expect(MemoryLayout<Position>.offset(of: \.latitude) == 8)
  }
}
