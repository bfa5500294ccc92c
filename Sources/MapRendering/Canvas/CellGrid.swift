/// A whole output as cells, before it becomes bytes: title, picture and the rows under it.
///
/// What a terminal would show, without escape sequences: pictures are rasterised from it, a viewer
/// sends the difference between two of them, and ``encoded(capabilities:)`` makes text.
public struct CellGrid: Sendable, Equatable {
  /// One cell.
  public struct Cell: Sendable, Hashable {
    /// The character; ``blank`` for none, ``continuation`` right of a wide one.
    public var scalar: UInt32
    /// The ``Ink/code`` of the character.
    public var foreground: UInt8
    /// Code of the colour behind it, 0 for the terminal's own.
    public var background: UInt8

    /// Makes a cell.
    ///
    /// - Parameters:
    ///   - scalar: A Unicode scalar, ``blank`` or ``continuation``.
    ///   - foreground: An ink's code.
    ///   - background: Code of the colour behind it.
    public init(scalar: UInt32 = Cell.blank, foreground: UInt8 = 0, background: UInt8 = 0) {
      self.scalar = scalar
      self.foreground = foreground
      self.background = background
    }

    /// No character.
    public static let blank: UInt32 = 0
    /// The right half of a wide character.
    public static let continuation: UInt32 = .max
  }

  /// Cells in a row.
  public let columns: Int
  /// Rows, at most those of the view.
  public let rows: Int
  /// Row after row, from the upper left; shape `[rows · columns]`.
  public var cells: [Cell]
  /// Combining marks and joiners that follow the character of a cell, by its index in ``cells``.
  public var marks: [Int: [Unicode.Scalar]] = [:]

  /// Makes a grid of blanks.
  ///
  /// - Parameters:
  ///   - columns: At least 0.
  ///   - rows: At least 0.
  public init(columns: Int, rows: Int) {
    self.columns = max(columns, 0)
    self.rows = max(rows, 0)
    cells = Array(repeating: Cell(), count: self.columns * self.rows)
  }

  /// Writes a text from a cell rightwards, over whatever ground there is.
  ///
  /// What would leave the grid is not written, nor is half of a wide character; what is left of a
  /// wide character that is written over becomes blank.
  ///
  /// - Parameters:
  ///   - text: Filtered text.
  ///   - column: Of the first character; may be negative.
  ///   - row: Outside the grid nothing happens.
  ///   - ink: What the text is for.
  /// - Complexity: O(*n*) in the scalars of the text.
  public mutating func write(_ text: TerminalText, column: Int, row: Int, ink: Ink) {
    guard row >= 0, row < rows else { return }
    if text.isASCII, text.columns > 0, text.columns == text.string.utf8.count, column >= 0,
      column + text.columns <= columns, marks.isEmpty
    {
      return writeASCII(text, row * columns + column, ink)
    }
    var column = column
    var last: Int?
    for scalar in text.string.unicodeScalars {
      let width = TerminalText.columns(of: scalar, ambiguousWidth: .narrow)
      if width == 0 {
        if let last { join(scalar, to: last) }
        continue
      }
      last = nil
      if column >= 0, column + width <= columns {
        let cell = row * columns + column
        for index in cell..<cell + width { clear(index) }
        set(cell, scalar, ink)
        if width == 2 { cells[cell + 1].scalar = Cell.continuation }
        last = cell
      }
      column += width
    }
  }

  /// Writes a text of one byte a cell that fits into its row, where no cell has marks.
  private mutating func writeASCII(_ text: TerminalText, _ cell: Int, _ ink: Ink) {
    // Only at its ends can it halve a wide character that stays.
    clear(cell)
    clear(cell + text.columns - 1)
    let code = ink.code
    var cells = cells.mutableSpan
    var cell = cell
    for byte in text.string.utf8 {
      let isBlank = byte == 0x20
      cells[cell].scalar = isBlank ? Cell.blank : UInt32(byte)
      cells[cell].foreground = isBlank ? 0 : code
      cell += 1
    }
  }

  private mutating func set(_ cell: Int, _ scalar: Unicode.Scalar, _ ink: Ink) {
    guard scalar != " " else { return }
    cells[cell].scalar = scalar.value
    cells[cell].foreground = ink.code
  }

  /// A mark over a space needs the space as a character of its own.
  private mutating func join(_ mark: Unicode.Scalar, to cell: Int) {
    if cells[cell].scalar == Cell.blank { cells[cell].scalar = 0x20 }
    marks[cell, default: []].append(mark)
  }

  /// Blanks a cell and the other half of a wide character in it.
  private mutating func clear(_ cell: Int) {
    let next = cell + 1
    if next < cells.count, cells[next].scalar == Cell.continuation, next % columns != 0 {
      cells[next].scalar = Cell.blank
    } else if cells[cell].scalar == Cell.continuation {
      cells[cell - 1].scalar = Cell.blank
      marks[cell - 1] = nil
    }
    cells[cell].scalar = Cell.blank
    cells[cell].foreground = 0
    if !marks.isEmpty { marks[cell] = nil }
  }
}
