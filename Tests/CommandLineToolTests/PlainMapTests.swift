import ArgumentParser
import Inquiry
import Testing

@testable import CommandLineTool

struct PlainMapTests {
  @Test(arguments: [
    [], ["Old City"], ["--width", "80", "Old City"], ["Old City", "--width", "80"],
    ["--glyphs", "braille", "--color", "never", "--height", "40"], ["help"],
    ["--store", "other file.gpkg", "--width", "1000", "--height", "1"],
  ])
  func `plain words are read as the parser reads them`(words: [String]) throws {
    let plain = try #require(PlainMap(["map"] + words))
    let parsed = try #require(try SijilCommand.parseAsRoot(["map"] + words) as? MapCommand)
    #expect(plain.area == parsed.area)
    #expect(plain.storePath == parsed.store.storePath)
    #expect(plain.look == parsed.look)
    #expect(parsed.options.isEmpty)
  }

  @Test(arguments: [
    ["--help"], ["-h"], ["--version"], ["--width"], ["--width", "0"], ["--width", "1001"],
    ["--width", "wide"], ["--width=80"], ["--width", "80", "--width", "90"], ["--height", "401"],
    ["--height", "-1"], ["--glyphs", "dots"], ["--color", "red"], ["--store", ""], [""],
    ["--store", "--width"], ["Old City", "east"], ["--in", "Old City"], ["--as-of", "2017-03-25"],
    ["--", "Old City"], ["-x"],
  ])
  func `everything else is left to the parser`(words: [String]) {
    #expect(PlainMap(["map"] + words) == nil)
  }

  @Test(arguments: [[], ["query"], ["maps"], ["help", "map"], ["--width", "80", "map"]])
  func `so are other commands`(words: [String]) {
    #expect(PlainMap(words) == nil)
  }
}

extension QueryOptions {
  /// Whether no question was put but that for everything.
  fileprivate var isEmpty: Bool {
    [place, bbox, polygon, near, within, text, attributedTo].allSatisfy { $0 == nil }
      && [nearest, minHarm].allSatisfy { $0 == nil } && match == .possible && from == nil
      && to == nil && asOf == nil && asRecorded == nil && kind.isEmpty && grade.isEmpty
  }
}
