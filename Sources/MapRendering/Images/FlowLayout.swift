/// A piece of a line around the picture: a sign, a text, or both.
struct FlowItem {
  /// Units from its left to its right edge.
  var width: Int
  /// What is drawn with the left end of the base line at a point.
  var draw: (DisplayPoint) -> [DisplayShape]

  /// A text.
  static func text(_ text: TerminalText, _ role: TextRole) -> FlowItem {
    FlowItem(width: TextMetrics.width(of: text, role: role)) { point in
      [.text(DisplayText(text: text, role: role, origin: point))]
    }
  }

  /// A sign with a text right of it.
  static func sign(
    width: Int, _ text: TerminalText, _ draw: @escaping (DisplayPoint) -> [DisplayShape]
  ) -> FlowItem {
    let gap = DisplayUnit.pixel * 6
    let word = FlowItem.text(text, .legend)
    return FlowItem(width: width + gap + word.width) { point in
      draw(point) + word.draw(DisplayPoint(point.x + width + gap, point.y))
    }
  }

  /// A text as items no wider than a line, broken at spaces.
  static func prose(_ text: TerminalText, _ role: TextRole, width: Int) -> [FlowItem] {
    guard TextMetrics.width(of: text, role: role) > width else { return [.text(text, role)] }
    var items: [FlowItem] = []
    var line = ""
    for word in text.string.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if !line.isEmpty, TextMetrics.width(of: .measured(longer), role: role) > width {
        items.append(.text(.measured(line), role))
        line = String(word)
      } else {
        line = longer
      }
    }
    return line.isEmpty ? items : items + [.text(.measured(line), role)]
  }
}

/// Sets items into lines, as many on each as fit.
struct FlowLayout {
  let left: Int
  let width: Int
  /// Units from base line to base line.
  let lineHeight: Int
  /// Between two items of a line.
  let gap: Int

  /// Sets items.
  ///
  /// - Parameters:
  ///   - items: In order; one wider than a line stands alone.
  ///   - top: Units; becomes the top of the line after the last.
  /// - Returns: The shapes.
  func set(_ items: [FlowItem], top: inout Int) -> [DisplayShape] {
    guard !items.isEmpty else { return [] }
    var shapes: [DisplayShape] = []
    var x = left
    var base = top + lineHeight * 3 / 4
    for item in items {
      if x > left, x + item.width > left + width {
        x = left
        base += lineHeight
      }
      shapes += item.draw(DisplayPoint(x, base))
      x += item.width + gap
    }
    top = base + lineHeight / 4
    return shapes
  }
}
