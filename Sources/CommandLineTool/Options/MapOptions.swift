public import ArgumentParser
public import MapRendering

/// How a map is to look, as flags; what is not said is found out.
struct MapOptions: ParsableArguments {
  @Option(
    help: "auto, text, ascii, box, braille, sextant, octant, sixel or kitty (SIJIL_GLYPHS).")
  var glyphs: GlyphChoice = .auto
  @Option(help: "Background that colours must stand out from: auto, dark or light.")
  var theme: ThemeChoice = .auto
  @Option(help: "What to write: text, json, svg or png (with --glyphs: of the characters).")
  var format: MapFormat = .text
  @Option(help: "Language of words and names: en or ar.")
  var lang: MapLanguage = .english
  @Option(
    help: "Arabic names: key under the map, or inline for terminals known not to reorder them.")
  var arabic: ArabicPlacement = .key
  @Option(
    help: ArgumentHelp(
      "Width of a cell divided by its height, 0.3 to 0.8 (default: the terminal's, or 0.5).",
      valueName: "ratio"))
  var cellAspect: Double?
  @Option(help: "Empty cells of a braille picture: space, or braille for fonts that need it.")
  var blank: BlankCell = .space
  @Option(help: "Columns of ambiguous characters: 1 or 2 (default: by locale).")
  var ambiguousWidth: AmbiguousWidth?

  /// The shapes that a cell may have.
  static let cellAspects = 0.3...0.8

  func validate() throws {
    if let cellAspect, !Self.cellAspects.contains(cellAspect) {
      throw ValidationError("--cell-aspect must be 0.3 to 0.8")
    }
  }
}

/// What a map is written as: a new format is a case here and its line in ``MapLook``.
enum MapFormat: String, CaseIterable, Equatable, ExpressibleByArgument {
  /// Rows of characters.
  case text
  /// A drawing for pages and print.
  case svg
  /// Pixels: the drawing, or the cells of the characters asked for.
  case png
  /// The facts that the characters show, for programs.
  case json
}

extension GlyphChoice: ExpressibleByArgument {}
extension ThemeChoice: ExpressibleByArgument {}
extension BlankCell: ExpressibleByArgument {}
extension MapLanguage: ExpressibleByArgument {}
extension ArabicPlacement: ExpressibleByArgument {}

extension AmbiguousWidth: ExpressibleByArgument {
  /// Reads a number of columns.
  ///
  /// - Parameter argument: `1` or `2`.
  public init?(argument: String) {
    switch argument {
    case "1": self = .narrow
    case "2": self = .wide
    default: return nil
    }
  }

  /// What may be given.
  public static var allValueStrings: [String] { ["1", "2"] }
}
