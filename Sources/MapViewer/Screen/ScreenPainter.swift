import MapRendering

/// Sends screens to a terminal, each as what differs from the one before.
struct ScreenPainter {
  /// Whether the terminal can hold a whole update back until it is complete.
  var isSynchronised = false
  /// How many updates were sent.
  private(set) var frameCount = 0
  private var shown: ScreenComposer.Screen?
  private var capabilities: RenderCapabilities?

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
    var bytes: [UInt8] = []
    let known = self.capabilities == capabilities ? shown : nil
    if let known, known.grid.columns == screen.grid.columns,
      known.grid.rows == screen.grid.rows
    {
      bytes = screen.grid.update(from: known.grid, capabilities: capabilities)
    } else {
      let blank = CellGrid(columns: screen.grid.columns, rows: screen.grid.rows)
      bytes = TerminalModes.clear + screen.grid.update(from: blank, capabilities: capabilities)
    }
    if bytes.isEmpty, known?.cursor == screen.cursor { return [] }
    frameCount += 1
    bytes += cursor(screen.cursor, wasShown: known?.cursor.isShown)
    shown = screen
    self.capabilities = capabilities
    return isSynchronised ? TerminalModes.beginUpdate + bytes + TerminalModes.endUpdate : bytes
  }

  /// The cursor stands where something is typed, otherwise at the sentence, where screen readers
  /// look for what is new.
  private func cursor(_ cursor: ScreenComposer.Cursor, wasShown: Bool?) -> [UInt8] {
    var text = "\u{1B}[\(cursor.row + 1);\(cursor.column + 1)H"
    if cursor.isShown != wasShown { text += cursor.isShown ? "\u{1B}[?25h" : "\u{1B}[?25l" }
    return Array(text.utf8)
  }
}
