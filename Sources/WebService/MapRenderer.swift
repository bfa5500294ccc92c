public import Records
public import SimpleFeatures

/// Draws the text map for one request.
///
/// A plain function: whoever knows how to draw is handed in at start.
public typealias MapRenderer = @Sendable (MapRequest) async throws -> [UInt8]

/// What to draw, already checked.
public struct MapRequest: Hashable, Sendable {
  /// Which characters to draw with.
  public enum Glyphs: String, Vocabulary {
    /// Whatever suits.
    case auto
    /// Plain ASCII.
    case ascii
    /// Braille patterns.
    case braille

    /// The list's name in messages.
    public static let name = "glyphs"
  }

  /// The place in the path: an identifier or a name, at most 200 bytes, no control characters.
  public var place: String?
  /// The box asked for.
  public var envelope: Envelope?
  /// Cells across.
  public var width = 80
  /// Cells down.
  public var height = 24
  /// Which characters to draw with.
  public var glyphs = Glyphs.auto
  /// Whether to colour with ANSI sequences.
  public var isColored = false
  /// Only what had been published by the end of this day.
  public var asOf: CivilDate?
  /// Only what the ledger held then.
  public var asRecorded: Instant?

  /// The whole city in a common terminal.
  public init() {}
}

/// Why a map cannot be drawn.
public enum MapFault: Error, Hashable, Sendable {
  /// No place has that name; the nearest names that exist.
  case unknownPlace(String, candidates: [String])
  /// The name is known, its place is not.
  case unlocatedPlace(String)
}
