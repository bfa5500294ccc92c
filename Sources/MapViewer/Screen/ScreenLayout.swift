import MapRendering

/// Which cells of the screen belong to what.
struct ScreenLayout: Equatable {
  /// A rectangle of cells.
  struct Region: Equatable {
    var column: Int
    var row: Int
    var columns: Int
    var rows: Int

    func contains(column: Int, row: Int) -> Bool {
      column >= self.column && column < self.column + columns && row >= self.row
        && row < self.row + rows
    }
  }

  /// The map's cells, at the upper left.
  let map: CellSize
  /// Where lists, dossiers and help stand, their title in the first row.
  let pane: Region?
  /// The row of the time bar; `nil` where there is no room for it.
  let timeRow: Int?
  /// The row of the sentence.
  let statusRow: Int

  /// Columns at which a pane stands beside the map and not under it.
  static let wideColumns = 100

  init(size: CellSize, panes: [ViewerPane]) {
    statusRow = max(0, size.rows - 1)
    timeRow = size.rows >= 10 && size.columns >= 40 ? size.rows - 2 : nil
    let high = timeRow ?? statusRow
    let open = panes.last { if case .prompt = $0 { false } else { true } }
    switch open {
    case nil, .prompt:
      map = CellSize(columns: size.columns, rows: high)
      pane = nil
    case .help:
      map = CellSize(columns: size.columns, rows: high)
      pane = Region(column: 0, row: 0, columns: size.columns, rows: high)
    case .list, .dossier, .places:
      if size.columns >= Self.wideColumns {
        let wide = min(max(size.columns * 2 / 5, 44), 76)
        map = CellSize(columns: size.columns - wide, rows: high)
        pane = Region(column: size.columns - wide, row: 0, columns: wide, rows: high)
      } else if high >= 16 {
        let rows = high * 3 / 5
        map = CellSize(columns: size.columns, rows: high - rows)
        pane = Region(column: 0, row: high - rows, columns: size.columns, rows: rows)
      } else {
        map = CellSize(columns: size.columns, rows: high)
        pane = Region(column: 0, row: 0, columns: size.columns, rows: high)
      }
    }
  }

  /// Whether what lies open covers a part of an image in the map's cells.
  func covers(_ image: MapImage) -> Bool {
    guard let pane else { return false }
    return pane.column < image.size.columns && pane.row < image.row + image.size.rows
  }

  /// Lines that fit into the pane, its title apart.
  var paneRows: Int { max(1, (pane?.rows ?? 1) - 1) }
  /// Columns of a line in the pane, its margins apart.
  var paneColumns: Int { max(1, (pane?.columns ?? 1) - 2) }
}

extension ViewerState {
  /// Which cells of the screen belong to what.
  var layout: ScreenLayout { ScreenLayout(size: size, panes: panes) }
}
