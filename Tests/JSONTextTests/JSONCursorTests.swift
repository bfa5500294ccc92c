import JSONText
import TestSupport
import Testing

/// Writing into room made beforehand against the writer that asks for room at every step.
struct JSONCursorTests {
  @Test func `values are those of the writer, however little room there is`() {
    var generator = SeededGenerator(seed: 24)
    print("seed \(generator.seed): replay with SIJIL_SEED=\(generator.seed)")
    for _ in 0..<500 {
      let integer = Int(bitPattern: UInt(generator.next() >> UInt64(generator.integer(in: 0...63))))
      let number = Double(bitPattern: generator.next())
      let small = Double(integer) / 1e5
      let decimals = generator.integer(in: 0...15)
      let text = String(repeating: generator.pick(["a", "\"", "é\n", ""]), count: 90)
      var writer = JSONWriter()
      writer.beginArray()
      writer.integer(integer)
      writer.number(number, decimals: decimals)
      writer.number(small, decimals: decimals)
      writer.string(text)
      writer.boolean(true)
      writer.endArray()
      var cursored = JSONWriter()
      cursored.beginArray()
      cursored.append(room: generator.pick([0, 100, 1_000])) { cursor in
        cursor.integer(integer)
        cursor.raw(",")
        cursor.number(number, decimals: decimals)
        cursor.raw(",")
        cursor.number(small, decimals: decimals)
        cursor.raw(",")
        cursor.string(text)
        cursor.raw(",")
        cursor.boolean(true)
      }
      cursored.endArray()
      #expect(cursored.bytes == writer.bytes)
    }
  }

  @Test func `members place their commas`() {
    var writer = JSONWriter()
    writer.beginObject()
    for name in 0..<2 {
      writer.append(room: 8) { cursor in
        cursor.key(#","a":"#)
        cursor.padded(name, digits: 3)
        cursor.key(#","b":"#)
        cursor.plain("c")
      }
    }
    writer.key("d")
    writer.null()
    writer.endObject()
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == #"{"a":000,"b":"c","a":001,"b":"c","d":null}"#)
  }
}
