// The names of keys in files and in the help.

extension KeyPress: CustomStringConvertible {
  /// Reads a name such as `a`, `A`, `ctrl-l`, `shift-left`, `f1`, `space` or `hash`.
  ///
  /// - Parameter name: One character or the name of a key, after `ctrl-`, `alt-` or `shift-`.
  public init?(name: String) {
    var rest = name[...]
    var held: KeyModifiers = []
    let prefixes: [(String, KeyModifiers)] = [
      ("ctrl-", .control), ("alt-", .alt), ("shift-", .shift),
    ]
    var isPrefixed = true
    while isPrefixed {
      isPrefixed = false
      for (prefix, modifier) in prefixes where rest.hasPrefix(prefix) && rest.count > prefix.count {
        rest = rest.dropFirst(prefix.count)
        held.insert(modifier)
        isPrefixed = true
      }
    }
    if rest.unicodeScalars.count == 1, let scalar = rest.unicodeScalars.first,
      scalar.value > 0x20, scalar.value != 0x7F
    {
      // Shift shows in the character itself, and control knows no case.
      let isUpper = scalar.properties.isUppercase
      guard !held.contains(.shift), !(held.contains(.control) && isUpper) else { return nil }
      self.init(.character(scalar), held)
      return
    }
    guard let key = Self.names.first(where: { $0.name == rest })?.key else { return nil }
    self.init(key, held)
  }

  /// The key's name, as files write it.
  public var description: String {
    var text = ""
    if modifiers.contains(.control) { text += "ctrl-" }
    if modifiers.contains(.alt) { text += "alt-" }
    if modifiers.contains(.shift) { text += "shift-" }
    if let named = Self.names.first(where: { $0.key == key }) { return text + named.name }
    if case .character(let scalar) = key { text.unicodeScalars.append(scalar) }
    return text
  }

  private static let names: [(name: String, key: Key)] =
    [
      ("enter", .enter), ("tab", .tab), ("esc", .escape), ("backspace", .backspace),
      ("delete", .delete), ("insert", .insert), ("up", .up), ("down", .down), ("left", .left),
      ("right", .right), ("home", .home), ("end", .end), ("pageup", .pageUp),
      ("pagedown", .pageDown), ("space", .character(" ")), ("hash", .character("#")),
    ] + (1...20).map { ("f\($0)", .function($0)) }
}
