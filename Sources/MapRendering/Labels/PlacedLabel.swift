/// Which of its names a place is shown with.
public enum LabelForm: UInt8, Sendable, Hashable, CaseIterable {
  /// The full name.
  case name
  /// The shorter name.
  case shortName
  /// A code or number, explained in the key.
  case key
}

/// A name on the map, with the cells that it covers.
public struct PlacedLabel: Sendable, Hashable {
  /// The ``MapPlace/id``.
  public let placeID: String
  /// What stands on the map.
  public let text: TerminalText
  /// Which of its names that is.
  public let form: LabelForm
  /// Leftmost column of the picture.
  public let column: Int
  /// Row of the picture.
  public let row: Int

  /// The columns that the label covers.
  public var columns: Range<Int> { column..<column + text.columns }
}
