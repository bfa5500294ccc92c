import SimpleFeatures
import TestSupport
import Testing

@Suite struct StrictDecimalTests {
  @Test(arguments: [
    ("0", 0.0), ("-0", -0.0), ("7", 7), ("+7", 7), ("007", 7), ("36.3323266", 36.3323266),
    (".5", 0.5), ("5.", 5), ("-12.5e-3", -0.0125), ("1E+2", 100), ("0e999999999999", 0),
    ("1e-999999999999", 0), ("9007199254740993", 9_007_199_254_740_992),
    ("1.7976931348623157e308", Double.greatestFiniteMagnitude),
    ("4.9e-324", Double.leastNonzeroMagnitude),
    ("123456789012345678901234567890", 1.2345678901234568e29), ("1e22", 1e22), ("1e23", 1e23),
  ])
  func `decimal numbers are read`(text: String, value: Double) throws {
    let read = try #require(Double(strictDecimal: text))
    #expect(read.bitPattern == value.bitPattern)
  }

  @Test(arguments: [
    "", " ", "+", "-", ".", "-.", "e5", "1e", "1e+", "nan", "NaN", "inf", "Infinity", "-inf",
    "0x1p3", "0x10", "1e400", "-1e400", "1 ", " 1", "1,5", "1.2.3", "--1", "1-", "1_000", "١٢",
    "1e5.0", "1\u{0}", "∞", "1e99999999999999999999",
  ])
  func `anything else is refused`(text: String) {
    #expect(Double(strictDecimal: text) == nil)
  }

  @Test func `random doubles come back from their shortest text`() throws {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<20_000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      #expect(Double(strictDecimal: value.description) == value, "seed \(random.seed)")
    }
  }

  @Test func `random digits agree with the library's correctly rounded reader`() {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<20_000 {
      let whole = String(random.next() >> UInt64.random(in: 0..<64, using: &random))
      let fraction = String(random.next() >> UInt64.random(in: 0..<64, using: &random))
      let power = Int.random(in: -30...30, using: &random)
      let text = "\(whole).\(fraction)" + (power == 0 ? "" : "e\(power)")
      #expect(Double(strictDecimal: text) == Double(text), "\(text), seed \(random.seed)")
    }
  }
}
