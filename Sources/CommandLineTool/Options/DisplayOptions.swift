public import ArgumentParser
public import MapRendering

/// How answers look on a terminal.
struct DisplayOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Columns (default: the terminal's).", valueName: "columns"))
  var width: Int?
  @Option(help: "Colour: auto, always or never.")
  var color: ColourChoice = .auto

  func validate() throws {
    if let width, !(1...1000).contains(width) {
      throw ValidationError("--width must be 1 to 1000")
    }
  }

  /// The width of lines: as asked, as the terminal has it, or unlimited in a pipe.
  func tableWidth(on console: Console) -> Int? {
    width ?? (console.isTTY ? console.size.columns : nil)
  }

  func colourDepth(on console: Console) -> ColourDepth {
    ColourPolicy.depth(choice: color, environment: console.environment, isTTY: console.isTTY)
  }
}

extension ColourChoice: ExpressibleByArgument {}
