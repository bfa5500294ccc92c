/// What a character is for, which decides its colour.
public enum Ink: Hashable, Sendable {
  /// Ordinary text.
  case plain
  /// Titles, the scale, signs in the legend: bold where the receiver can.
  case title
  /// Dates, sources, hints.
  case faint
  /// The name of an area.
  case areaLabel
  /// The name or code of a point.
  case pointLabel
  /// Water.
  case water
  /// The outline of a district or settlement.
  case border
  /// The outline of something walled.
  case enclosure
  /// The outline of what was asked for.
  case focus
  /// A road.
  case road
  /// A street.
  case minorRoad
  /// A railway.
  case railway
  /// A bridge.
  case bridge
  /// Hatching.
  case hatch
  /// The dots of green land.
  case green
  /// Degrees and the rule that carries them.
  case graticule
  /// The colour of a tint, 1…8: where half a cell is filled, both halves have one.
  case tint(UInt8)
  /// A symbol.
  case symbol(MapColour)

  /// The number of the ink in ``CellGrid/Cell/foreground``.
  public var code: UInt8 {
    switch self {
    case .plain: 0
    case .title: 1
    case .faint: 2
    case .areaLabel: 3
    case .pointLabel: 4
    case .water: 5
    case .green: 6
    case .hatch: 7
    case .border: 8
    case .enclosure: 9
    case .focus: 10
    case .minorRoad: 11
    case .railway: 12
    case .road: 13
    case .bridge: 14
    case .graticule: 15
    case .symbol(let colour): 16 + colour.rawValue
    case .tint(let tint): 23 + min(max(tint, 1), 8)
    }
  }

  /// Every ink, for building tables.
  static let all: [Ink] =
    [
      .plain, .title, .faint, .areaLabel, .pointLabel, .water, .green, .hatch, .border, .enclosure,
      .focus, .minorRoad, .railway, .road, .bridge, .graticule,
    ] + MapColour.allCases.map { .symbol($0) } + (1...8).map { .tint($0) }

  /// One more than the largest ``code``, rounded up to a power of two.
  static let codeCount = 32
}
