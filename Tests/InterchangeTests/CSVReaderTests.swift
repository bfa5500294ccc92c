import Foundation
import Interchange
import TestSupport
import Testing

/// Reads everything: each row as texts, each refused row as its fault.
func readAll(_ reader: inout CSVReader) throws -> (rows: [[String]], faults: [CSVFault]) {
  var rows: [[String]] = []
  var faults: [CSVFault] = []
  while let record = try reader.next() {
    switch record {
    case .row(let row): rows.append((0..<row.count).map { row.text($0) ?? "" })
    case .refused(let fault): faults.append(fault)
    }
  }
  return (rows, faults)
}

func readAll(_ text: String) throws -> (rows: [[String]], faults: [CSVFault]) {
  var reader = try CSVReader(Array(text.utf8), file: "t.csv")
  return try readAll(&reader)
}

struct CSVReaderTests {
  @Test func `plain and quoted cells, both line ends, a mark and blank lines`() throws {
    let text =
      "\u{FEFF}id,name,note\r\n1,\"a, \"\"b\"\"\",x\n\n2,\"two\r\nlines\",\r\n\"\",,\"\"\n3,ب,\"\"\"\""
    var reader = try CSVReader(Array(text.utf8), file: "t.csv")
    #expect(reader.columns == ["id", "name", "note"])
    let (rows, faults) = try readAll(&reader)
    #expect(
      rows == [
        ["1", "a, \"b\"", "x"], ["2", "two\r\nlines", ""], ["", "", ""], ["3", "ب", "\""],
      ])
    #expect(faults.isEmpty)
  }

  @Test func `a row knows the line on which it starts`() throws {
    let text = "a,b\n1,\"x\ny\nz\"\n2,w\n\n3,v\n"
    var reader = try CSVReader(Array(text.utf8), file: "t.csv")
    var lines: [Int] = []
    while let record = try reader.next() {
      if case .row(let row) = record { lines.append(row.line) }
    }
    #expect(lines == [2, 5, 7])
  }

  @Test(arguments: [
    ("1,2,3", CSVFault.Reason.wrongCellCount(found: 3, wanted: 2)),
    ("1", .wrongCellCount(found: 1, wanted: 2)),
    ("1,a\"b", .strayQuote(column: 1)),
    ("\"1\"x,2", .textAfterQuote(column: 0)),
    ("\"1\" ,2", .textAfterQuote(column: 0)),
    ("1,a\rb", .strayCarriageReturn(column: 1)),
    ("1,\0", .zeroByte(offset: 6)),
    ("1,\"\0\"", .zeroByte(offset: 7)),
  ])
  func `a malformed row is refused and reading goes on`(
    line: String, reason: CSVFault.Reason
  ) throws {
    let (rows, faults) = try readAll("a,b\n\(line)\n8,9\n")
    #expect(faults.map(\.reason) == [reason])
    #expect(faults.map(\.line) == [2])
    #expect(rows == [["8", "9"]])
  }

  @Test func `a quote left open ends the file with a fault`() throws {
    let (rows, faults) = try readAll("a,b\n1,2\n3,\"four\n5,6\n")
    #expect(rows == [["1", "2"]])
    #expect(faults == [fault(.unterminatedQuote(column: 1), 3)])
  }

  @Test(
    arguments: [
      ([0xC3], 0), ([0x41, 0xFF], 1), ([0xC0, 0xAF], 0), ([0xED, 0xA0, 0x80], 0),
      ([0xE0, 0x80, 0x80], 0), ([0xF4, 0x90, 0x80, 0x80], 0), ([0xD8, 0xB9, 0x80], 2),
      ([0xF0, 0x9F, 0x98], 0), ([0xF5, 0x80, 0x80, 0x80], 0),
    ] as [([UInt8], Int)])
  func `bytes that are not UTF-8 are refused at their offset`(
    bytes: [UInt8], offset: Int
  ) throws {
    var reader = try CSVReader(
      Array("a,b\n1,".utf8) + bytes + Array("\n2,3\n".utf8), file: "t.csv")
    let (rows, faults) = try readAll(&reader)
    #expect(faults.map(\.reason) == [.notUTF8(offset: 6 + offset)])
    #expect(rows == [["2", "3"]])
  }

  @Test func `every scalar at the borders of UTF-8 is taken`() throws {
    let text = "\u{7F}\u{80}\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFF}\u{10000}\u{10FFFF}"
    #expect(try readAll("a\n\(text)\n").rows == [[text]])
  }

  @Test func `columns are checked by name, each kind of fault at once`() throws {
    let error = #expect(throws: InterchangeError.self) {
      try CSVReader(Array("a,x,a\n".utf8), file: "t.csv", columns: .exactly(["a", "b"]))
    }
    #expect(
      error == .wrongColumns(file: "t.csv", missing: ["b"], unknown: ["x"], repeated: ["a"]))
    #expect(
      error?.description
        == "t.csv: line 1: missing column b; unknown column x; repeated column a")
    #expect(throws: Never.self) {
      try CSVReader(Array("x,b,a\n".utf8), file: "t.csv", columns: .atLeast(["a", "b"]))
    }
  }

  @Test func `an empty file, a broken header and an endless row are refused`() throws {
    #expect(throws: InterchangeError.noHeader(file: "t.csv")) {
      try CSVReader([], file: "t.csv")
    }
    #expect(
      throws: InterchangeError.malformedHeader(file: "t.csv", .strayQuote(column: 0))
    ) { try CSVReader(Array("a\"b\n".utf8), file: "t.csv") }
    let folder = try TemporaryFolder()
    let file = try folder.write("a\n\"" + String(repeating: "x", count: 5_000), "long.csv")
    var reader = try CSVReader(
      ByteChunks(reading: file, chunkSize: 512), file: "long.csv", .any, 2_000)
    #expect(throws: InterchangeError.rowTooLong(file: "long.csv", line: 2, limit: 2_000)) {
      while try reader.next() != nil {}
    }
  }

  @Test func `a file that is not there is named`() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: InterchangeError.self) {
      try CSVReader(reading: folder.url.appending(path: "none.csv"))
    }
    #expect(error?.description == "none.csv: cannot be read: no such file")
  }

  @Test func `random tables come back the same whatever the size of the pieces`() throws {
    var random = SeededGenerator(seed: 0x51_1C5)
    print("CSV round trip, SIJIL_SEED=\(random.seed)")
    let alphabet = ["a", "1", ",", "\"", "\n", "\r\n", " ", "é", "ب", "😀", "\t", ""]
    let folder = try TemporaryFolder()
    for round in 0..<60 {
      let columns = Int.random(in: 1...4, using: &random)
      var writer = CSVWriter(isFormulaSafe: false)
      var rows: [[String]] = []
      for column in 0..<columns { writer.text("c\(column)") }
      writer.endRow()
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        let row = (0..<columns).map { column in
          // A single empty cell is a blank line, which is no row.
          (columns == 1 ? "k" : "")
            + (0..<Int.random(in: 0...6, using: &random)).map { _ in
              alphabet.randomElement(using: &random) ?? ""
            }.joined()
        }
        rows.append(row)
        for cell in row { writer.text(cell) }
        writer.endRow()
      }
      let file = try folder.write(writer.bytes, "\(round).csv")
      for size in [1, 2, 3, 7, 64, 1 << 16] {
        var reader = try CSVReader(
          ByteChunks(reading: file, chunkSize: size), file: "r.csv", .any, 1 << 20)
        let (read, faults) = try readAll(&reader)
        #expect(read == rows, "round \(round), pieces of \(size)")
        #expect(faults.isEmpty)
      }
    }
  }

  private func fault(_ reason: CSVFault.Reason, _ line: Int) -> CSVFault {
    CSVFault(reason: reason, line: line)
  }
}

struct CSVWriterTests {
  @Test(arguments: [
    ("=1+2", "\"'=1+2\""), ("+4", "+4"), ("-4", "-4"), ("-4+2", "\"'-4+2\""), ("@x", "\"'@x\""),
    ("\tx", "\"'\tx\""), ("＝x", "\"'＝x\""), ("＠x", "\"'＠x\""), ("ｘ", "ｘ"), ("a=b", "a=b"),
    ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), ("", ""),
  ])
  func `text that a spreadsheet would run is made harmless`(text: String, cell: String) {
    var writer = CSVWriter()
    writer.text(text)
    writer.endRow()
    #expect(String(decoding: writer.bytes, as: UTF8.self) == cell + "\n")
  }

  @Test func `numbers and raw text are left alone`() {
    var writer = CSVWriter(isFormulaSafe: false)
    writer.text("=1")
    writer.integer(-4)
    writer.integer(nil)
    writer.plain("-1.5")
    writer.endRow()
    #expect(String(decoding: writer.takeBytes(), as: UTF8.self) == "=1,-4,,-1.5\n")
    #expect(writer.bytes.isEmpty)
  }
}
