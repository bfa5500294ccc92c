/// What a picture shows, as far as the words around it need to know.
struct PictureFacts {
  /// The sum of the symbols in the picture.
  var inView: Int
  /// The sum of the symbols beyond its edges.
  var outside: Int
  /// The same by class, worst first.
  var byClass: [Int]
  /// The room that the words keep, where it is that of a larger picture.
  var room: PictureRoom?
  var features: CaseSet<MapFeature>
  var weights: CaseSet<MapSymbolWeight>
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
///
/// Signs and words are made once for a scene and its characters; counts come with each picture.
struct Legend {
  private struct ClassSign {
    let sign: StyledRun
    /// With a blank before it, and one behind it where the count follows.
    let word: TerminalText
    let isRightToLeft: Bool
    /// The sign of several of which this is the gravest.
    let several: StyledLine
    /// This sign in every size that has a word.
    let weights: [(weight: MapSymbolWeight, line: StyledLine)]
  }

  private let tier: any RenderTier
  /// Whether symbols are drawn.
  private let hasSigns: Bool
  /// By class, worst first.
  private let classes: [ClassSign]
  /// In the order of features.
  private let features: [(feature: MapFeature, line: StyledLine)]

  /// Makes the signs and words of a scene.
  init(tier: any RenderTier, scene: MapScene) {
    self.tier = tier
    let caption = scene.caption
    hasSigns = scene.symbols.hasSigns
    let several = Self.blank + tier.text(TerminalText(caption.words.several))
    let weights = MapSymbolWeight.allCases.compactMap { weight in
      caption.weights[weight].map { (weight, tier.flanks(of: weight), Self.blank + tier.text($0)) }
    }
    classes = scene.symbols.palette.map { symbolClass in
      let (shape, word) = (tier.shape(of: symbolClass), tier.text(symbolClass.word))
      let isRightToLeft = word.isRightToLeft
      return ClassSign(
        sign: StyledRun(text: TerminalText(signs: [shape]), ink: .symbol(symbolClass.colour)),
        word: Self.blank + word + (isRightToLeft ? .empty : Self.blank),
        isRightToLeft: isRightToLeft,
        several: Self.line([shape, "3", " ", shape, "[", "1", "2", "]"], several),
        weights: weights.map { weight, flanks, text in
          (weight, Self.line([flanks?.left, shape, flanks?.right].compactMap { $0 }, text))
        })
    }
    features = MapFeature.allCases.compactMap { feature in
      caption.features[feature].map { text in
        let sign = TerminalText(signs: Self.signs(of: feature, tier))
        return (
          feature,
          StyledLine(
            StyledRun(text: sign, ink: Self.ink(of: feature)), Self.blank + tier.text(text))
        )
      }
    }
  }

  private static func line(_ signs: [Unicode.Scalar], _ word: TerminalText) -> StyledLine {
    StyledLine(StyledRun(text: TerminalText(signs: signs), ink: .title), word)
  }

  private static let blank = TerminalText(safe: " ", columns: 1, isASCII: true)

  /// All of it: classes with their counts, several in one, sizes, features of the base map.
  func entries(_ facts: PictureFacts) -> [StyledLine] {
    var entries: [StyledLine] = []
    entries.reserveCapacity(classes.count + 1 + MapSymbolWeight.allCases.count + features.count)
    if hasSigns { addSigns(facts, to: &entries) }
    for entry in features where facts.features.contains(entry.feature) {
      entries.append(entry.line)
    }
    return entries
  }

  /// Adds classes of symbols with their counts, the sign of several, and sizes.
  private func addSigns(_ facts: PictureFacts, to entries: inout [StyledLine]) {
    let room = facts.room?.byClass ?? facts.byClass
    for index in classes.indices where max(facts.byClass[index], room[index]) > 0 {
      let symbolClass = classes[index]
      let figure = TerminalText(grouped: facts.byClass[index])
      // The count before a word that runs right to left, so that the word ends its line.
      var entry = StyledLine(
        symbolClass.sign,
        symbolClass.isRightToLeft
          ? Self.blank + figure + symbolClass.word : symbolClass.word + figure)
      if facts.room != nil, !symbolClass.isRightToLeft {
        entry.space(TerminalText(grouped: room[index]).columns - figure.columns)
      }
      entries.append(entry)
    }
    guard
      let gravest = classes.indices.first(where: { max(facts.byClass[$0], room[$0]) > 0 })
        .map({ classes[$0] })
    else { return }
    if facts.hasCounts { entries.append(gravest.several) }
    // The sizes, if the picture has more than the bare one.
    if facts.weights.contains(otherThan: .light) {
      for entry in gravest.weights where facts.weights.contains(entry.weight) {
        entries.append(entry.line)
      }
    }
  }

  /// The key: codes first, then names that run right to left, each at the end of a line.
  func keySegments(_ facts: PictureFacts) -> [StyledLine] {
    facts.key.map { entry in
      var line = StyledLine(entry.code, .pointLabel)
      line.append(Self.blank + tier.text(entry.name), .plain)
      return line
    }
  }

  private static func signs(
    of feature: MapFeature, _ tier: any RenderTier
  ) -> [Unicode.Scalar] {
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

  private static func ink(of feature: MapFeature) -> Ink {
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
  if (0..<1000).contains(number) { return String(number) }
  let digits = String(number.magnitude)
  var text = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
    text.append(digit)
  }
  return number < 0 ? "-" + text : text
}
