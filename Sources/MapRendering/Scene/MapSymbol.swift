public import SimpleFeatures

/// A class of symbols: one shape, one colour, one word.
public struct MapSymbolClass: Sendable, Hashable {
  /// Unique among the classes of a scene.
  public var id: Int
  /// Which class stands for a crowded cell: the lowest rank wins.
  public var rank: Int
  /// The shape in ASCII, 0x21…0x7E and no digit.
  public var ascii: UInt8
  /// The shape elsewhere: one scalar that is one column wide in every terminal.
  public var unicode: Character
  /// The colour, which repeats what the shape says.
  public var colour: MapColour
  /// The word in the legend, filtered.
  public var word: TerminalText

  /// Describes a class.
  ///
  /// - Parameters:
  ///   - id: Unique among classes.
  ///   - rank: The lowest stands for a crowded cell and is first in the legend.
  ///   - ascii: The shape in ASCII.
  ///   - unicode: The shape elsewhere.
  ///   - colour: The colour.
  ///   - word: The legend's word, untrusted.
  public init(
    id: Int, rank: Int, ascii: UInt8, unicode: Character, colour: MapColour, word: String
  ) {
    self.id = id
    self.rank = rank
    self.ascii = ascii
    self.unicode = unicode
    self.colour = colour
    self.word = TerminalText(word)
  }
}

/// The size of a symbol, told by what flanks its shape.
public enum MapSymbolWeight: UInt8, Sendable, Hashable, CaseIterable, Comparable {
  /// The bare shape: small or not known.
  case light
  /// A tick on either side.
  case medium
  /// A bracket on either side.
  case heavy
  /// A double bracket on either side.
  case extreme

  /// Whether the left weight is smaller.
  ///
  /// - Parameters:
  ///   - lhs: A weight.
  ///   - rhs: A weight.
  /// - Returns: The order of the cases.
  public static func < (lhs: MapSymbolWeight, rhs: MapSymbolWeight) -> Bool {
    lhs.rawValue < rhs.rawValue
  }
}

/// A symbol of a map scene: one thing, or several counted at one position.
public struct MapSymbol: Sendable, Hashable {
  /// Unique among symbols; breaks ties of ``order``.
  public var id: String
  /// Order among symbols: the lowest of the worst class leads its cell.
  public var order: Int
  /// Where it stands.
  public var position: Position
  /// The ``MapSymbolClass/id`` of its class.
  public var classID: Int
  /// Its size.
  public var weight: MapSymbolWeight
  /// How many things it stands for, at least 1.
  public var count: Int
  /// How far off the true place may be, metres; 0 where that is not known or does not matter.
  public var radiusMeters: Double
  /// One line about it, for output without a picture.
  public var summary: TerminalText

  /// Describes a symbol.
  ///
  /// - Parameters:
  ///   - id: Unique among symbols.
  ///   - order: Order among symbols.
  ///   - position: CRS84; a symbol outside the world is counted and not drawn.
  ///   - classID: The class.
  ///   - weight: The size.
  ///   - count: How many things it stands for; less than 1 is taken as 1.
  ///   - radiusMeters: How far off the true place may be; not finite or below 0 is taken as 0.
  ///   - summary: One line about it, untrusted.
  public init(
    id: String, order: Int = 0, position: Position, classID: Int,
    weight: MapSymbolWeight = .light, count: Int = 1, radiusMeters: Double = 0,
    summary: String = ""
  ) {
    self.id = id
    self.order = order
    self.position = position
    self.classID = classID
    self.weight = weight
    self.count = min(max(count, 1), 1_000_000_000)
    self.radiusMeters = radiusMeters.isFinite ? max(radiusMeters, 0) : 0
    self.summary = summary.isEmpty ? .empty : TerminalText(summary)
  }
}
