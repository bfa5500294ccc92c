import MapRendering
import Records

/// The bar of time: how many incidents there are along the days, and where the viewer stands.
struct TimeBar {
  private let state: ViewerState
  private let range: ClosedRange<CivilDate>?
  private let head: String
  private let tail: String

  init(_ state: ViewerState) {
    self.state = state
    let slider = state.slider
    range = slider.clock == .event ? state.wholeRange ?? slider.eventRange : slider.knowledgeRange
    let clock = slider.clock == .event ? "happened" : "published"
    guard let range else {
      head = "\(clock): no time is known"
      tail = ""
      return
    }
    head = "\(clock) \(range.lowerBound) "
    let play = slider.isPlaying ? ", playing" : ""
    let step =
      slider.clock == .event && slider.span == .until
      ? "all until the \(slider.unit.rawValue)" : "by \(slider.unit.rawValue)"
    tail = " \(range.upperBound)  \(Self.standing(state)) (\(step)\(play))"
  }

  /// Both clocks where both stand somewhere.
  private static func standing(_ state: ViewerState) -> String {
    let slider = state.slider
    var words: [String] = []
    if slider.event != nil { words.append(state.days?.description ?? "") }
    if let asOf = slider.asOf { words.append("as of \(asOf)") }
    return words.isEmpty ? "all of time" : words.joined(separator: " ")
  }

  /// The bar's columns.
  private var columns: Range<Int> {
    let last = state.size.columns - tail.count
    return last - head.count >= 10 ? head.count..<last : 0..<0
  }

  /// The day under a column; `nil` beside the bar.
  func day(at column: Int) -> CivilDate? {
    guard let range, columns.contains(column) else { return nil }
    return days(ofBin: column - columns.lowerBound, of: columns.count, in: range).lowerBound
  }

  /// Writes the bar.
  func write(into grid: inout CellGrid, row: Int) {
    grid.write(TerminalText(head), column: 0, row: row, ink: .faint)
    guard let range else { return }
    guard !columns.isEmpty else {
      let text = TerminalText(tail).truncated(
        to: state.size.columns - head.count,
        ellipsis: state.isASCII ? .asciiEllipsis : .ellipsis)
      return grid.write(text, column: head.count, row: row, ink: .plain)
    }
    let perCell = state.isASCII ? 1 : 2
    let bins = columns.count * perCell
    let levels = levels(bins, in: range)
    for (offset, column) in columns.enumerated() {
      let days = days(ofBin: offset, of: columns.count, in: range)
      let isStep = stands(in: days)
      let sign =
        state.isASCII
        ? Self.asciiSign(levels[offset], isStep: isStep)
        : Self.brailleSign(levels[2 * offset], levels[2 * offset + 1], isStep: isStep)
      grid.write(
        TerminalText(String(sign)), column: column, row: row,
        ink: isStep ? .focus : isShown(days) ? .title : .faint)
    }
    grid.write(TerminalText(tail), column: columns.upperBound, row: row, ink: .plain)
  }

  /// The days of one of several equal parts of the range; at least one day.
  private func days(
    ofBin bin: Int, of count: Int, in range: ClosedRange<CivilDate>
  ) -> ClosedRange<CivilDate> {
    let first = Int(range.lowerBound.daysSinceEpoch)
    let all = Int(range.upperBound.daysSinceEpoch) - first + 1
    let start = range.lowerBound.adding(days: bin * all / count)
    let end = range.lowerBound.adding(days: max((bin + 1) * all / count - 1, bin * all / count))
    return start...end
  }

  /// Heights of 0 to 4; anything that is there has at least 1.
  private func levels(_ bins: Int, in range: ClosedRange<CivilDate>) -> [Int] {
    guard state.slider.clock == .event else { return Array(repeating: 0, count: bins) }
    let counts = Self.counts(state.eventDays, bins, in: range)
    // By the highest bar without a filter: what is left of a bar can be seen.
    let whole = Self.counts(state.wholeDays, bins, in: range)
    let most = max(counts.max() ?? 0, whole.max() ?? 0, 1)
    return counts.map { ($0 * 4 + most - 1) / most }
  }

  private static func counts(
    _ days: [CivilDate: Int], _ bins: Int, in range: ClosedRange<CivilDate>
  ) -> [Int] {
    let first = Int(range.lowerBound.daysSinceEpoch)
    let all = Int(range.upperBound.daysSinceEpoch) - first + 1
    var counts = Array(repeating: 0, count: bins)
    for (day, count) in days {
      let offset = Int(day.daysSinceEpoch) - first
      guard offset >= 0, offset < all else { continue }
      // The bin whose days begin at or before it, as ``days(ofBin:of:in:)`` cuts them.
      counts[min(((offset + 1) * bins - 1) / all, bins - 1)] += count
    }
    return counts
  }

  private func stands(in days: ClosedRange<CivilDate>) -> Bool {
    guard let day = state.slider.day else { return false }
    return days.overlaps(state.slider.unit.interval(around: day))
  }

  /// Whether events of those days are shown, on the clock of the bar.
  private func isShown(_ days: ClosedRange<CivilDate>) -> Bool {
    let slider = state.slider
    guard slider.day != nil else { return true }
    if slider.clock == .knowledge { return slider.asOf.map { days.lowerBound <= $0 } ?? true }
    return slider.span == .until && (slider.event.map { days.lowerBound <= $0 } ?? true)
  }

  private static func asciiSign(_ level: Int, isStep: Bool) -> Character {
    let signs: [Character] = isStep ? ["^", "!", "!", "!", "!"] : ["-", ".", ":", "i", "I"]
    return signs[level]
  }

  /// Two bars of up to four dots over a base line.
  private static func brailleSign(_ left: Int, _ right: Int, isStep: Bool) -> Character {
    let lefts: [UInt32] = [0x00, 0x40, 0x44, 0x46, 0x47]
    let rights: [UInt32] = [0x00, 0x80, 0xA0, 0xB0, 0xB8]
    if isStep, left == 0, right == 0 { return "⡇" }
    let dots = lefts[left] | rights[right]
    return Unicode.Scalar(0x2800 + (dots == 0 ? 0x40 : dots)).map { Character($0) } ?? "-"
  }
}

extension ViewerState {
  /// Whether the screen holds ASCII only.
  var isASCII: Bool { capabilities.glyphs == .ascii }
}
