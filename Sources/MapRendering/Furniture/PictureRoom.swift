/// What the words around a picture keep room for, so that the picture of a part of its symbols has
/// every word in the same place.
struct PictureRoom {
  /// The figures of the legend, by class.
  let byClass: [Int]
  /// Whether there are symbols beyond the edges.
  let hasOutside: Bool
  /// What is counted in the margin.
  let margin: [MapMarginGroup]
  /// The sizes of all symbols, those in clusters, too.
  let weights: CaseSet<MapSymbolWeight>
  /// Columns of the segments that count what there is and is not.
  let countColumns: [Int]

  /// The room that a picture takes.
  ///
  /// - Parameters:
  ///   - facts: What it shows.
  ///   - weights: The sizes of all symbols in it.
  ///   - composer: The words around it.
  init(
    _ facts: PictureFacts, weights: CaseSet<MapSymbolWeight>, _ composer: FrameComposer
  ) {
    self.weights = weights
    byClass = facts.byClass
    hasOutside = facts.outside > 0
    margin = composer.scene.margin
    countColumns = composer.counts(facts).map(\.columns)
  }

  /// Segments that fill the room each has, and no less than they need.
  ///
  /// What begins with a figure is set flush right, so that the word behind it stays, and all else
  /// flush left.
  func spread(_ segments: [StyledLine]) -> [StyledLine] {
    segments.enumerated().map { index, segment in
      guard index < countColumns.count, !segment.runs.contains(where: { $0.text.isRightToLeft })
      else { return segment }
      let blanks = countColumns[index] - segment.columns
      let isFigure = segment.runs.first?.text.string.utf8.first.map { (0x30...0x39).contains($0) }
      var filled = StyledLine()
      if isFigure == true { filled.space(blanks) }
      filled.append(segment)
      if isFigure != true { filled.space(blanks) }
      return filled
    }
  }
}
