/// The words around a picture, and how many rows they may take.
struct FrameComposer {
  /// The parts under a picture, in the order in which they are printed.
  enum Block: Int, CaseIterable {
    case rule, legend, key, count, credit, hints
  }

  let scene: MapScene
  let view: MapView
  let tier: any RenderTier
  /// Whether the legend has a corner of the picture and needs no rows.
  let legendIsInside: Bool
  /// Rows granted to each block.
  private(set) var allowance: [Block: Int] = [:]

  /// Grants rows by the largest content that the scene can need, so that what comes out of the
  /// drawing always fits: a first row to each of the blocks that matter most, then the rest.
  init(_ scene: MapScene, view: MapView, tier: any RenderTier, legendIsInside: Bool) {
    self.scene = scene
    self.view = view
    self.tier = tier
    self.legendIsInside = legendIsInside
    var needed = blocks(largestFacts(), scale: reservedScale, ticks: []).mapValues(\.count)
    let codes = needed[.key] ?? 0
    needed[.key] = codes + numberRows
    var budget =
      view.height - titleRows
      - Self.leastPictureRows(view.height, readsFromKey: readsFromKey)
    let claims: [(block: Block, rows: Int)] = [
      (.count, 1), (.credit, 1), (.key, min(codes, 1)), (.legend, 2), (.credit, 2), (.count, 3),
      (.key, readsFromKey ? .max : codes), (.legend, .max), (.rule, 1), (.count, .max),
      (.key, .max), (.credit, .max),
      (.hints, .max),
    ]
    for claim in claims {
      let granted = allowance[claim.block] ?? 0
      let wanted = min(needed[claim.block] ?? 0, claim.rows)
      let more = min(max(wanted - granted, 0), budget)
      allowance[claim.block] = granted + more
      budget -= more
    }
  }

  /// At least this part of the rows is picture; less of it where each name takes a row of the key.
  static func leastPictureRows(_ height: Int, readsFromKey: Bool) -> Int {
    max(2, height * (readsFromKey ? 4 : 6) / 10)
  }

  /// Rows above the picture.
  var titleRows: Int { furniture.contains(.title) ? 1 : 0 }

  /// Rows left for the picture.
  var pictureRows: Int {
    max(1, view.height - titleRows - allowance.values.reduce(0, +))
  }

  var furniture: MapFurniture { scene.caption.furniture }

  /// Rows of the key for names that find room as a number only, where there may be such and they
  /// can be spared.
  private var numberRows: Int {
    guard furniture.contains(.key), scene.places.count >= 40 || readsFromKey else { return 0 }
    let limit = view.height / (readsFromKey ? 4 : 12)
    return view.height < 24 ? 0 : min(limit, scene.places.count)
  }

  /// Whether names are read one by one in the key.
  private var readsFromKey: Bool {
    scene.caption.language == .arabic && scene.caption.arabicPlacement == .key
      && !tier.text(TerminalText("\u{627}")).isASCII
  }

  /// How many numbered names the key has room to explain, the longest included.
  var keyCapacity: Int {
    guard furniture.contains(.key) else { return 0 }
    let rows = (allowance[.key] ?? 0) - codeRows
    if readsFromKey { return max(rows, 0) }
    let longest = scene.places.reduce(0) { max($0, $1.code == nil ? $1.name.columns : 0) }
    return rows > 0 ? min(rows * ((view.width + 2) / (longest + 9)), 99) : 0
  }

  /// Rows of the key that the codes of the scene can need.
  private var codeRows: Int {
    key(Legend(tier: tier, scene: scene).keySegments(largestFacts()), largestFacts()).count
  }

  /// The first row: title, date, north; a title that runs right to left comes last.
  func title() -> StyledLine? {
    guard furniture.contains(.title) else { return nil }
    let north = StyledLine(
      furniture.contains(.north) ? TerminalText.measured(tier.northArrow) : .empty, .title)
    let room = view.width - north.columns - 2
    let title = tier.text(scene.caption.title)
    var line = StyledLine(title, .title)
    if let asOf = scene.caption.asOf {
      let date = tier.text(TerminalText.measured(" · " + asOf.string))
      if line.columns + date.columns <= room { line.append(date, .faint) }
    }
    guard room >= 8 else { return line.truncated(to: view.width, ellipsis: tier.ellipsis) }
    line = line.truncated(to: room, ellipsis: tier.ellipsis)
    if line.runs.contains(where: { $0.text.isRightToLeft }) {
      var turned = north
      turned.space(2)
      turned.append(line)
      return turned
    }
    guard north.columns > 0 else { return line }
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
    let room = view.width - tier.ellipsis.columns - 1
    var marked = line.columns <= room ? line : line.truncated(to: max(room, 0), ellipsis: .empty)
    marked.space(1)
    marked.append(tier.ellipsis, .faint)
    return marked.columns <= view.width
      ? marked : line.truncated(to: view.width, ellipsis: tier.ellipsis)
  }

  private func blocks(
    _ facts: PictureFacts, scale: StyledLine?, ticks: [(column: Int, label: String)]
  ) -> [Block: [StyledLine]] {
    let legend = Legend(tier: tier, scene: scene)
    var blocks: [Block: [StyledLine]] = [.credit: credit(scale)]
    if furniture.contains(.graticule) { blocks[.rule] = [rule(ticks)] }
    if furniture.contains(.legend), !legendIsInside {
      blocks[.legend] = packed(legend.entries(facts), gap: 3)
    }
    if furniture.contains(.key) { blocks[.key] = key(legend.keySegments(facts), facts) }
    if furniture.contains(.counts) { blocks[.count] = packed(counts(facts), gap: 3) }
    if furniture.contains(.hints) {
      blocks[.hints] = packed(
        scene.caption.hints.map { StyledLine(tier.text($0), .faint) }, gap: 4)
    }
    return blocks
  }

  /// Segments on lines: as many on each as fit; one that runs right to left stands alone on its
  /// line, for it would turn the others round.
  func packed(_ segments: [StyledLine], gap: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    var open: [StyledLine] = []
    func close() {
      lines += StyledLine.packed(open, width: view.width, gap: gap, ellipsis: tier.ellipsis)
      open = []
    }
    for segment in segments {
      if segment.runs.contains(where: { $0.text.isRightToLeft }) {
        close()
        open = [segment]
        close()
      } else {
        open.append(segment)
      }
    }
    close()
    return lines
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
      key: scene.places.compactMap { place in
        place.code.map { ($0, LabelNaming(scene.caption, tier: tier).name(of: place).key) }
      }, radii: anySymbols ? 1...99_999 : nil)
  }
}
