public import ArgumentParser
public import MapRendering

/// How answers look on a terminal.
struct DisplayOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Columns (default: the terminal's).", valueName: "columns"))
  var width: Int?
  @Option(help: "Colour: auto, always, never, or a depth: 0, 16, 256, 24.")
  var color: ColourChoice = .auto

  /// The columns that an answer may have.
  static let widths = 1...1000

  func validate() throws {
    if let width, !Self.widths.contains(width) {
      throw ValidationError("--width must be 1 to 1000")
    }
  }

  /// The width of lines: as asked, as the terminal has it, or unlimited in a pipe.
  func tableWidth(on console: Console) -> Int? {
    width ?? (console.isTTY ? console.size.columns : nil)
  }

  /// The width of charts: as asked, as the terminal has it, or 100 in a pipe.
  func chartWidth(on console: Console) -> Int { max(60, tableWidth(on: console) ?? 100) }

  /// What charts may be drawn with.
  func chartCapabilities(on console: Console) -> RenderCapabilities {
    RenderCapabilities(
      glyphs: console.isASCII ? .ascii : .braille, colourDepth: colourDepth(on: console))
  }

  func colourDepth(on console: Console) -> ColourDepth {
    ColourPolicy.depth(choice: color, environment: console.environment, isTTY: console.isTTY)
  }
}

extension ColourChoice: ExpressibleByArgument {}
