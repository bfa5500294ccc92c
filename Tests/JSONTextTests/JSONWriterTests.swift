import Foundation
import JSONText
import TestSupport
import Testing

@Suite struct JSONWriterTests {
  private func written(_ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func `commas stand between values and nowhere else`() {
    let text = written { writer in
      writer.beginObject()
      writer.key("a")
      writer.beginArray()
      writer.integer(1)
      writer.beginArray()
      writer.endArray()
      writer.beginObject()
      writer.endObject()
      writer.raw(Array("[2]".utf8))
      writer.null()
      writer.endArray()
      writer.key("b")
      writer.boolean(true)
      writer.key("c")
      writer.string(nil)
      writer.endObject()
    }
    #expect(text == #"{"a":[1,[],{},[2],null],"b":true,"c":null}"#)
  }

  @Test func `text is escaped as little as the standard allows`() {
    #expect(
      written { $0.string("\u{0}\u{1F}\"\\/\n\r\té😀\u{2028}\u{7F}") }
        == "\"\\u0000\\u001f\\\"\\\\/\\n\\r\\té😀\u{2028}\u{7F}\"")
  }

  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (1, "1"), (-12, "-12"), (0.1, "0.1"), (1e15, "1000000000000000"),
    (0x1p53, "9007199254740992"), (1e17, "1e+17"),
    (999_999_999_999_999, "999999999999999"), (1.5e300, "1.5e+300"),
    (.leastNonzeroMagnitude, "5e-324"),
    (.infinity, "null"), (.nan, "null"),
  ])
  func `numbers have their shortest form`(value: Double, text: String) {
    #expect(written { $0.number(value) } == text)
  }

  @Test(arguments: [
    (43.1051234567, 7, "43.1051235"), (43.5, 7, "43.5"), (43.0, 7, "43"), (-0.05, 2, "-0.05"),
    (-0.004, 2, "0"), (0.005, 2, "0.01"), (1234.5678, 0, "1235"), (0.1, 15, "0.1"),
    (180, 7, "180"), (-179.99999999, 7, "-180"), (1e300, 7, "1e+300"), (.infinity, 7, "null"),
    (12.34, -3, "12"), (5, 99, "5"),
  ])
  func `numbers are rounded to their decimals`(value: Double, decimals: Int, text: String) {
    #expect(written { $0.number(value, decimals: decimals) } == text)
  }

  @Test func `random coordinates read back within half a unit of the last decimal`() throws {
    var random = SeededGenerator(seed: 131)
    for _ in 0..<5_000 {
      let value = Double.random(in: -180...180, using: &random)
      let decimals = Int.random(in: 0...10, using: &random)
      let text = written { $0.number(value, decimals: decimals) }
      let read = try #require(Double(text))
      // A tie may fall either way by one rounding of the scaled value.
      let tolerance = 0.5 * pow(10, -Double(decimals)) * (1 + 1e-6) + 1e-13
      #expect(abs(read - value) <= tolerance, "\(value) \(decimals), seed \(random.seed)")
    }
  }

  @Test func `integers of any width are written`() {
    #expect(written { $0.integer(Int64.min) } == "-9223372036854775808")
    #expect(written { $0.integer(UInt8(255)) } == "255")
    #expect(written { $0.integer(Int?.none) } == "null")
  }

  @Test func `taking the bytes keeps the place in the text`() {
    var writer = JSONWriter()
    writer.beginArray()
    writer.integer(1)
    var taken = writer.takeBytes()
    writer.integer(2)
    writer.endArray()
    taken += writer.takeBytes()
    #expect(String(decoding: taken, as: UTF8.self) == "[1,2]")
    writer.removeAll()
    writer.integer(3)
    #expect(writer.bytes == Array("3".utf8))
  }
}
