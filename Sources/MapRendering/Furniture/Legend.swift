/// What a picture shows, as far as the words around it need to know.
struct PictureFacts {
  /// The sum of the symbols in the picture.
  var inView: Int
  /// The sum of the symbols beyond its edges.
  var outside: Int
  /// The same by class, worst first.
  var byClass: [Int]
  var features: Set<MapFeature>
  var weights: Set<MapSymbolWeight>
  /// Whether a sign stands for more than one symbol.
  var hasCounts: Bool
  var hiddenLabels: Int
  /// Codes and numbers on the map, with the names that they stand for.
  var key: [(code: TerminalText, name: TerminalText)]
  /// The least and the largest radius of the symbols in the picture, metres; `nil` where no
  /// symbol has one.
  var radii: ClosedRange<Int>?
}

/// The segments of the legend: only what is in the picture, each with its sign and its word.
struct Legend {
  let tier: any RenderTier
  let scene: MapScene

  /// All of it: classes with their counts, several in one, sizes, features of the base map.
  func entries(_ facts: PictureFacts) -> [StyledLine] {
    classSegments(facts) + weightSegments(facts) + featureSegments(facts)
  }

  /// Classes of symbols with their counts, then the sign of several.
  private func classSegments(_ facts: PictureFacts) -> [StyledLine] {
    guard scene.symbols.hasSigns else { return [] }
    var segments: [StyledLine] = []
    for (symbolClass, count) in zip(scene.symbols.palette, facts.byClass) where count > 0 {
      var line = StyledLine(sign([tier.shape(of: symbolClass)]), .symbol(symbolClass.colour))
      let text = tier.text(symbolClass.word)
      // The count before a word that runs right to left, so that the word ends its line.
      line.append(
        word(
          text.isRightToLeft
            ? grouped(count) + " " + text.string : text.string + " " + grouped(count)), .plain)
      segments.append(line)
    }
    if facts.hasCounts,
      let gravest = zip(scene.symbols.palette, facts.byClass).first(where: { $0.1 > 0 })?.0
    {
      let shape = tier.shape(of: gravest)
      var line = StyledLine(sign([shape, "3", " ", shape, "[", "1", "2", "]"]), .title)
      line.append(word(tier.text(TerminalText(scene.caption.words.several)).string), .plain)
      segments.append(line)
    }
    return segments
  }

  /// Features of the base map that are in the picture.
  private func featureSegments(_ facts: PictureFacts) -> [StyledLine] {
    var segments: [StyledLine] = []
    for feature in MapFeature.allCases where facts.features.contains(feature) {
      guard let text = scene.caption.features[feature] else { continue }
      var line = StyledLine(sign(signs(of: feature)), ink(of: feature))
      line.append(word(tier.text(text).string), .plain)
      segments.append(line)
    }
    return segments
  }

  /// The sizes, if the picture has more than the bare one.
  private func weightSegments(_ facts: PictureFacts) -> [StyledLine] {
    guard facts.weights.contains(where: { $0 != .light }),
      let lead = zip(scene.symbols.palette, facts.byClass).first(where: { $0.1 > 0 })?.0
    else { return [] }
    let shape = tier.shape(of: lead)
    return MapSymbolWeight.allCases.filter { facts.weights.contains($0) }.compactMap { weight in
      guard let text = scene.caption.weights[weight] else { return nil }
      let flanks = tier.flanks(of: weight)
      let scalars = [flanks?.left, shape, flanks?.right].compactMap { $0 }
      var line = StyledLine(sign(scalars), .title)
      line.append(word(tier.text(text).string), .plain)
      return line
    }
  }

  /// The key: codes first, then names that run right to left, each at the end of a line.
  func keySegments(_ facts: PictureFacts) -> [StyledLine] {
    facts.key.map { entry in
      var line = StyledLine(entry.code, .pointLabel)
      line.append(word(tier.text(entry.name).string), .plain)
      return line
    }
  }

  private func sign(_ scalars: [Unicode.Scalar]) -> TerminalText { TerminalText(signs: scalars) }

  private func word(_ text: String) -> TerminalText { .measured(" " + text) }

  private func signs(of feature: MapFeature) -> [Unicode.Scalar] {
    let stroke = tier.lineGlyphs[Int(tier.strokeMask)]
    let dot = tier.lineGlyphs[Int(BaseMap.greenMask)]
    switch feature {
    case .green: return [dot, " ", dot]
    case .water: return [tier.waterGlyphs[255]]
    case .bridge: return ["="]
    case .road, .minorRoad, .boundary: return [stroke, stroke, stroke]
    case .approximateBoundary, .railway: return [stroke, " ", stroke]
    case .hatch: return [tier.lineGlyphs[Int(tier.hatchMask)]]
    case .radius:
      // A ring of two cells, where masks are their own picture.
      let (left, right) = (tier.lineGlyphs[0x8E], tier.lineGlyphs[0x71])
      return left.isASCII ? ["(", ")"] : [left, right]
    }
  }

  private func ink(of feature: MapFeature) -> Ink {
    switch feature {
    case .water: .water
    case .bridge: .bridge
    case .road: .road
    case .minorRoad: .minorRoad
    case .railway: .railway
    case .green: .green
    case .boundary, .approximateBoundary: .border
    case .hatch: .hatch
    case .radius: .title
    }
  }
}

/// A number with commas between thousands.
func grouped(_ number: Int) -> String {
  let digits = String(number.magnitude)
  var text = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
    text.append(digit)
  }
  return number < 0 ? "-" + text : text
}
