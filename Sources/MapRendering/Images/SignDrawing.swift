/// The symbols, counts and names of a picture as shapes.
struct SignDrawing {
  private(set) var shapes: [DisplayShape] = []
  private let scene: MapScene
  private let projection: DisplayProjection
  private let lettering: DisplayList.Lettering
  /// Leads of the signs that have another close by.
  private var crowded: Set<Int> = []

  init(
    _ scene: MapScene, picture: Picture, projection: DisplayProjection,
    lettering: DisplayList.Lettering
  ) {
    self.scene = scene
    self.projection = projection
    self.lettering = lettering
    let places = Dictionary(
      scene.places.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for label in picture.labels { name(label, places[label.placeID]) }
    // The small ones last, so that none is hidden.
    let items = SymbolClusters(scene.symbols, viewport: picture.viewport).items
    crowded = Self.crowded(items)
    for item in items.sorted(by: { key($0) < key($1) }) { symbol(item) }
  }

  private func key(_ item: SymbolClusters.Item) -> (Int, Int, Int, Int) {
    let size =
      item.count > 1
      ? CountBadge.halfHeight : SymbolShape.radius(of: scene.symbols.weights[item.lead])
    return (-size, item.row, item.low, item.lead)
  }

  private mutating func name(_ label: PlacedLabel, _ place: ScenePlace?) {
    let center = projection.center(columns: label.columns, row: label.row)
    let role: TextRole =
      switch place?.role {
      case .river: .waterLabel
      case .point: .pointLabel
      case .area, nil: label.form == .key ? .pointLabel : .areaLabel
      }
    let text = lettering == .system ? logical(label, place) : label.text.lettered
    shapes.append(
      .text(
        DisplayText(
          text: text, role: role, origin: DisplayPoint(center.x, center.y + Self.drop(role)),
          anchor: .middle)))
  }

  /// The text of a label in logical order: what was shaped for a terminal is the name as it is.
  private func logical(_ label: PlacedLabel, _ place: ScenePlace?) -> TerminalText {
    guard label.form == .name, label.text.isRightToLeft,
      let name = place?.names[scene.caption.language] ?? place?.name
    else { return label.text }
    return name
  }

  /// From the middle of a line of text down to its base line.
  static func drop(_ role: TextRole) -> Int {
    TextMetrics.tenths(of: role) * DisplayUnit.pixel * 34 / 1000
  }

  private mutating func symbol(_ item: SymbolClusters.Item) {
    let symbols = scene.symbols
    let symbolClass = symbols.palette[Int(symbols.classes[item.lead])]
    let weight = symbols.weights[item.lead]
    let isSingle = item.count == 1
    let cell = projection.center(columns: item.low..<item.high, row: item.row)
    let isFree = isSingle && !crowded.contains(item.lead)
    let center = isFree ? point(of: item, in: cell, weight) : cell
    var words = symbolClass.word.string
    if isSingle {
      if let size = scene.caption.weights[weight] { words += ", " + size.string }
      if symbols.radii[item.lead] > 0 {
        let length = scene.caption.words.length(Int(symbols.radii[item.lead]))
        words += ", " + MapWords.fill(scene.caption.words.goodTo, ["distance": length]).string
      }
      words += " (\(symbols.ids[item.lead]))"
    } else {
      words =
        "\(grouped(item.count)) \(scene.caption.noun.string): "
        + "\(scene.caption.words.several) (\(words))"
    }
    shapes.append(
      .symbol(
        DisplaySymbol(
          shape: SymbolShape(symbolClass), colour: symbolClass.colour, center: center,
          weight: isSingle ? weight : .light,
          number: isSingle ? nil : .measured(grouped(item.count)),
          words: TerminalText(words).string)))
  }
}

extension SignDrawing {
  /// The signs that would lie on one another at their own points: cells keep them apart.
  private static func crowded(_ items: [SymbolClusters.Item]) -> Set<Int> {
    var crowded: Set<Int> = []
    var before: [SymbolClusters.Item] = []
    var row: [SymbolClusters.Item] = []
    for item in items {
      if let last = row.last, last.row != item.row {
        before = last.row == item.row - 1 ? row : []
        row = []
      }
      let near =
        before.filter { $0.high > item.low - 2 && $0.low < item.high + 2 }
        + row.suffix(1).filter { $0.high > item.low - 2 }
      if !near.isEmpty { crowded.formUnion(near.map(\.lead) + [item.lead]) }
      row.append(item)
    }
    return crowded
  }

  /// Where a symbol alone stands: its own point, moved up or down inside its row, by half a row at
  /// most, where it would cover names in the rows beside it.
  private func point(
    of item: SymbolClusters.Item, in cell: DisplayPoint, _ weight: MapSymbolWeight
  ) -> DisplayPoint {
    let symbols = scene.symbols
    let own = projection.point(
      WorldPosition(x: symbols.xs[item.lead], y: symbols.ys[item.lead]))
    let room = projection.rowOffset(1) * 11 / 16 - SymbolShape.radius(of: weight)
    let drift = min(max(room, 0), projection.rowOffset(1) / 2)
    return DisplayPoint(own.x, min(max(own.y, cell.y - drift), cell.y + drift))
  }
}

extension TerminalText {
  /// The text in letters that ``StrokeFont`` has; what it lacks becomes plain ASCII or `?`.
  var lettered: TerminalText { StrokeFont.shared.covers(self) ? self : asciiFolded }
}
