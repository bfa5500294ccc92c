// The legend of a picture: only what is in it, each with its sign and its word.
extension FurnitureLayout {
  /// Classes of symbols with their counts, then the sign of several.
  func classes() -> [FlowItem] {
    guard scene.symbols.hasSigns else { return [] }
    var items: [FlowItem] = []
    for (symbolClass, count) in zip(scene.symbols.palette, facts.byClass) where count > 0 {
      let word = TerminalText.measured("\(symbolClass.word.string) \(grouped(count))")
      items.append(symbol(symbolClass, .light, word))
    }
    if facts.hasCounts {
      let badge = CountBadge(.measured("n"))
      items.append(
        .sign(width: badge.width, set(TerminalText(scene.caption.words.several))) { point in
          [
            .symbol(
              DisplaySymbol(
                shape: .disc, colour: .neutral,
                center: DisplayPoint(point.x + badge.width / 2, point.y - 4 * Self.pixel),
                weight: .light, number: badge.number, words: ""))
          ]
        })
    }
    return items
  }

  /// Features of the base map.
  func features() -> [FlowItem] {
    MapFeature.allCases.filter { facts.features.contains($0) }.compactMap { feature in
      scene.caption.features[feature].map { word in
        .sign(width: 22 * Self.pixel, set(word)) { Self.sign(of: feature, at: $0) }
      }
    }
  }

  /// The sizes, if the picture has more than the smallest.
  func weights() -> [FlowItem] {
    guard facts.weights.contains(otherThan: .light),
      let lead = zip(scene.symbols.palette, facts.byClass).first(where: { $0.1 > 0 })?.0
    else { return [] }
    return MapSymbolWeight.allCases.filter { facts.weights.contains($0) }.compactMap { weight in
      scene.caption.weights[weight].map { symbol(lead, weight, $0) }
    }
  }

  /// Codes and numbers with their names; a name that runs right to left stands alone.
  func key() -> (together: [FlowItem], alone: [FlowItem]) {
    var together: [FlowItem] = []
    var alone: [FlowItem] = []
    for entry in facts.key {
      let code = FlowItem.text(entry.code, .pointLabel)
      let gap = 6 * Self.pixel
      let name = FlowItem.text(set(entry.name), .legend)
      let item = FlowItem(width: code.width + gap + name.width) { point in
        code.draw(point) + name.draw(DisplayPoint(point.x + code.width + gap, point.y))
      }
      if entry.name.isRightToLeft { alone.append(item) } else { together.append(item) }
    }
    return (together, alone)
  }

  private func symbol(
    _ symbolClass: MapSymbolClass, _ weight: MapSymbolWeight, _ word: TerminalText
  ) -> FlowItem {
    let width = max(2 * SymbolShape.extent(of: weight), 12 * Self.pixel)
    return .sign(width: width, set(word)) { point in
      [
        .symbol(
          DisplaySymbol(
            shape: SymbolShape(symbolClass), colour: symbolClass.colour,
            center: DisplayPoint(point.x + width / 2, point.y - 4 * Self.pixel), weight: weight,
            words: ""))
      ]
    }
  }

  private static func sign(of feature: MapFeature, at point: DisplayPoint) -> [DisplayShape] {
    let (left, right) = (point.x, point.x + 22 * pixel)
    let (top, middle, low) = (point.y - 9 * pixel, point.y - 4 * pixel, point.y + pixel)
    let line = [DisplayPoint(left, middle), DisplayPoint(right, middle)]
    let box = [(left, top), (right, top), (right, low), (left, low)].map {
      DisplayPoint($0.0, $0.1)
    }
    func stroke(_ paint: Paint, _ width: Int, _ dash: [Int] = []) -> DisplayShape {
      .stroke(DisplayStroke(paths: [line], paint: paint, width: width, dash: dash))
    }
    switch feature {
    case .water: return [.fill(DisplayFill(rings: [box], paint: .water))]
    case .hatch: return [.fill(DisplayFill(rings: [box], paint: .hatch, pattern: .hatch))]
    case .bridge: return [stroke(.bridge, 3 * pixel)]
    case .road: return [stroke(.road, 2 * pixel)]
    case .minorRoad: return [stroke(.minorRoad, pixel)]
    case .railway: return [stroke(.railway, pixel * 3 / 2, BaseDrawing.railwayDash)]
    case .green: return [.fill(DisplayFill(rings: [box], paint: .landUse(.green)))]
    case .boundary: return [stroke(.border, pixel * 3 / 2)]
    case .radius:
      let ring = Circle.corners(DisplayPoint((left + right) / 2, middle), radius: 7 * pixel)
      return [
        .stroke(
          DisplayStroke(
            paths: [ring + ring.prefix(1)], paint: .text, width: pixel * 5 / 4,
            dash: BaseDrawing.ringDash))
      ]
    case .approximateBoundary:
      return [stroke(.border, pixel * 3 / 2, BaseDrawing.approximateDash)]
    }
  }
}
