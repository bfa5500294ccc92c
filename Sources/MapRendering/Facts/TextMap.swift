import SimpleFeatures

/// A map without a picture: the same facts in sentences, for screen readers, mail and logs.
///
/// Printable ASCII, unless the words asked for are Arabic. One fact a line, so that it reads well
/// aloud; lines are broken at the width of the view.
struct TextMap {
  let scene: MapScene
  let facts: MapFacts
  let viewport: Viewport
  let width: Int
  /// Single things listed at most: as many as the view has rows.
  let limit: Int

  private var words: MapWords { scene.caption.words }
  private var isArabic: Bool { scene.caption.language == .arabic }

  /// All lines, each ended by a line feed.
  var bytes: [UInt8] { lines().flatMap { Array($0.string.utf8) + [0x0A] } }

  /// All lines.
  private func lines() -> [TerminalText] {
    var lines: [TerminalText] = []
    let caption = scene.caption
    let title = [caption.title.string, caption.asOf?.string].compactMap { $0 }
    if caption.furniture.contains(.title) { lines += broken(title.joined(separator: ", ") + ".") }
    if caption.furniture.contains(.counts) {
      for count in counts() { lines += broken(count.string + ".") }
      lines += broken(grades())
      for note in caption.notes { lines += broken(note.string + ".") }
    }
    lines += districtLines()
    lines += listLines()
    for group in scene.margin { lines += marginLines(group) }
    lines += broken(caption.attribution.string)
    if caption.furniture.contains(.hints) {
      for hint in caption.hints { lines += broken(hint.string) }
    }
    return lines
  }

  /// The sentences of the line under a picture.
  private func counts() -> [TerminalText] {
    var sentences = [
      MapWords.fill(
        words.inView,
        [
          "n": grouped(facts.inView), "total": grouped(facts.total),
          "noun": scene.caption.noun.string,
        ])
    ]
    if facts.outside > 0 {
      sentences.append(MapWords.fill(words.outside, ["n": grouped(facts.outside)]))
    }
    for group in facts.margin {
      sentences.append(
        MapWords.fill(
          group.area == nil ? words.unplaced : words.onlyTo,
          ["n": grouped(group.count), "area": group.area?.string ?? ""]))
    }
    if facts.notDrawn > 0 {
      sentences.append(MapWords.fill(words.notDrawn, ["n": grouped(facts.notDrawn)]))
    }
    if let radii = facts.radii {
      sentences.append(
        MapWords.fill(
          radii.lowerBound == radii.upperBound ? words.precision : words.precisionRange,
          ["least": words.length(radii.lowerBound), "most": words.length(radii.upperBound)]))
    }
    return sentences
  }

  private func grades() -> String {
    let parts = facts.classes.filter { $0.inView > 0 }.map {
      "\($0.word.string) \(grouped($0.inView))"
    }
    return parts.isEmpty ? "" : parts.joined(separator: ", ") + "."
  }

  /// Symbols of the picture, gravest first: by class, then in their order.
  private var shown: [Int] {
    let symbols = scene.symbols
    return symbols.xs.indices.filter {
      viewport.cell(WorldPosition(x: symbols.xs[$0], y: symbols.ys[$0])) != nil
    }.sorted { (symbols.classes[$0], $0) < (symbols.classes[$1], $1) }
  }

  private func districtLines() -> [TerminalText] {
    // What is named tells its district itself.
    guard scene.symbols.hasSigns else { return [] }
    var tallies: [String: [Int]] = [:]
    for index in shown {
      let name = district(of: index) ?? words.noDistrict
      var tally = tallies[name] ?? Array(repeating: 0, count: scene.symbols.palette.count)
      tally[Int(scene.symbols.classes[index])] += Int(scene.symbols.counts[index])
      tallies[name] = tally
    }
    guard !tallies.isEmpty else { return [] }
    let sorted = tallies.map { (name: $0.key, tally: $0.value, sum: $0.value.reduce(0, +)) }
      .sorted { (-$0.sum, $0.name) < (-$1.sum, $1.name) }
    var lines = [TerminalText.empty] + broken(words.byDistrict + ":")
    for district in sorted {
      let parts = zip(scene.symbols.palette, district.tally).filter { $0.1 > 0 }.map {
        "\($0.0.word.string) \(grouped($0.1))"
      }
      lines += broken(
        "\(district.name): \(grouped(district.sum)) - \(parts.joined(separator: ", ")).")
    }
    return lines
  }

  private func listLines() -> [TerminalText] {
    let shown = shown
    guard !shown.isEmpty else { return [] }
    var lines = [TerminalText.empty] + broken(words.gravestFirst + ":")
    for (place, index) in shown.prefix(limit).enumerated() {
      lines += broken("\(place + 1). " + sentence(about: index))
    }
    if shown.count > limit {
      let rest = shown.dropFirst(limit).reduce(0) { $0 + Int(scene.symbols.counts[$1]) }
      lines += broken(MapWords.fill(words.moreNotListed, ["n": grouped(rest)]).string + ".")
    }
    return lines
  }

  private func marginLines(_ group: MapMarginGroup) -> [TerminalText] {
    guard !group.summaries.isEmpty else { return [] }
    let heading = MapWords.fill(
      group.name == nil ? words.unplaced : words.onlyTo,
      ["n": grouped(group.count), "area": group.name?.string ?? ""])
    var lines = [TerminalText.empty] + broken(heading.string + ":")
    for summary in group.summaries.prefix(limit) { lines += broken("- " + summary.string + ".") }
    if group.summaries.count > limit {
      let rest = grouped(group.summaries.count - limit)
      lines += broken(MapWords.fill(words.moreNotListed, ["n": rest]).string + ".")
    }
    return lines
  }

  /// What is said about one symbol: itself, its district, bearing, nearest bridge, precision.
  private func sentence(about index: Int) -> String {
    let symbols = scene.symbols
    let position = WorldPosition(x: symbols.xs[index], y: symbols.ys[index]).position
    // A place of the map is told by its surroundings, not by itself.
    let own = symbols.hasSigns ? nil : symbols.ids[index]
    var parts: [String] = []
    if let district = district(of: index, besides: own) {
      parts.append(MapWords.fill(words.inDistrict, ["area": district]).string)
    } else if symbols.hasSigns {
      parts.append(words.noDistrict)
    }
    if let reference = scene.reference { parts.append(bearing(of: position, from: reference)) }
    if let bridge = nearestBridge(to: position, besides: own) { parts.append(bridge) }
    if symbols.radii[index] > 0 {
      parts.append(
        MapWords.fill(
          words.goodTo, ["distance": words.length(Int(symbols.radii[index]))]
        ).string)
    }
    var subject =
      symbols.summaries[index].isEmpty ? symbols.ids[index] : symbols.summaries[index].string
    if symbols.counts[index] > 1 { subject += " (\(grouped(Int(symbols.counts[index]))))" }
    return subject + ". " + parts.joined(separator: "; ") + "."
  }

  private func bearing(of position: Position, from reference: SceneReference) -> String {
    let origin = reference.position.position
    let meters = Int(origin.distanceMeters(to: position).rounded())
    if meters < 50 {
      return MapWords.fill(words.atReference, ["place": reference.name.string]).string
    }
    let eighths = Int(((origin.initialBearingDegrees(to: position) + 22.5) / 45).rounded(.down)) % 8
    return MapWords.fill(
      words.bearing,
      [
        "distance": words.length(meters),
        "bearing": eighths < words.directions.count ? words.directions[eighths] : "",
        "place": reference.name.string,
      ]
    ).string
  }

  private func nearestBridge(to position: Position, besides own: String?) -> String? {
    var best: (meters: Double, name: TerminalText)?
    for place in scene.places
    where place.role == .point && place.code != nil && place.id != own {
      let meters = place.position.position.distanceMeters(to: position)
      if meters < best?.meters ?? .infinity { best = (meters, name(of: place)) }
    }
    return best.map { best in
      MapWords.fill(
        words.nearestBridge,
        [
          "bridge": best.name.string,
          "distance": words.length(Int(best.meters.rounded())),
        ]
      ).string
    }
  }

  /// The district that a symbol's point lies in, or else the named area, such as an old town, that
  /// encloses it.
  private func district(of index: Int, besides own: String? = nil) -> String? {
    let position = WorldPosition(x: scene.symbols.xs[index], y: scene.symbols.ys[index])
    for role in [MapAreaRole.district, .enclosure] {
      for area in scene.areas.indices.reversed() where scene.areas[area].role == role {
        guard scene.areas[area].contains(position),
          let place = scene.places.first(where: { $0.area == area }), place.id != own
        else { continue }
        return name(of: place).string
      }
    }
    return nil
  }

  private func name(of place: ScenePlace) -> TerminalText {
    place.names[scene.caption.language] ?? place.name
  }

  /// A sentence broken at the width; what follows the first line is indented.
  private func broken(_ sentence: String) -> [TerminalText] {
    guard !sentence.isEmpty else { return [] }
    let text =
      isArabic ? TerminalText.measured(sentence) : TerminalText.measured(sentence).asciiFolded
    guard text.columns > width else { return [text] }
    let indent = width >= 40 ? 2 : 0
    return text.wrapped(to: width - indent).enumerated().map { index, line in
      index == 0 ? line : .measured(String(repeating: " ", count: indent) + line.string)
    }
  }
}
