import ArgumentParser
import Inquiry
import MapRendering
import Testing

@testable import CommandLineTool

struct PlainMapTests {
  @Test(arguments: [
    [], ["Old City"], ["--width", "80", "Old City"], ["Old City", "--width", "80"],
    ["--glyphs", "braille", "--color", "never", "--height", "40"], ["help"],
    ["--store", "other file.gpkg", "--width", "1000", "--height", "1"],
    ["--tiles", "a folder/ninawa.pmtiles", "Old City"],
    ["--glyphs", "kitty", "--color", "24", "--theme", "light"], ["--color", "0", "--lang", "ar"],
  ])
  func `plain words are read as the parser reads them`(words: [String]) throws {
    let plain = try #require(PlainMap(["map"] + words))
    let parsed = try #require(try SijilCommand.parseAsRoot(["map"] + words) as? MapCommand)
    #expect(plain.area == parsed.area)
    #expect(plain.storePath == parsed.store.storePath)
    #expect(plain.look == parsed.mapLook)
    #expect(parsed.options.isEmpty)
  }

  @Test(arguments: [
    ["--help"], ["-h"], ["--version"], ["--width"], ["--width", "0"], ["--width", "1001"],
    ["--width", "wide"], ["--width=80"], ["--width", "80", "--width", "90"], ["--height", "401"],
    ["--height", "-1"], ["--glyphs", "dots"], ["--color", "red"], ["--store", ""], ["--tiles", ""],
    [""],
    ["--store", "--width"], ["Old City", "east"], ["--in", "Old City"], ["--as-of", "2017-03-25"],
    ["--", "Old City"], ["-x"], ["--color", "8"], ["--theme", "blue"], ["--cell-aspect", "0.4"],
  ])
  func `everything else is left to the parser`(words: [String]) {
    #expect(PlainMap(["map"] + words) == nil)
  }

  @Test func `flags say how a map looks`() throws {
    let words = [
      "--glyphs", "octant", "--theme", "light", "--color", "256", "--cell-aspect", "0.45",
      "--blank", "braille", "--ambiguous-width", "2", "--format", "text", "--lang", "ar",
      "--arabic", "inline", "--height", "30",
    ]
    let parsed = try #require(try SijilCommand.parseAsRoot(["map"] + words) as? MapCommand)
    var expected = MapLook()
    expected.height = 30
    expected.choices = RenderChoices(
      glyphs: .octant, colour: .palette256, theme: .light, ambiguousWidth: .wide, blank: .braille)
    expected.cellAspect = 0.45
    expected.language = .arabic
    expected.arabic = .inline
    #expect(parsed.mapLook == expected)
  }

  @Test(arguments: [
    ["--glyphs", "dots"], ["--cell-aspect", "0.2"], ["--cell-aspect", "0.9"],
    ["--cell-aspect", "nan"], ["--ambiguous-width", "3"], ["--blank", "dot"], ["--color", "8"],
    ["--lang", "fr"], ["--arabic", "above"], ["--format", "gif"],
  ])
  func `other values are wrong usage`(words: [String]) {
    #expect(throws: (any Error).self) { try SijilCommand.parseAsRoot(["map"] + words) }
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
