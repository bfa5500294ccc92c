/// A run of text in one ink.
struct StyledRun: Hashable {
  let text: TerminalText
  let ink: Ink
}

/// A line of runs, for everything around the picture.
struct StyledLine: Hashable {
  private(set) var runs: [StyledRun] = []
  private(set) var columns = 0

  init() {}

  init(_ text: TerminalText, _ ink: Ink) { append(text, ink) }

  /// Makes room for so many runs.
  init(capacity: Int) { runs.reserveCapacity(capacity) }

  /// A sign with a word.
  init(_ sign: StyledRun, _ word: TerminalText) {
    runs = [sign, StyledRun(text: word, ink: .plain)]
    columns = sign.text.columns + word.columns
  }

  /// Adds a run at the end.
  mutating func append(_ text: TerminalText, _ ink: Ink) {
    guard !text.isEmpty else { return }
    runs.append(StyledRun(text: text, ink: ink))
    columns += text.columns
  }

  /// Adds another line's runs at the end.
  mutating func append(_ line: StyledLine) {
    for run in line.runs { append(run.text, run.ink) }
  }

  /// Adds spaces at the end.
  mutating func space(_ count: Int) {
    guard count > 0 else { return }
    append(
      TerminalText(safe: String(repeating: " ", count: count), columns: count, isASCII: true),
      .plain)
  }

  /// The line cut to a number of columns; an ellipsis shows that something is missing.
  func truncated(to limit: Int, ellipsis: TerminalText) -> StyledLine {
    guard columns > limit else { return self }
    var line = StyledLine()
    for run in runs {
      let room = limit - line.columns
      let rest = columns - line.columns
      if run.text.columns < room || (run.text.columns == room && rest == room) {
        line.append(run.text, run.ink)
      } else {
        // One column too many makes the cut visible even where the run itself would just fit.
        let cut =
          run.text.columns > room
          ? run.text : TerminalText(run.text.string + " ")
        line.append(cut.truncated(to: room, ellipsis: ellipsis), run.ink)
        break
      }
    }
    return line
  }

  /// Packs segments into lines: as many on each as fit, prose broken at spaces.
  ///
  /// - Parameters:
  ///   - segments: In order.
  ///   - width: Columns a line.
  ///   - gap: Columns between segments on one line.
  ///   - ellipsis: For a segment of several runs that is wider than a line.
  /// - Returns: No line wider than `width`.
  static func packed(
    _ segments: [StyledLine], width: Int, gap: Int, ellipsis: TerminalText
  ) -> [StyledLine] {
    let indent = width >= 40 ? 1 : 0
    var lines: [StyledLine] = []
    var line = StyledLine(capacity: 2 * segments.count)
    for segment in segments where segment.columns > 0 {
      if line.columns > 0, line.columns + gap + segment.columns <= width {
        line.space(gap)
        line.append(segment)
        continue
      }
      if line.columns > 0 {
        lines.append(line)
        line = StyledLine(capacity: 4)
      }
      if segment.columns + indent <= width {
        line.space(indent)
        line.append(segment)
      } else if segment.runs.count == 1, let run = segment.runs.first {
        for (index, piece) in run.text.wrapped(to: width - indent).enumerated() {
          if index > 0 { lines.append(line) }
          line = StyledLine()
          line.space(indent)
          line.append(piece, run.ink)
        }
      } else {
        line.append(segment.truncated(to: width, ellipsis: ellipsis))
      }
    }
    if line.columns > 0 { lines.append(line) }
    return lines
  }
}
