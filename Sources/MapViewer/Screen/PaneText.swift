import MapRendering
import Records

/// The lines of what lies open over the map.
struct PaneText {
  private let state: ViewerState
  private let layout: ScreenLayout

  init(_ state: ViewerState) {
    self.state = state
    layout = state.layout
  }

  /// Writes the title and the lines that are in sight.
  func write(into grid: inout CellGrid, region: ScreenLayout.Region) {
    grid.clear(region)
    let (title, lines, place, chosen) = content
    let height = layout.paneRows
    let isLonger = lines.count > height
    let last = min(place.top + height, lines.count)
    let extent = isLonger ? " (\(place.top + 1)-\(last) of \(lines.count))" : ""
    write(title + extent, region, row: 0, .title, &grid)
    for (row, line) in lines.dropFirst(place.top).prefix(height).enumerated() {
      let isChosen = chosen == place.top + row
      if isChosen { mark(region, row: row + 1, &grid) }
      write(line, region, row: row + 1, isChosen ? .focus : ink(of: line), &grid)
    }
  }

  /// Title, lines, where the reader is, and the line chosen.
  private var content: ([Character], [String], ScrollList, Int?) {
    switch state.panes.last(where: { if case .prompt = $0 { false } else { true } }) {
    case .list(let place):
      let count = state.incidents.items.count
      return (
        Array("Incidents: \(count), by day"), listLines(around: place), place, place.chosen
      )
    case .dossier(let dossier):
      return (Array(dossier.id.text), dossier.lines ?? ["..."], dossier.place, nil)
    case .places(let places):
      let lines = places.choices.enumerated().map { index, choice in
        "\(index + 1)  \(choice.name) (\(choice.id))\(choice.isLocated ? "" : ", place unknown")"
      }
      return (Array(places.title), lines, places.place, places.place.chosen)
    case .help(let place):
      return (Array("Keys"), HelpText(state.bindings).lines, place, nil)
    case .prompt, nil:
      return ([], [], ScrollList(), nil)
    }
  }

  /// One line for each incident; only those in sight are worded.
  private func listLines(around place: ScrollList) -> [String] {
    let items = state.incidents.items
    let sight = place.top..<min(place.top + layout.paneRows, items.count)
    return items.indices.map { index in
      sight.contains(index) ? IncidentLine(items[index]).text : ""
    }
  }

  private func ink(of line: String) -> Ink {
    // Headings of a dossier or of the help stand at the margin.
    line.first.map { $0 != " " } ?? false ? .title : .plain
  }

  private func write(
    _ text: some Sequence<Character>, _ region: ScreenLayout.Region, row: Int, _ ink: Ink,
    _ grid: inout CellGrid
  ) {
    let safe = TerminalText(String(text))
    let shown = (state.isASCII ? safe.asciiFolded : safe).truncated(
      to: region.columns - 2, ellipsis: state.isASCII ? .asciiEllipsis : .ellipsis)
    grid.write(shown, column: region.column + 2, row: region.row + row, ink: ink)
  }

  private func mark(_ region: ScreenLayout.Region, row: Int, _ grid: inout CellGrid) {
    grid.write(
      TerminalText(state.isASCII ? ">" : "▸"), column: region.column, row: region.row + row,
      ink: .focus)
  }
}
