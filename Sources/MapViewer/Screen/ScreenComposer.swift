public import MapRendering
import Records

/// Puts the screen together: the map, what lies open over it, the time bar and the sentence.
public struct ScreenComposer: Sendable {
  private let state: ViewerState
  private let layout: ScreenLayout

  /// What is to be seen: cells, and where the cursor belongs.
  public struct Screen: Sendable, Equatable {
    /// Every cell of the terminal.
    public let grid: CellGrid
    /// What lies under the cells of the map; `nil` for nothing.
    public let image: MapImage?
    /// Where the cursor stands: a column and a row from 0.
    public let cursor: Cursor
  }

  /// A place for the cursor.
  public struct Cursor: Sendable, Hashable {
    /// The column from 0.
    public let column: Int
    /// The row from 0.
    public let row: Int
    /// Whether it is shown: only where something can be typed.
    public let isShown: Bool
  }

  /// Composes the screen of a state.
  ///
  /// - Parameter state: The viewer's state, settled on the map that was drawn of it.
  public init(_ state: ViewerState) {
    self.state = state
    layout = state.layout
  }

  /// Puts the screen together.
  ///
  /// - Parameters:
  ///   - map: The map's cells, drawn for the state's view; `nil` before there is one.
  ///   - image: What lies under them. It is left out where something open covers any of it, for it
  ///     would show through.
  /// - Returns: As many cells as the terminal has.
  /// - Complexity: O(*c*) in the cells.
  public func screen(with map: CellGrid?, over image: MapImage?) -> Screen {
    let image = image.flatMap { layout.covers($0) ? nil : $0 }
    var grid = CellGrid(columns: state.size.columns, rows: state.size.rows)
    if let map {
      grid.paste(map, rows: layout.map.rows)
      markFocus(in: &grid)
    }
    if let pane = layout.pane { PaneText(state).write(into: &grid, region: pane) }
    if let row = layout.timeRow { TimeBar(state).write(into: &grid, row: row) }
    if case .prompt(let prompt)? = state.panes.last {
      let cursor = write(prompt, into: &grid)
      return Screen(grid: grid, image: image, cursor: cursor)
    }
    let text = shown(state.sentence)
    grid.write(text, column: 0, row: layout.statusRow, ink: .title)
    return Screen(
      grid: grid, image: image,
      cursor: Cursor(column: 0, row: layout.statusRow, isShown: false))
  }

  /// The text in as many columns as there are, folded where only ASCII is shown.
  private func shown(_ text: String, columns: Int? = nil) -> TerminalText {
    let safe = TerminalText(text)
    return (state.isASCII ? safe.asciiFolded : safe).truncated(
      to: columns ?? state.size.columns, ellipsis: state.isASCII ? .asciiEllipsis : .ellipsis)
  }

  /// Points at the incident in focus from both sides.
  private func markFocus(in grid: inout CellGrid) {
    guard let focus = state.focus, state.layers != .withoutIncidents,
      let place = state.incidents.place(of: focus),
      let position = state.incidents.items[place].position,
      let cell = state.cell(of: position)
    else { return }
    let row = cell.row + 1
    let signs = state.isASCII ? [">", "<"] : ["▸", "◂"]
    // Beyond what flanks a symbol for its size.
    grid.write(TerminalText(signs[0]), column: cell.column - 2, row: row, ink: .focus)
    grid.write(TerminalText(signs[1]), column: cell.column + 2, row: row, ink: .focus)
  }

  private func write(_ prompt: ViewerPane.Prompt, into grid: inout CellGrid) -> Cursor {
    let label = prompt.purpose == .filter ? "filter: " : "go to: "
    let row = layout.statusRow
    // The caret of a fault belongs under its place, so the fault stands below the line.
    let inputRow = prompt.fault == nil ? row : max(0, row - 2)
    for line in inputRow...row {
      grid.write(
        TerminalText(String(repeating: " ", count: state.size.columns)), column: 0, row: line,
        ink: .plain)
    }
    let before = TerminalText(prompt.editor.textBeforeCursor).columns
    let room = max(1, state.size.columns - label.count - 1)
    let skipped = max(0, before - room)
    grid.write(
      TerminalText(prompt.editor.text), column: label.count - skipped, row: inputRow, ink: .plain)
    grid.write(TerminalText(label), column: 0, row: inputRow, ink: .title)
    if let fault = prompt.fault, inputRow < row {
      if let column = fault.column {
        let before = TerminalText(String(prompt.editor.text.prefix(column))).columns
        grid.write(
          TerminalText("^"), column: label.count + before - skipped, row: inputRow + 1, ink: .title)
      }
      grid.write(shown(fault.reason), column: 0, row: row, ink: .plain)
    }
    return Cursor(column: label.count + before - skipped, row: inputRow, isShown: true)
  }
}

extension CellGrid {
  /// Copies another grid to the upper left, as far as both reach.
  mutating func paste(_ other: CellGrid, rows limit: Int) {
    let wide = min(columns, other.columns)
    for row in 0..<min(rows, other.rows, max(limit, 0)) {
      let (to, from) = (row * columns, row * other.columns)
      cells.replaceSubrange(to..<to + wide, with: other.cells[from..<from + wide])
    }
    for (index, signs) in other.marks where other.columns > 0 {
      let (row, column) = (index / other.columns, index % other.columns)
      if row < min(rows, limit), column < columns { marks[row * columns + column] = signs }
    }
  }

  /// Makes a rectangle blank.
  mutating func clear(_ region: ScreenLayout.Region) {
    for row in max(0, region.row)..<max(0, min(rows, region.row + region.rows)) {
      for column in max(0, region.column)..<max(0, min(columns, region.column + region.columns)) {
        cells[row * columns + column] = Cell()
        marks[row * columns + column] = nil
      }
    }
  }
}
