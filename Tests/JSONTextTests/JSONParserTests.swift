import JSONText
import TestSupport
import Testing

@Suite struct JSONParserTests {
  private func fault(_ text: String, depth: Int = 64) -> JSONTextError? {
    fault(Array(text.utf8), depth: depth)
  }

  private func fault(_ bytes: [UInt8], depth: Int = 64, count: Int = .max) -> JSONTextError? {
    do {
      _ = try JSONValue(parsing: bytes, maximumDepth: depth, maximumCount: count)
      return nil
    } catch { return error }
  }

  @Test func `every kind of value is read, members in their order`() throws {
    let value = try JSONValue(
      parsing: #" {"b":[1,-2.5e3,true,false,null],"a":{"":"é\n\u00e9\ud83d\ude00"},"c":[],"d":{}} "#
    )
    let object = try #require(value.object)
    #expect(object.members.map(\.name) == ["b", "a", "c", "d"])
    #expect(object["b"]?.array?.map(\.double) == [1, -2500, nil, nil, nil])
    #expect(object["b"]?.array?[2].boolean == true)
    #expect(object["b"]?.array?[4].isNull == true)
    #expect(object["a"]?.object?[""]?.string == "é\né😀")
    #expect(object["c"]?.array == [] && object["d"]?.object?.members.isEmpty == true)
    #expect(object["missing"] == nil)
  }

  @Test func `numbers keep their digits`() throws {
    let value = try JSONValue(parsing: "[9007199254740993,1e2,-0,1.0]")
    let elements = try #require(value.array)
    #expect(elements.map(\.integer) == [9_007_199_254_740_993, nil, 0, nil])
    #expect(elements[1].double == 100)
    guard case .number(let number) = elements[0] else {
      Issue.record("not a number")
      return
    }
    #expect(number.text == "9007199254740993")
  }

  @Test(arguments: [
    ("", JSONTextError.unexpectedEnd(offset: 0)), ("  ", .unexpectedEnd(offset: 2)),
    ("[1,", .unexpectedEnd(offset: 3)), ("[1 2]", .unexpectedByte(0x32, offset: 3)),
    ("[1,]", .unexpectedByte(0x5D, offset: 3)), ("{\"a\":1,}", .unexpectedByte(0x7D, offset: 7)),
    ("{a:1}", .unexpectedByte(0x61, offset: 1)), ("{\"a\" 1}", .unexpectedByte(0x31, offset: 5)),
    ("1 2", .trailingBytes(offset: 2)), ("nul", .unexpectedEnd(offset: 3)),
    ("nulL", .unexpectedByte(0x4C, offset: 3)), ("NaN", .unexpectedByte(0x4E, offset: 0)),
    ("01", .trailingBytes(offset: 1)), ("-", .unexpectedEnd(offset: 1)),
    ("1.", .unexpectedEnd(offset: 2)), ("1.x", .badNumber(offset: 0)),
    ("[1e]", .badNumber(offset: 1)), ("1e400", .badNumber(offset: 0)),
    ("-1e400", .badNumber(offset: 0)), ("+1", .unexpectedByte(0x2B, offset: 0)),
    (".5", .unexpectedByte(0x2E, offset: 0)), ("0x10", .trailingBytes(offset: 1)),
    ("\"a", .unexpectedEnd(offset: 2)), ("\"\\x\"", .badEscape(offset: 1)),
    ("\"\\u12g4\"", .badEscape(offset: 1)), ("\"\\ud800\"", .badEscape(offset: 1)),
    ("\"\\ud800\\u0041\"", .badEscape(offset: 1)), ("\"\\udc00\"", .badEscape(offset: 1)),
    ("\"\u{1}\"", .unexpectedByte(1, offset: 1)), ("\"\n\"", .unexpectedByte(0x0A, offset: 1)),
    ("{\"a\":1,\"b\":2,\"a\":3}", .duplicateName("a", offset: 13)),
    ("{\"a\":1,\"\\u0061\":3}", .duplicateName("a", offset: 7)),
  ])
  func `what is not JSON is refused at its byte`(text: String, error: JSONTextError) {
    #expect(fault(text) == error)
  }

  @Test func `bytes that are not UTF-8 are refused, a byte-order mark is passed over`() throws {
    #expect(fault([0x22, 0x61, 0xFF, 0x22]) == .notUTF8(offset: 1))
    #expect(fault([0x22, 0xC0, 0x80, 0x22]) == .notUTF8(offset: 1))
    #expect(fault([0x22, 0xED, 0xA0, 0x80, 0x22]) == .notUTF8(offset: 1))
    #expect(try JSONValue(parsing: [0xEF, 0xBB, 0xBF, 0x31]).integer == 1)
  }

  @Test func `depth and length are bounded at the limit, not before`() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(fault(nested(64)) == nil)
    #expect(fault(nested(65)) == .tooDeep(limit: 64, offset: 64))
    #expect(fault(String(repeating: "[", count: 1_000_000)) == .tooDeep(limit: 64, offset: 64))
    #expect(
      fault(String(repeating: "{\"a\":", count: 100_000)) == .tooDeep(limit: 64, offset: 320))
    #expect(fault(Array("[1]".utf8), count: 3) == nil)
    #expect(fault(Array("[1]".utf8), count: 2) == .tooLong(limit: 2))
  }

  @Test func `errors are one line with a place`() {
    #expect(
      fault("[1,]").map(String.init(describing:)) == "unexpected byte 0x5d in JSON at byte 3")
    #expect(
      fault("{\"a\":1,\"a\":2}").map(String.init(describing:))
        == "member \"a\" appears twice in one JSON object, again at byte 7")
  }
}
