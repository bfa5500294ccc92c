import MapRendering

/// A tree of lines for people, drawn with branches.
///
/// A line that may wrap goes on under its own text; any other is cut to the width with an ellipsis,
/// so that a long list stays one line an item.
struct TextTree {
  let text: String
  var wraps = true
  var children: [TextTree] = []

  init(_ text: String, wraps: Bool = true, _ children: [TextTree] = []) {
    self.text = text
    self.wraps = wraps
    self.children = children
  }

  /// The tree's lines.
  ///
  /// - Parameters:
  ///   - width: Terminal columns of a line.
  ///   - ascii: Whether the branches are drawn in ASCII.
  /// - Returns: Lines no wider than asked.
  func lines(width: Int, ascii: Bool) -> [String] {
    lines(width: width, signs: ascii ? .ascii : .unicode, first: "", rest: "")
  }

  private struct Signs {
    let branch: String
    let last: String
    let trunk: String
    let ellipsis: TerminalText

    static let unicode = Signs(branch: "├─ ", last: "└─ ", trunk: "│  ", ellipsis: .ellipsis)
    static let ascii = Signs(branch: "|- ", last: "`- ", trunk: "|  ", ellipsis: .asciiEllipsis)
  }

  private func lines(width: Int, signs: Signs, first: String, rest: String) -> [String] {
    let room = max(20, width - TerminalText(first).columns)
    let own = TerminalText(text)
    let body = wraps ? own.wrapped(to: room) : [own.truncated(to: room, ellipsis: signs.ellipsis)]
    let trunk = children.isEmpty ? "" : signs.trunk
    var lines = body.enumerated().map { index, line in
      (index == 0 ? first : rest + trunk) + line.string
    }
    for (index, child) in children.enumerated() {
      let isLast = index == children.count - 1
      lines += child.lines(
        width: width, signs: signs, first: rest + (isLast ? signs.last : signs.branch),
        rest: rest + (isLast ? "   " : signs.trunk))
    }
    return lines
  }
}
