/// What the keys do, made from the bindings themselves so that it is never wrong.
struct HelpText {
  private let bindings: KeyBindings

  init(_ bindings: KeyBindings) { self.bindings = bindings }

  private static let groups: [(title: String, actions: [ViewerAction])] = [
    (
      "Where",
      [
        .panLeft, .panRight, .panUp, .panDown, .pageLeft, .pageRight, .pageUp, .pageDown, .zoomIn,
        .zoomOut, .reset, .goTo,
      ]
    ),
    ("Which", [.nextIncident, .previousIncident, .details, .list, .filter]),
    (
      "When",
      [.stepBack, .stepForward, .play, .unit, .span, .clock, .firstDay, .lastDay, .allTime]
    ),
    ("How", [.nextLayers, .previousLayers, .labels, .legend, .tier]),
    ("Else", [.link, .redraw, .suspend, .cancel, .help, .quit]),
  ]

  /// The lines of the help.
  var lines: [String] {
    var lines: [String] = []
    for group in Self.groups {
      if !lines.isEmpty { lines.append("") }
      lines.append(group.title)
      for action in group.actions {
        let keys = bindings.keys(for: action)
        let names = keys.isEmpty ? "(no key)" : keys.joined(separator: " ")
        let gap = String(repeating: " ", count: max(2, 34 - names.count))
        lines.append("  \(names)\(gap)\(action.words)")
      }
    }
    return lines + [
      "", "Mouse", "  drag moves the map, the wheel zooms about the pointer, a click chooses an",
      "  incident (again: the next one there), a click on the time bar goes to that day", "",
      "In a list or a dossier",
      "  up, down and the page keys scroll, enter opens, n and N go on to the next",
      "  and the previous incident, esc or q closes",
    ]
  }
}
