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

  @Test func `random doubles come back from their shortest text`() {
    var random = SeededGenerator(seed: 11)
    let values = (0..<20_000).map { _ in Double(bitPattern: random.next()) }.filter(\.isFinite)
    let lost = values.filter { Double(strictDecimal: $0.description) != $0 }
    #expect(lost.isEmpty, "seed \(random.seed)")
  }

  @Test func `random digits agree with the library's correctly rounded reader`() {
    var random = SeededGenerator(seed: 12)
    let texts = (0..<20_000).map { _ in
      let whole = String(random.next() >> UInt64.random(in: 0..<64, using: &random))
      let fraction = String(random.next() >> UInt64.random(in: 0..<64, using: &random))
      let power = Int.random(in: -30...30, using: &random)
      return "\(whole).\(fraction)" + (power == 0 ? "" : "e\(power)")
    }
    #expect(texts.filter { Double(strictDecimal: $0) != Double($0) } == [], "seed \(random.seed)")
  }
}
