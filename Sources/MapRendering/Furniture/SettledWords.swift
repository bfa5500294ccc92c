/// The words around a picture that are the same whatever it shows: made once for a scene, a size and
/// a set of characters.
struct SettledWords {
  /// The first row; `nil` where it is not wanted.
  let title: StyledLine?
  /// Whether the title row has the date.
  let isDated: Bool
  /// Where the data comes from.
  let attribution: StyledLine
  /// What is known to an area only, and what else is not drawn.
  let notDrawn: [StyledLine]
  /// What the map cannot show.
  let notes: [StyledLine]
  /// What to run next.
  let hints: [StyledLine]

  /// Writes them out.
  ///
  /// - Parameters:
  ///   - scene: What there is.
  ///   - view: The size.
  ///   - tier: The characters.
  ///   - margin: Groups that are named even where nothing is counted in them.
  init(
    _ scene: MapScene, view: MapView, tier: any RenderTier, margin: [MapMarginGroup] = []
  ) {
    let caption = scene.caption
    title =
      caption.furniture.contains(.title)
      ? Self.title(caption, width: view.width, tier: tier) : nil
    isDated = Self.isDated(caption, width: view.width, tier: tier)
    attribution = StyledLine(tier.text(caption.attribution), .faint)
    notDrawn = Self.notDrawn(scene, tier: tier, margin: margin)
    notes = caption.notes.map { StyledLine(tier.text($0), .plain) }
    hints = caption.hints.map { StyledLine(tier.text($0), .faint) }
  }

  /// The first row: title, date, north; a title that runs right to left comes last.
  private static func title(
    _ caption: MapCaption, width: Int, tier: any RenderTier
  ) -> StyledLine {
    let north = StyledLine(
      caption.furniture.contains(.north) ? TerminalText.measured(tier.northArrow) : .empty, .title)
    let room = width - north.columns - 2
    let title = tier.text(caption.title)
    var line = StyledLine(title, .title)
    if let asOf = caption.asOf {
      let date = tier.text(TerminalText.measured(" · " + asOf.string))
      if line.columns + date.columns <= room { line.append(date, .faint) }
    }
    guard room >= 8 else { return line.truncated(to: width, ellipsis: tier.ellipsis) }
    line = line.truncated(to: room, ellipsis: tier.ellipsis)
    if line.runs.contains(where: { $0.text.isRightToLeft }) {
      var turned = north
      turned.space(2)
      turned.append(line)
      return turned
    }
    guard north.columns > 0 else { return line }
    line.space(width - north.columns - line.columns)
    line.append(north)
    return line
  }

  /// Whether the date fits into the title row.
  private static func isDated(
    _ caption: MapCaption, width: Int, tier: any RenderTier
  ) -> Bool {
    guard let asOf = caption.asOf else { return true }
    let arrow = TerminalText.measured(tier.northArrow).columns
    return caption.furniture.contains(.title)
      && tier.text(caption.title).columns + 3 + asOf.columns <= width - arrow - 2
  }

  private static func notDrawn(
    _ scene: MapScene, tier: any RenderTier, margin: [MapMarginGroup]
  ) -> [StyledLine] {
    let words = scene.caption.words
    let counted = Dictionary(scene.margin.map { ($0.id, $0.count) }, uniquingKeysWith: +)
    let named = Set(margin.map(\.id))
    var lines = (margin + scene.margin.filter { !named.contains($0.id) }).map { group in
      StyledLine(
        tier.text(
          MapWords.fill(
            group.name == nil ? words.unplaced : words.onlyTo,
            ["n": grouped(counted[group.id] ?? 0), "area": group.name?.string ?? ""])), .plain)
    }
    if scene.notDrawn > 0 {
      lines.append(
        StyledLine(
          tier.text(MapWords.fill(words.notDrawn, ["n": grouped(scene.notDrawn)])), .plain))
    }
    return lines
  }
}
