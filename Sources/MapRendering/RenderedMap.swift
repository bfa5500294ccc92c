/// A map as bytes, with what a program may want to know about it.
public struct RenderedMap: Sendable, Equatable {
  /// The rows, each ended by a line feed; no row is wider than the view.
  public internal(set) var bytes: [UInt8]
  /// Columns and rows of the picture inside the output; the picture starts under the title row, if
  /// there is one.
  public let pictureSize: CellSize
  /// What was drawn, with its cells settled: what moving about goes on from.
  public let view: MapView
  /// The names on the picture, in placing order.
  public let placedLabels: [PlacedLabel]
  /// Names of places in the picture that found no room.
  public let hiddenLabelCount: Int
  /// The sum of the counts of all symbols in the picture.
  public let symbolsInView: Int
  /// How many things there are in all, drawn or not.
  public let symbolTotal: Int
  /// The scale bar, where one fits.
  public let scaleBar: ScaleBar?

  let clusterItems: [SymbolClusters.Item]
  let symbols: SymbolColumns
  let placer: LabelPlacer?
  /// The places of the scene, in placing order.
  let places: [ScenePlace]
  /// What the codes and numbers on the picture stand for.
  public let key: [KeyEntry]
  /// What the map says in figures.
  public let facts: MapFacts

  /// What the cells show, in row order.
  ///
  /// - Complexity: O(*c*) in the clusters, at each call.
  public var clusters: [SymbolCluster] {
    clusterItems.map { item in
      SymbolCluster(
        column: item.low, row: item.row, width: item.high - item.low, count: item.count,
        classID: symbols.palette[Int(symbols.classes[item.lead])].id,
        leadID: symbols.ids[item.lead])
    }
  }

  /// The map as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Columns and rows.
public struct CellSize: Sendable, Hashable {
  /// Cells (or a cell's pixels) side by side.
  public let columns: Int
  /// Cells (or a cell's pixels) one above the other.
  public let rows: Int

  /// Makes a size.
  ///
  /// - Parameters:
  ///   - columns: Side by side.
  ///   - rows: One above the other.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// A code or number on a picture, and the name that it stands for.
public struct KeyEntry: Sendable, Hashable {
  /// What stands on the picture.
  public let code: TerminalText
  /// What it means.
  public let name: TerminalText
}
