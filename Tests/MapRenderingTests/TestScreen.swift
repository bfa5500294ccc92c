@testable import MapRendering

/// A terminal's screen, as far as maps use one: printing, line feeds, CR, BS, CUP, CHA, CUU, CUD, CUF, CUB, EL,
/// ED and SGR.
struct TestScreen: Equatable {
  struct Cell: Equatable {
    var text = ""
    /// The SGR parameters in force, of character and background.
    var foreground = ""
    var background = ""
    var isBold = false
  }

  let columns: Int
  let rows: Int
  private(set) var cells: [Cell]
  private var column = 0
  private var row = 0
  private var pen = Cell()

  static func == (left: TestScreen, right: TestScreen) -> Bool { left.cells == right.cells }

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: Cell(text: " "), count: max(columns * rows, 0))
  }

  /// The screen after a grid was drawn on an empty one.
  init(_ grid: CellGrid, _ view: MapView, capabilities: RenderCapabilities) {
    self.init(columns: view.width, rows: view.height)
    print(grid.encoded(capabilities: capabilities))
  }

  /// The first cell that differs, in words; `nil` where none does.
  func difference(from other: TestScreen) -> String? {
    guard let cell = cells.indices.first(where: { cells[$0] != other.cells[$0] }) else {
      return nil
    }
    return
      "row \(cell / columns), column \(cell % columns): \(cells[cell]), not \(other.cells[cell])"
  }

  /// What stands in the cells, colours apart.
  var characters: [String] { cells.map(\.text) }

  /// Takes bytes.
  ///
  /// - Parameters:
  ///   - bytes: As printed.
  ///   - isRaw: Whether a line feed goes straight down, as when a program has the terminal.
  mutating func print(_ bytes: [UInt8], isRaw: Bool = false) {
    var scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\n":
        row += 1
        if !isRaw { column = 0 }
      case "\r": column = 0
      case "\u{8}": column -= 1
      case "\u{1B}":
        scalars.removeFirst()
        let parameters = scalars.prefix { $0 == ";" || ("0"..."9").contains($0) }
        scalars.removeFirst(parameters.count)
        if let final = scalars.popFirst() { control(String(parameters), final) }
      default: put(scalar)
      }
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = TerminalText.columns(of: scalar, ambiguousWidth: .narrow)
    guard width > 0 else {
      let before = cells[row * columns + column - 1].text.isEmpty ? 2 : 1
      cells[row * columns + column - before].text.unicodeScalars.append(scalar)
      return
    }
    precondition(row < rows && column + width <= columns, "printed outside the screen")
    var cell = pen
    cell.text = String(Character(scalar))
    // What a blank is printed in shows only behind it.
    if scalar == " " { cell = Cell(text: " ", background: pen.background) }
    cells[row * columns + column] = cell
    if width == 2 { cells[row * columns + column + 1] = Cell(background: pen.background) }
    column += width
  }

  private mutating func control(_ parameters: String, _ final: Unicode.Scalar) {
    let numbers = parameters.split(separator: ";").compactMap { Int($0) }
    switch final {
    case "H":
      (row, column) = ((numbers.first ?? 1) - 1, (numbers.dropFirst().first ?? 1) - 1)
    case "G": column = (numbers.first ?? 1) - 1
    case "A": row -= numbers.first ?? 1
    case "B": row += numbers.first ?? 1
    case "C": column += numbers.first ?? 1
    case "D": column -= numbers.first ?? 1
    case "K": erase(row * columns + column..<(row + 1) * columns)
    case "J": erase(row * columns + column..<rows * columns)
    case "m": style(numbers.isEmpty ? [0] : numbers)
    default: preconditionFailure("CSI \(parameters) \(final) is none that maps use")
    }
  }

  private mutating func erase(_ range: Range<Int>) {
    for cell in range { cells[cell] = Cell(text: " ", background: pen.background) }
  }

  private mutating func style(_ numbers: [Int]) {
    var numbers = numbers[...]
    while let number = numbers.popFirst() {
      switch number {
      case 0: pen = Cell()
      case 1: pen.isBold = true
      case 22: pen.isBold = false
      case 39: pen.foreground = ""
      case 49: pen.background = ""
      case 38, 48:
        let count = numbers.first == 5 ? 2 : 4
        let value = numbers.prefix(count).map(String.init).joined(separator: ";")
        numbers.removeFirst(min(count, numbers.count))
        if number == 38 { pen.foreground = value } else { pen.background = value }
      default: preconditionFailure("SGR \(number) is none that maps use")
      }
    }
  }
}
