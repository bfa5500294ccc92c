/// What a character is for, which decides its colour.
enum Ink: Hashable, Sendable {
  case plain
  case title
  case faint
  case areaLabel
  case pointLabel
  case water
  case border
  case enclosure
  case focus
  case road
  case bridge
  case hatch
  case graticule
  case symbol(MapColour)

  /// The plane value of the ink.
  var code: UInt8 {
    switch self {
    case .plain: 0
    case .title: 1
    case .faint: 2
    case .areaLabel: 3
    case .pointLabel: 4
    case .water: 5
    case .hatch: 6
    case .border: 7
    case .enclosure: 8
    case .focus: 9
    case .road: 10
    case .bridge: 11
    case .graticule: 12
    case .symbol(let colour): 16 + colour.rawValue
    }
  }

  /// Every ink, for building tables.
  static let all: [Ink] =
    [
      .plain, .title, .faint, .areaLabel, .pointLabel, .water, .hatch, .border, .enclosure, .focus,
      .road, .bridge, .graticule,
    ] + MapColour.allCases.map { .symbol($0) }

  /// One more than the largest ``code``.
  static let codeCount = 24
}
