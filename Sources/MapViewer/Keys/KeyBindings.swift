/// Which key asks for what.
public struct KeyBindings: Hashable, Sendable {
  private var actions: [KeyPress: ViewerAction] = [:]

  /// The keys of the viewer where nothing else is said.
  public static let standard = KeyBindings(Self.standardKeys)

  /// The standard keys with `hjkl` and `HJKL` for moving, names on `b` and the legend on `B`.
  public static let vim = KeyBindings(
    Self.standardKeys.merging(
      [
        "l": .panRight, "L": .pageRight, "b": .labels, "B": .legend,
      ], uniquingKeysWith: { $1 }))

  private init(_ names: [String: ViewerAction]) {
    for (name, action) in names {
      if let press = KeyPress(name: name) { actions[press] = action }
    }
  }

  /// What a key asks for.
  ///
  /// - Parameter press: The key.
  /// - Returns: `nil` for a key that asks for nothing.
  public func action(for press: KeyPress) -> ViewerAction? { actions[press] }

  /// The keys that ask for something, the plainest first.
  ///
  /// - Parameter action: What is asked for.
  /// - Returns: Their names; empty where no key does.
  public func keys(for action: ViewerAction) -> [String] {
    actions.filter { $0.value == action }.map(\.key.description)
      .sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
  }

  mutating func bind(_ press: KeyPress, to action: ViewerAction?) { actions[press] = action }

  private static let standardKeys: [String: ViewerAction] = [
    "left": .panLeft, "right": .panRight, "up": .panUp, "down": .panDown,
    "h": .panLeft, "k": .panUp, "j": .panDown,
    "shift-left": .pageLeft, "shift-right": .pageRight, "shift-up": .pageUp,
    "shift-down": .pageDown, "ctrl-left": .pageLeft, "ctrl-right": .pageRight,
    "ctrl-up": .pageUp, "ctrl-down": .pageDown, "H": .pageLeft, "K": .pageUp, "J": .pageDown,
    "pageup": .pageUp, "pagedown": .pageDown,
    "+": .zoomIn, "=": .zoomIn, "a": .zoomIn, "-": .zoomOut, "_": .zoomOut, "z": .zoomOut,
    "0": .reset, "g": .goTo, "/": .filter, "n": .nextIncident, "N": .previousIncident,
    "enter": .details, "i": .list, "tab": .nextLayers, "shift-tab": .previousLayers,
    "t": .tier, "l": .labels, "L": .legend,
    "c": .clock, "u": .unit, "w": .span, "[": .stepBack, "]": .stepForward, ",": .stepBack,
    ".": .stepForward, "{": .firstDay, "}": .lastDay, "home": .firstDay, "end": .lastDay,
    "space": .play, "x": .allTime,
    "y": .link, "ctrl-l": .redraw, "ctrl-z": .suspend, "esc": .cancel, "?": .help, "f1": .help,
    "q": .quit, "ctrl-c": .quit,
  ]
}
