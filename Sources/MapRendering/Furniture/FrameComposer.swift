/// The words around a picture, and how many rows they may take.
struct FrameComposer {
  /// The parts under a picture, in the order in which they are printed.
  enum Block: Int, CaseIterable {
    case rule, legend, key, count, credit, hints

    /// Who gets rows first when there are not enough for all.
    static let byImportance: [Block] = [.count, .credit, .legend, .rule, .key, .hints]
  }

  let scene: MapScene
  let view: MapView
  let tier: any RenderTier
  /// Rows granted to each block.
  private(set) var allowance: [Block: Int] = [:]

  /// Grants rows by the largest content that the scene can need, so that what comes out of the
  /// drawing always fits.
  init(_ scene: MapScene, view: MapView, tier: any RenderTier) {
    self.scene = scene
    self.view = view
    self.tier = tier
    var needed = blocks(largestFacts(), scale: reservedScale, ticks: [])
    // A row for names that find room as a number only, where there may be such and it can be
    // spared.
    if view.height >= 30, scene.places.count >= 40 { needed[.key]?.append(StyledLine()) }
    var budget = view.height - 1 - Self.leastPictureRows(view.height)
    for block in [Block.count, .credit] where budget > 0 {
      allowance[block] = 1
      budget -= 1
    }
    for block in Block.byImportance {
      let granted = allowance[block] ?? 0
      let more = min(max((needed[block]?.count ?? 0) - granted, 0), budget)
      allowance[block] = granted + more
      budget -= more
    }
  }

  /// At least this part of the rows is picture.
  static func leastPictureRows(_ height: Int) -> Int { max(2, height * 6 / 10) }

  /// Rows left for the picture.
  var pictureRows: Int {
    max(1, view.height - 1 - allowance.values.reduce(0, +))
  }

  /// How many numbered names the key has room to explain, the longest included.
  var keyCapacity: Int {
    let rows = (allowance[.key] ?? 0) - codeRows
    let longest = scene.places.reduce(0) { max($0, $1.code == nil ? $1.name.columns : 0) }
    return rows > 0 ? min(rows * ((view.width + 2) / (longest + 9)), 99) : 0
  }

  /// Rows of the key that the codes of the scene can need.
  private var codeRows: Int {
    key(Legend(tier: tier, scene: scene).keySegments(largestFacts()), largestFacts()).count
  }

  /// The first row: title, date, north.
  func title() -> StyledLine {
    let north = StyledLine(TerminalText.measured(tier.northArrow), .title)
    let room = view.width - north.columns - 2
    var line = StyledLine(tier.text(scene.caption.title), .title)
    if let asOf = scene.caption.asOf {
      let date = tier.text(TerminalText.measured(" · " + asOf.string))
      if line.columns + date.columns <= room { line.append(date, .faint) }
    }
    guard room >= 8 else { return line.truncated(to: view.width, ellipsis: tier.ellipsis) }
    line = line.truncated(to: room, ellipsis: tier.ellipsis)
    line.space(view.width - north.columns - line.columns)
    line.append(north)
    return line
  }

  /// The rows under the picture.
  ///
  /// - Parameters:
  ///   - facts: What the picture shows.
  ///   - scale: The scale bar.
  ///   - ticks: Columns and labels of meridians.
  /// - Returns: At most the rows granted.
  func footer(
    _ facts: PictureFacts, scale: ScaleBar?, ticks: [(column: Int, label: String)]
  ) -> [StyledLine] {
    let blocks = blocks(facts, scale: scale.map { line(of: $0) }, ticks: ticks)
    return Block.allCases.flatMap { block -> [StyledLine] in
      let lines = blocks[block] ?? []
      let granted = allowance[block] ?? 0
      guard lines.count > granted else { return lines }
      guard granted > 0, let last = lines.prefix(granted).last else { return [] }
      return lines.prefix(granted - 1) + [marked(last)]
    }
  }

  /// A line with the sign that more was to follow.
  private func marked(_ line: StyledLine) -> StyledLine {
    var longer = line
    longer.space(view.width + 1)
    return line.columns + tier.ellipsis.columns + 1 <= view.width
      ? StyledLine.packed(
        [line, StyledLine(tier.ellipsis, .faint)], width: view.width, gap: 1,
        ellipsis: tier.ellipsis
      ).first ?? line
      : longer.truncated(to: view.width, ellipsis: tier.ellipsis)
  }

  private func blocks(
    _ facts: PictureFacts, scale: StyledLine?, ticks: [(column: Int, label: String)]
  ) -> [Block: [StyledLine]] {
    let legend = Legend(tier: tier, scene: scene)
    return [
      .rule: [rule(ticks)],
      .legend: packed(legend.segments(facts) + legend.weightSegments(facts), gap: 3),
      .key: key(legend.keySegments(facts), facts),
      .count: packed(counts(facts), gap: 3),
      .credit: credit(scale),
      .hints: packed(scene.caption.hints.map { StyledLine(tier.text($0), .faint) }, gap: 4),
    ]
  }

  private func packed(_ segments: [StyledLine], gap: Int) -> [StyledLine] {
    StyledLine.packed(segments, width: view.width, gap: gap, ellipsis: tier.ellipsis)
  }

  /// Scale and attribution; where there is one row for both, the attribution has it.
  private func credit(_ scale: StyledLine?) -> [StyledLine] {
    let attribution = StyledLine(tier.text(scene.caption.attribution), .faint)
    let lines = packed([scale ?? StyledLine(), attribution], gap: 4)
    guard let granted = allowance[.credit], lines.count > granted, attribution.columns > 0 else {
      return lines
    }
    return packed([attribution], gap: 0)
  }

  /// Names that run right to left stand alone, last on their line.
  private func key(_ segments: [StyledLine], _ facts: PictureFacts) -> [StyledLine] {
    var plain: [StyledLine] = []
    var alone: [StyledLine] = []
    for (segment, entry) in zip(segments, facts.key) {
      if tier.text(entry.name).isRightToLeft {
        alone += packed([segment], gap: 0)
      } else {
        plain.append(segment)
      }
    }
    return packed(plain, gap: 3) + alone
  }

  private func counts(_ facts: PictureFacts) -> [StyledLine] {
    let total = scene.caption.total ?? scene.symbolTotal
    var text =
      "\(grouped(facts.inView)) of \(grouped(total)) \(tier.text(scene.caption.noun).string) in view"
    if let asOf = scene.caption.asOf, !isDated { text += ", " + tier.text(asOf).string }
    var segments = [StyledLine(.measured(text), .plain)]
    if facts.outside > 0 {
      segments.append(
        StyledLine(.measured("\(grouped(facts.outside)) outside this picture"), .plain))
    }
    if facts.hiddenLabels > 0 {
      segments.append(
        StyledLine(TerminalText("+\(grouped(facts.hiddenLabels)) labels hidden"), .faint))
    }
    return segments + scene.caption.notes.map { StyledLine(tier.text($0), .plain) }
  }

  /// Whether the date fits into the title row.
  private var isDated: Bool {
    guard let asOf = scene.caption.asOf else { return true }
    let arrow = TerminalText.measured(tier.northArrow).columns
    return tier.text(scene.caption.title).columns + 3 + asOf.columns <= view.width - arrow - 2
  }

  /// The line under the picture, with the meridians that cross it.
  private func rule(_ ticks: [(column: Int, label: String)]) -> StyledLine {
    var scalars = Array(repeating: tier.rule.stroke, count: view.width)
    var free = 0
    for tick in ticks {
      let end = tick.column + 1 + tick.label.unicodeScalars.count
      guard tick.column >= free, end <= view.width else { continue }
      scalars.replaceSubrange(
        tick.column..<end, with: [tier.rule.tick] + Array(tick.label.unicodeScalars))
      free = end + 1
    }
    return StyledLine(TerminalText(signs: scalars), .graticule)
  }

  private func line(of scale: ScaleBar) -> StyledLine {
    let parts = tier.scaleBar
    var scalars = Array(repeating: parts.stroke, count: scale.columns)
    scalars[0] = parts.left
    scalars[scale.columns - 1] = parts.right
    return StyledLine(TerminalText(signs: scalars + " \(scale.label)".unicodeScalars), .title)
  }

  /// The longest scale bar that a picture of this width can have.
  var scaleLimit: Int { max(2, min(40, view.width - 10)) }

  private var reservedScale: StyledLine {
    StyledLine(TerminalText(String(repeating: "-", count: scaleLimit + 7)), .title)
  }

  /// More than any view of the scene can need.
  private func largestFacts() -> PictureFacts {
    let counts = scene.symbols.palette.indices.map { _ in scene.symbolTotal }
    let anySymbols = scene.symbolTotal > 0
    return PictureFacts(
      inView: scene.symbolTotal, outside: scene.symbolTotal,
      byClass: anySymbols ? counts : counts.map { _ in 0 },
      features: Set(MapFeature.allCases), weights: Set(anySymbols ? MapSymbolWeight.allCases : []),
      hasCounts: scene.symbolTotal > 1, hiddenLabels: scene.places.count,
      key: scene.places.compactMap { place in place.code.map { ($0, place.name) } })
  }
}
