import Foundation
import JSONText
import TestSupport
import Testing

/// Writer and parser against each other and against Foundation's reader.
@Suite struct JSONDifferentialTests {
  private func randomText(_ random: inout SeededGenerator) -> String {
    let scalars: [Unicode.Scalar] = [
      "a", "\"", "\\", "\n", "\u{0}", "é", "م", "😀", " ", "/", "\u{7F}",
    ]
    return String(
      String.UnicodeScalarView(
        (0..<Int.random(in: 0...6, using: &random)).compactMap { _ in
          scalars.randomElement(using: &random)
        }))
  }

  private func randomValue(_ random: inout SeededGenerator, depth: Int = 4) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &random) {
    case 0: return .null
    case 1: return .boolean(Bool.random(using: &random))
    case 2: return .number(JSONNumber(String(Int.random(in: -1_000...1_000, using: &random))))
    case 3:
      return .number(JSONNumber("\(Double.random(in: -1e6...1e6, using: &random))"))
    case 4, 5: return .string(randomText(&random))
    case 6:
      return .array(
        (0..<Int.random(in: 0...4, using: &random)).map { _ in
          randomValue(&random, depth: depth - 1)
        })
    default:
      let names = Set((0..<Int.random(in: 0...4, using: &random)).map { _ in randomText(&random) })
      return .object(
        JSONObject(
          names.sorted().map {
            .init(name: $0, value: randomValue(&random, depth: depth - 1))
          }))
    }
  }

  private func write(_ value: JSONValue, to writer: inout JSONWriter) {
    switch value {
    case .null: writer.null()
    case .boolean(let truth): writer.boolean(truth)
    case .number(let number): writer.raw(number.text.utf8)
    case .string(let text): writer.string(text)
    case .array(let elements):
      writer.beginArray()
      for element in elements { write(element, to: &writer) }
      writer.endArray()
    case .object(let object):
      writer.beginObject()
      for member in object.members {
        writer.key(member.name)
        write(member.value, to: &writer)
      }
      writer.endObject()
    }
  }

  /// Whether Foundation's value and ours are the same.
  private func agrees(_ value: JSONValue, _ other: Any) -> Bool {
    switch value {
    case .null: return other is NSNull
    case .boolean(let truth): return (other as? NSNumber)?.boolValue == truth
    case .number(let number):
      guard let read = (other as? NSNumber)?.doubleValue, let own = number.double else {
        return false
      }
      // Foundation goes through a decimal on Linux and may miss the nearest double by a few steps.
      return abs(read - own) <= 4 * own.ulp
    case .string(let text): return (other as? String).map { Array($0.utf8) } == Array(text.utf8)
    case .array(let elements):
      guard let others = other as? [Any], others.count == elements.count else { return false }
      return zip(elements, others).allSatisfy { agrees($0, $1) }
    case .object(let object):
      guard let others = other as? [String: Any] else { return false }
      return object.members.allSatisfy { member in
        others[member.name].map { agrees(member.value, $0) } ?? false
      }
    }
  }

  @Test func `what is written is read back, by Foundation too`() throws {
    var random = SeededGenerator(seed: 141)
    for _ in 0..<1_500 {
      let value = randomValue(&random)
      var writer = JSONWriter()
      write(value, to: &writer)
      #expect(try JSONValue(parsing: writer.bytes) == value, "seed \(random.seed)")
      let other = try JSONSerialization.jsonObject(
        with: Data(writer.bytes), options: .fragmentsAllowed)
      #expect(agrees(value, other), "seed \(random.seed)")
    }
  }

  @Test func `nothing that Foundation refuses is taken`() {
    var random = SeededGenerator(seed: 142)
    for _ in 0..<4_000 {
      var writer = JSONWriter()
      write(randomValue(&random), to: &writer)
      var bytes = writer.bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        bytes[place] = UInt8.random(in: 0...127, using: &random)
      }
      guard (try? JSONValue(parsing: bytes)) != nil else { continue }
      let other = try? JSONSerialization.jsonObject(
        with: Data(bytes), options: .fragmentsAllowed)
      #expect(other != nil, "\(String(decoding: bytes, as: UTF8.self)), seed \(random.seed)")
    }
  }

  @Test func `every prefix of an object is refused`() {
    var random = SeededGenerator(seed: 143)
    for _ in 0..<200 {
      var writer = JSONWriter()
      writer.beginObject()
      writer.key("all")
      write(randomValue(&random), to: &writer)
      writer.endObject()
      for count in 0..<writer.bytes.count {
        #expect((try? JSONValue(parsing: Array(writer.bytes.prefix(count)))) == nil)
      }
    }
  }
}
