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
  /// What the legend can have to say.
  let legend: Legend
  /// What the places of the scene are called.
  let names: [LabelTexts]
  /// What the words are whatever the picture shows.
  let settled: SettledWords
  /// Rows granted to each block, by its place; `nil` while they are being granted.
  private(set) var allowance: [Int]?
  /// How many numbered names the key has room to explain, the longest included.
  private(set) var keyCapacity = 0

  /// Grants rows by the largest content that the scene can need, so that what comes out of the
  /// drawing always fits: a first row to each of the blocks that matter most, then the rest.
  init(_ scene: MapScene, view: MapView, tier: any RenderTier, legendIsInside: Bool) {
    self.scene = scene
    self.view = view
    self.tier = tier
    self.legendIsInside = legendIsInside
    legend = Legend(tier: tier, scene: scene)
    let naming = LabelNaming(scene.caption, tier: tier)
    names = scene.places.map { LabelTexts($0, naming: naming) }
    settled = SettledWords(scene, view: view, tier: tier)
    let largest = largestFacts()
    var needed = blocks(largest, scale: reservedScale, ticks: []).map(\.count)
    let codes = needed[Block.key.rawValue]
    needed[Block.key.rawValue] = codes + numberRows
    let picture = Self.leastPictureRows(view.height, readsFromKey: readsFromKey)
    var budget = max(view.height - titleRows - picture, 0)
    let claims: [(block: Block, rows: Int)] = [
      (.count, 1), (.credit, 1), (.key, min(codes, 1)), (.legend, 2), (.credit, 2), (.count, 3),
      (.key, readsFromKey ? .max : codes), (.legend, .max), (.rule, 1), (.count, .max),
      (.key, .max), (.credit, .max),
      (.hints, .max),
    ]
    var granted = Array(repeating: 0, count: Block.allCases.count)
    for claim in claims {
      let block = claim.block.rawValue
      let wanted = min(needed[block], claim.rows)
      let more = min(max(wanted - granted[block], 0), budget)
      granted[block] += more
      budget -= more
    }
    allowance = granted
    keyCapacity = keyCapacity(rows: granted[Block.key.rawValue] - codes)
  }

  /// The words around a picture that has the rows, names and legend of another one.
  ///
  /// - Parameters:
  ///   - scene: A scene with the same places, classes and parts around the map.
  ///   - whole: The composer of the other one.
  ///   - room: The room that its words take.
  init(_ scene: MapScene, partOf whole: FrameComposer, room: PictureRoom) {
    self.scene = scene
    (view, tier, legendIsInside) = (whole.view, whole.tier, whole.legendIsInside)
    (legend, names) = (whole.legend, whole.names)
    settled = SettledWords(scene, view: view, tier: tier, margin: room.margin)
    (allowance, keyCapacity) = (whole.allowance, whole.keyCapacity)
  }

  /// At least this part of the rows is picture; less of it where each name takes a row of the key.
  static func leastPictureRows(_ height: Int, readsFromKey: Bool) -> Int {
    max(2, height * (readsFromKey ? 4 : 6) / 10)
  }

  /// Rows above the picture.
  var titleRows: Int { furniture.contains(.title) ? 1 : 0 }

  /// Rows left for the picture.
  var pictureRows: Int {
    max(1, view.height - titleRows - (allowance?.reduce(0, +) ?? 0))
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

  /// How many numbered names so many rows of the key have room for.
  private func keyCapacity(rows: Int) -> Int {
    guard furniture.contains(.key), rows > 0 else { return 0 }
    if readsFromKey { return rows }
    let longest = scene.places.reduce(0) { max($0, $1.code == nil ? $1.name.columns : 0) }
    return min(rows * ((view.width + 2) / (longest + 9)), 99)
  }

  /// The rows under the picture.
  ///
  /// - Parameters:
  ///   - facts: What the picture shows.
  ///   - scale: The scale bar.
  ///   - ticks: Columns and labels of meridians.
  /// - Returns: By block, at most the rows granted.
  func footer(
    _ facts: PictureFacts, scale: ScaleBar?, ticks: [(column: Int, label: TerminalText)]
  ) -> [[StyledLine]] {
    let blocks = blocks(facts, scale: scale.map { line(of: $0) }, ticks: ticks)
    return zip(blocks, allowance ?? []).map { lines, granted in
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

  /// The lines of each block, by its place.
  private func blocks(
    _ facts: PictureFacts, scale: StyledLine?, ticks: [(column: Int, label: TerminalText)]
  ) -> [[StyledLine]] {
    Block.allCases.map { block in
      switch block {
      case .rule: furniture.contains(.graticule) ? [rule(ticks)] : []
      case .legend:
        furniture.contains(.legend) && !legendIsInside
          ? packed(legend.entries(facts), gap: 3) : []
      case .key:
        furniture.contains(.key) ? key(legend.keySegments(facts), facts) : []
      case .count: furniture.contains(.counts) ? packed(counts(facts), gap: 3) : []
      case .credit: credit(scale)
      case .hints: furniture.contains(.hints) ? packed(settled.hints, gap: 4) : []
      }
    }
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
      features: .all, weights: anySymbols ? .all : CaseSet(),
      hasCounts: scene.symbolTotal > 1, hiddenLabels: scene.places.count,
      key: zip(scene.places, names).compactMap { place, texts in
        place.code.map { ($0, texts.keyName) }
      }, radii: anySymbols ? 1...99_999 : nil)
  }
}
