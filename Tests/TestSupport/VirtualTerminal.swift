/// A terminal in memory: what a program wrote to it is what can be seen on it.
///
/// It knows the sequences that a full-screen program of ours may send and keeps those that it does
/// not know, so that a test can insist on there being none. Written without regard to the encoder
/// under test.
///
/// - Note: Source – ECMA-48 §8.3 (BS, CHA, CUB, CUD, CUF, CUP, CUU, ED, EL, SGR); xterm's "XTerm Control
///   Sequences".
public struct VirtualTerminal: Sendable {
  /// One cell.
  public struct Cell: Sendable, Hashable {
    /// The character with its marks; empty for nothing or the right half of a wide character.
    public var text = ""
    /// The attributes that colour and weigh it, in the order of their names.
    public var style = ""
    /// The background's parameters; empty for the terminal's own.
    public var background = ""
    /// The part of a sixel image that shows in it; empty for none.
    public var picture = ""
  }

  /// Columns.
  public let columns: Int
  /// Rows.
  public let rows: Int
  /// Row after row.
  public private(set) var cells: [Cell]
  /// The cursor's column from 0.
  public private(set) var column = 0
  /// The cursor's row from 0.
  public private(set) var row = 0
  /// The private modes that are set; 7 and 25 are at the start.
  public private(set) var modes: Set<Int> = [7, 25]
  /// Sequences that are not known.
  public private(set) var unknown: [String] = []
  /// How often synchronised updates began.
  public private(set) var updateCount = 0
  /// Questions that the program asked.
  public private(set) var questions: [String] = []
  /// The images of the kitty protocol.
  public private(set) var images = TerminalImages()

  private var foreground = ""
  private var background = ""
  private var isBold = false
  private var isWrapPending = false
  /// Whether the cursor is where no two terminals have it: behind a sixel image.
  private var isLost = false
  private var pending: [UInt8] = []
  private var mainCursor = (column: 0, row: 0)

  /// An empty terminal.
  ///
  /// - Parameters:
  ///   - columns: At least 1.
  ///   - rows: At least 1.
  public init(columns: Int, rows: Int) {
    self.columns = max(columns, 1)
    self.rows = max(rows, 1)
    cells = Array(repeating: Cell(), count: self.columns * self.rows)
  }

  /// Whether the cursor can be seen.
  public var showsCursor: Bool { modes.contains(25) }
  /// Whether the screen is the other one, of full-screen programs.
  public var isAlternate: Bool { modes.contains(1049) }

  /// A row as text, blanks at its end left out.
  ///
  /// - Parameter row: From 0.
  /// - Returns: Its characters.
  public func line(_ row: Int) -> String {
    let row = cells[row * columns..<(row + 1) * columns]
    var text = ""
    var isWide = false
    for cell in row {
      if cell.text.isEmpty, isWide {
        isWide = false
        continue
      }
      text += cell.text.isEmpty ? " " : cell.text
      isWide = Self.width(of: cell.text.unicodeScalars.first) == 2
    }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// Every row as text.
  public var lines: [String] { (0..<rows).map(line) }

  /// Takes what a program wrote, cut anywhere.
  ///
  /// - Parameter bytes: As written.
  public mutating func take(_ bytes: [UInt8]) {
    pending += bytes
    var rest = pending[...]
    while let step = step(rest) { rest = rest.dropFirst(step) }
    pending = Array(rest)
  }

  /// The same terminal, emptied, with another size.
  ///
  /// - Parameters:
  ///   - columns: At least 1.
  ///   - rows: At least 1.
  /// - Returns: A terminal in the same modes.
  public func resized(columns: Int, rows: Int) -> VirtualTerminal {
    var terminal = VirtualTerminal(columns: columns, rows: rows)
    terminal.modes = modes
    terminal.unknown = unknown
    terminal.updateCount = updateCount
    terminal.questions = questions
    terminal.images = images
    terminal.images.hideAll()
    terminal.pending = pending
    return terminal
  }

  /// How many bytes were taken; `nil` where more are needed.
  private mutating func step(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first else { return nil }
    switch first {
    case 0x1B: return escape(bytes)
    case 0x0A:
      isWrapPending = false
      feedLine()
    case 0x0D:
      isWrapPending = false
      column = 0
    case 0x08: moveSideways(to: column - 1)
    case 0x18: break
    case ..<0x20, 0x7F: unknown.append("control \(first)")
    case ..<0x80: put(Unicode.Scalar(first))
    default:
      let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
      guard bytes.count >= length else { return nil }
      let text = String(decoding: bytes.prefix(length), as: UTF8.self)
      if let scalar = text.unicodeScalars.first { put(scalar) }
      return length
    }
    return 1
  }

  private mutating func escape(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let kind = bytes.dropFirst().first else { return nil }
    switch kind {
    case 0x5B:
      guard let end = bytes.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) }) else {
        return nil
      }
      control(String(decoding: bytes[(bytes.startIndex + 2)..<end], as: UTF8.self), bytes[end])
      return end - bytes.startIndex + 1
    case 0x5D, 0x50, 0x5F:
      let body = bytes.dropFirst(2)
      guard let end = body.firstIndex(where: { $0 == 0x07 || $0 == 0x1B }) else { return nil }
      if bytes[end] == 0x1B, end + 1 >= bytes.endIndex { return nil }
      string(kind, body[..<end])
      return end - bytes.startIndex + (bytes[end] == 0x07 ? 1 : 2)
    default:
      unknown.append("escape \(kind)")
      return 2
    }
  }

  /// A command string: an image, or a question.
  private mutating func string(_ kind: UInt8, _ body: ArraySlice<UInt8>) {
    if kind == 0x5F, body.first == UInt8(ascii: "G") {
      switch images.take(body.dropFirst(), column: column, row: row) {
      case .done: break
      case .question(let text): questions.append(text)
      case .fault(let text): unknown.append(text)
      }
    } else if kind == 0x50, let size = TerminalImages.sixelSize(body) {
      print(sixels: body, columns: (size.width + 7) / 8, rows: (size.height + 15) / 16)
    } else {
      questions.append(String(decoding: body, as: UTF8.self))
    }
  }

  /// Sixels on cells of 8 × 16 pixels.
  private mutating func print(sixels: ArraySlice<UInt8>, columns: Int, rows: Int) {
    let name = sixels.reduce(into: UInt64(14_695_981_039_346_656_037)) { hash, byte in
      hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211
    }
    if row + rows >= self.rows { unknown.append("sixels down to the last row, which scroll") }
    for y in row..<min(row + rows, self.rows) {
      for x in column..<min(column + columns, self.columns) {
        let cell = y * self.columns + x
        if !cells[cell].picture.isEmpty { unknown.append("sixels over others, seen through") }
        cells[cell] = Cell(picture: "\(name) \(x - column) \(y - row)")
      }
    }
    isLost = true
  }

  private mutating func control(_ body: String, _ final: UInt8) {
    let isPrivate = body.hasPrefix("?")
    let numbers = body.drop { $0 == "?" }.split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0) ?? 0 }
    let first = numbers.first ?? 0
    switch (UnicodeScalar(final), isPrivate) {
    case ("h", true), ("l", true):
      for mode in numbers { set(mode, final == UInt8(ascii: "h")) }
    case ("h", false), ("l", false): set(-first, final == UInt8(ascii: "h"))
    case ("p", _) where body.hasSuffix("$"), ("q", _) where body.hasPrefix(">"), ("c", _),
      ("t", _):
      questions.append(body + String(UnicodeScalar(final)))
    case ("H", false):
      isWrapPending = false
      isLost = false
      row = min(max(first, 1), rows) - 1
      column = min(max(numbers.count > 1 ? numbers[1] : 1, 1), columns) - 1
    case ("G", false):
      isWrapPending = false
      column = min(max(first, 1), columns) - 1
    case ("A", false): row = max(row - max(first, 1), 0)
    case ("B", false): row = min(row + max(first, 1), rows - 1)
    case ("C", false): moveSideways(to: column + max(first, 1))
    case ("D", false): moveSideways(to: column - max(first, 1))
    case ("J", false) where first == 2:
      erase(0..<cells.count)
      images.hideAll()
    case ("J", false) where first == 0: erase((row * columns + column)..<cells.count)
    case ("K", false) where first == 0: erase((row * columns + column)..<(row + 1) * columns)
    case ("K", false) where first == 2: erase(row * columns..<(row + 1) * columns)
    case ("m", false): style(numbers)
    default: unknown.append("control \(body) \(UnicodeScalar(final))")
    }
  }

  private mutating func set(_ mode: Int, _ isSet: Bool) {
    if isSet { modes.insert(mode) } else { modes.remove(mode) }
    if mode == 2026, isSet { updateCount += 1 }
    guard mode == 1049 else { return }
    images.hideAll()
    // The other screen begins empty, and the cursor goes back to where it was.
    if isSet { mainCursor = (column, row) } else { (column, row) = mainCursor }
    erase(0..<cells.count)
  }

  private mutating func moveSideways(to wanted: Int) {
    if isLost { unknown.append("a move from behind sixels") }
    // Terminals differ about where the cursor is behind the last column: none may count from there.
    if isWrapPending { unknown.append("a move from the last column") }
    isWrapPending = false
    column = min(max(wanted, 0), columns - 1)
  }

  private mutating func feedLine() {
    guard row == rows - 1 else {
      row += 1
      return
    }
    cells.removeFirst(columns)
    cells += Array(repeating: Cell(background: background), count: columns)
  }

  private mutating func erase(_ range: Range<Int>) {
    isWrapPending = false
    for index in range { cells[index] = Cell(background: background) }
  }

  private mutating func style(_ numbers: [Int]) {
    var rest = numbers[...]
    while let number = rest.popFirst() {
      switch number {
      case 0: (foreground, background, isBold) = ("", "", false)
      case 1: isBold = true
      case 22: isBold = false
      case 38, 48:
        let length = rest.first == 2 ? 4 : 2
        let value = rest.prefix(length).map(String.init).joined(separator: ";")
        rest = rest.dropFirst(length)
        if number == 38 { foreground = value } else { background = value }
      case 39: foreground = ""
      case 49: background = ""
      case 30...37, 90...97: foreground = "\(number)"
      case 40...47, 100...107: background = "\(number)"
      default: unknown.append("style \(number)")
      }
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = Self.width(of: scalar)
    guard width > 0 else {
      let index = row * columns + max(0, isWrapPending ? column : column - 1)
      cells[index].text.unicodeScalars.append(scalar)
      return
    }
    if isWrapPending, modes.contains(7) {
      isWrapPending = false
      column = 0
      feedLine()
    }
    if column + width > columns { column = columns - width }
    if isLost { unknown.append("printing behind sixels") }
    let isBlank = scalar == " "
    // A blank shows no ink, whatever colour it has.
    let cell = Cell(
      text: isBlank ? "" : String(scalar),
      style: isBlank ? "" : foreground + (isBold ? " bold" : ""), background: background)
    cells[row * columns + column] = cell
    if width == 2 { cells[row * columns + column + 1] = Cell(background: background) }
    if column + width < columns {
      column += width
    } else {
      column = columns - 1
      isWrapPending = true
    }
  }

  private static func width(of scalar: Unicode.Scalar?) -> Int {
    guard let scalar else { return 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0x1F300...0x1F64F, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
