// The single lines around a picture: rule, key, counts, scale and credit.

extension FrameComposer {
  /// Scale and attribution; where there is one row for both, the attribution has it.
  func credit(_ scale: StyledLine?) -> [StyledLine] {
    let attribution = settled.attribution
    let bar = furniture.contains(.scaleBar) ? scale : nil
    let lines = packed([bar ?? StyledLine(), attribution], gap: 4)
    guard let allowance, lines.count > allowance[Block.credit.rawValue], attribution.columns > 0
    else { return lines }
    return packed([attribution], gap: 0)
  }

  /// Names that run right to left stand alone, last on their line, after all others.
  func key(_ segments: [StyledLine], _ facts: PictureFacts) -> [StyledLine] {
    var plain: [StyledLine] = []
    var alone: [StyledLine] = []
    for (segment, entry) in zip(segments, facts.key) {
      if tier.text(entry.name).isRightToLeft {
        alone.append(segment)
      } else {
        plain.append(segment)
      }
    }
    return packed(plain, gap: 3) + packed(alone, gap: 0)
  }

  /// What the picture holds and leaves out: the figures add up to the total.
  func counts(_ facts: PictureFacts) -> [StyledLine] {
    let words = scene.caption.words
    func line(_ template: String, _ count: Int, _ ink: Ink = .plain) -> StyledLine {
      StyledLine(tier.text(MapWords.fill(template, ["n": grouped(count)])), ink)
    }
    var first = MapWords.fill(
      words.inView,
      [
        "n": grouped(facts.inView), "total": grouped(scene.total),
        "noun": scene.caption.noun.string,
      ])
    if let asOf = scene.caption.asOf, !settled.isDated {
      first = .measured(first.string + ", " + asOf.string)
    }
    var segments = [StyledLine(tier.text(first), .plain)]
    if facts.outside > 0 || facts.room?.hasOutside == true {
      segments.append(line(words.outside, facts.outside))
    }
    segments += settled.notDrawn
    if facts.hiddenLabels > 0 {
      segments.append(line(words.hiddenLabels, facts.hiddenLabels, .faint))
    }
    if let radii = facts.radii {
      let template =
        radii.lowerBound == radii.upperBound ? words.precision : words.precisionRange
      segments.append(
        StyledLine(
          tier.text(
            MapWords.fill(
              template,
              [
                "least": words.length(radii.lowerBound), "most": words.length(radii.upperBound),
              ])), .faint))
    }
    segments += settled.notes
    return facts.room?.spread(segments) ?? segments
  }

  /// The line under the picture, with the meridians that cross it.
  func rule(_ ticks: [(column: Int, label: TerminalText)]) -> StyledLine {
    var scalars = Array(repeating: tier.rule.stroke, count: view.width)
    var free = 0
    for tick in ticks {
      let label = tier.text(tick.label).string.unicodeScalars
      let end = tick.column + 1 + label.count
      guard tick.column >= free, end <= view.width else { continue }
      scalars[tick.column] = tier.rule.tick
      for (place, scalar) in zip(tick.column + 1..<end, label) { scalars[place] = scalar }
      free = end + 1
    }
    return StyledLine(TerminalText(signs: scalars), .graticule)
  }

  func line(of scale: ScaleBar) -> StyledLine {
    let parts = tier.scaleBar
    var scalars = Array(repeating: parts.stroke, count: scale.columns)
    scalars[0] = parts.left
    scalars[scale.columns - 1] = parts.right
    return StyledLine(TerminalText(signs: scalars + " \(scale.label)".unicodeScalars), .title)
  }

  /// The longest scale bar that a picture of this width can have.
  var scaleLimit: Int { max(2, min(40, view.width - 10)) }

  var reservedScale: StyledLine {
    StyledLine(TerminalText(String(repeating: "-", count: scaleLimit + 7)), .title)
  }
}
