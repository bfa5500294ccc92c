import MapRendering

/// Sends screens to a terminal, each as what differs from the one before.
struct ScreenPainter {
  /// Whether the terminal can hold a whole update back until it is complete.
  var isSynchronised = false
  /// How many updates were sent.
  private(set) var frameCount = 0
  private var shown: ScreenComposer.Screen?
  private var capabilities: RenderCapabilities?
  /// How an image was sent that the terminal may still keep.
  private var kept: ImageProtocol?

  /// Forgets what the terminal shows, after something else was written to it.
  mutating func forget() { shown = nil }

  /// What makes the terminal show a screen.
  ///
  /// - Parameters:
  ///   - screen: What is to be seen.
  ///   - capabilities: What the terminal can show.
  /// - Returns: Bytes for the terminal; none where nothing differs.
  mutating func paint(
    _ screen: ScreenComposer.Screen, _ capabilities: RenderCapabilities
  ) -> [UInt8] {
    let known = self.capabilities == capabilities ? shown : nil
    let before = known.flatMap { canFollow($0, screen) ? $0 : nil }
    let pictures = image(screen.image, after: before?.image, isCleared: before == nil)
    let cells = screen.grid.update(
      from: before?.grid ?? CellGrid(columns: screen.grid.columns, rows: screen.grid.rows),
      capabilities: capabilities, cursor: (screen.cursor.column, screen.cursor.row))
    var bytes = (before == nil ? TerminalModes.clear : []) + pictures + cells
    if bytes.isEmpty, known?.cursor == screen.cursor { return [] }
    frameCount += 1
    // The update of the cells has left the cursor there; without one it is elsewhere.
    if cells.isEmpty { bytes += address(screen.cursor) }
    bytes += visibility(screen.cursor, wasShown: known?.cursor.isShown)
    shown = screen
    self.capabilities = capabilities
    return isSynchronised ? TerminalModes.beginUpdate + bytes + TerminalModes.endUpdate : bytes
  }

  /// Whether a screen can be sent as what differs from another one.
  ///
  /// Sixels are part of the cells that they were printed on: they come before all letters, and a
  /// letter that goes leaves a hole.
  private func canFollow(_ before: ScreenComposer.Screen, _ after: ScreenComposer.Screen) -> Bool {
    guard before.grid.columns == after.grid.columns, before.grid.rows == after.grid.rows else {
      return false
    }
    let images = [before.image, after.image].compactMap { $0 }.filter { $0.kind == .sixel }
    guard let image = images.last else { return true }
    guard before.image == after.image else { return false }
    let rows = image.row..<min(image.row + image.size.rows, after.grid.rows)
    let columns = after.grid.columns
    return !(rows.lowerBound * columns..<max(rows.upperBound, rows.lowerBound) * columns).contains {
      after.grid.cells[$0].scalar == CellGrid.Cell.blank
        && before.grid.cells[$0].scalar != CellGrid.Cell.blank
    }
  }

  /// Puts an image in the place of the one before, or takes that away.
  private mutating func image(
    _ image: MapImage?, after before: MapImage?, isCleared: Bool
  ) -> [UInt8] {
    guard let image else {
      defer { kept = nil }
      return kept.map(MapImage.removal) ?? []
    }
    if image == before, !isCleared { return [] }
    // Another protocol's image would stay.
    let removal = kept == image.kind ? [] : kept.map(MapImage.removal) ?? []
    kept = image.kind
    return removal + image.shown
  }

  /// The cursor stands where something is typed, otherwise at the sentence, where screen readers
  /// look for what is new.
  private func address(_ cursor: ScreenComposer.Cursor) -> [UInt8] {
    Array("\u{1B}[\(cursor.row + 1);\(cursor.column + 1)H".utf8)
  }

  private func visibility(_ cursor: ScreenComposer.Cursor, wasShown: Bool?) -> [UInt8] {
    guard cursor.isShown != wasShown else { return [] }
    return Array((cursor.isShown ? "\u{1B}[?25h" : "\u{1B}[?25l").utf8)
  }
}
