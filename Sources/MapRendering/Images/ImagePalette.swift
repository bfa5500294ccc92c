/// The colours of pictures, 0xRRGGBB.
///
/// Fills are dull and symbols bright, so that what happened stands before where it happened; text
/// has a contrast of at least 4.5 to the paper.
struct ImagePalette {
  let theme: ColourTheme

  /// The colour of a paint.
  func rgb(_ paint: Paint) -> UInt32 {
    let dark = theme == .dark
    switch paint {
    case .paper: return dark ? 0x14171C : 0xFAF8F3
    case .tint(let tint): return Self.tint(tint, dark)
    case .landUse(.green): return dark ? 0x1D2B24 : 0xDFE9D3
    case .landUse(.builtUp): return dark ? 0x1A1D22 : 0xF0ECE4
    case .water: return dark ? 0x23506E : 0xA5CBE2
    case .hatch: return dark ? 0x7A6A4C : 0xB79E6C
    case .border: return dark ? 0x59616D : 0xA29C8F
    case .settlement: return dark ? 0x4A505A : 0xBDB6A8
    case .enclosure: return dark ? 0xC9A46A : 0x8A6526
    case .focus: return dark ? 0xF2F2F2 : 0x1A1A1A
    case .road: return dark ? 0x4D4A46 : 0xD3C6AE
    case .minorRoad: return dark ? 0x34363A : 0xE3DBCB
    case .railway: return dark ? 0x6B5A4A : 0x9A8468
    case .bridge: return dark ? 0xE6E3DA : 0x4C463C
    case .bridgeEdge: return dark ? 0x14171C : 0xFFFFFF
    case .graticule: return dark ? 0x828B97 : 0x7A7468
    case .frame: return dark ? 0x4A515C : 0x9C968A
    case .text: return dark ? 0xE8E6E1 : 0x22201C
    case .faint: return dark ? 0xA3A8B0 : 0x625D54
    case .areaLabel: return dark ? 0xC9CDD3 : 0x3D3A34
    case .pointLabel: return dark ? 0xF0E3B8 : 0x5B4408
    case .waterLabel: return dark ? 0x9CC7E4 : 0x1F5A80
    case .symbol(let colour): return Self.symbol(colour, dark)
    }
  }

  /// Every colour of the theme but mixtures.
  var all: Set<UInt32> {
    let paints: [Paint] = [
      .paper, .water, .hatch, .border, .settlement, .enclosure, .focus, .road, .minorRoad,
      .railway, .bridge, .bridgeEdge, .graticule, .frame, .text, .faint, .areaLabel, .pointLabel,
      .waterLabel,
    ]
    return Set(
      (paints + (1...4).map { .tint($0) } + MapLandUse.allCases.map { .landUse($0) }
        + MapColour.allCases.map { .symbol($0) }).map(rgb))
  }

  private static func tint(_ tint: UInt8, _ dark: Bool) -> UInt32 {
    switch tint {
    case 1: dark ? 0x1C2026 : 0xF4F0E6
    case 2: dark ? 0x20252B : 0xEEEADF
    case 3: dark ? 0x252A30 : 0xF1ECDD
    default: dark ? 0x2A2F36 : 0xE9E4D6
    }
  }

  private static func symbol(_ colour: MapColour, _ dark: Bool) -> UInt32 {
    switch colour {
    case .orange: dark ? 0xE69F00 : 0xB87700
    case .skyBlue: dark ? 0x56B4E9 : 0x1B78B0
    case .bluishGreen: dark ? 0x1FB58A : 0x007858
    case .yellow: dark ? 0xF0E442 : 0x827800
    case .blue: dark ? 0x3D9BE0 : 0x0072B2
    case .vermillion: dark ? 0xFF6A2B : 0xC94F00
    case .reddishPurple: dark ? 0xDD8DB8 : 0xA0507D
    case .neutral: dark ? 0xAEB3BA : 0x6C6860
    }
  }

  /// The paint of a text.
  static func paint(of role: TextRole) -> Paint {
    switch role {
    case .title, .legend, .emphasis: .text
    case .areaLabel: .areaLabel
    case .pointLabel: .pointLabel
    case .waterLabel: .waterLabel
    case .note: .faint
    case .graticule: .graticule
    }
  }
}
