/// Why a file of keys was refused.
public struct KeyBindingFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong with the line.
  public enum Reason: Hashable, Sendable {
    /// There is no `=` in it.
    case noEqualsSign
    /// No key has that name.
    case unknownKey(String)
    /// Nothing can be asked for by that word.
    case unknownAction(String)
    /// The key was bound on an earlier line.
    case boundTwice(String, earlier: Int)
    /// Nothing would be left to leave the viewer with.
    case noKeyToQuit
  }

  /// The line, from 1.
  public let line: Int
  /// What is wrong with it.
  public let reason: Reason

  /// One line: where, what, and what to do.
  public var description: String {
    switch reason {
    case .noEqualsSign: "line \(line): write KEY = ACTION"
    case .unknownKey(let name):
      "line \(line): there is no key \"\(name)\"; write a character, or a name such as left, "
        + "shift-up, ctrl-l, f2, space, tab, enter, esc or hash"
    case .unknownAction(let word):
      "line \(line): there is no action \"\(word)\"; the actions are "
        + (ViewerAction.allCases.map(\.rawValue) + ["none"]).joined(separator: ", ")
    case .boundTwice(let name, let earlier):
      "line \(line): \"\(name)\" is bound on line \(earlier) already"
    case .noKeyToQuit: "no key is left for quit"
    }
  }
}

extension KeyBindings {
  /// Changes the standard keys by a file.
  ///
  /// One `KEY = ACTION` a line; `none` takes a key's action away; lines that begin with `#` and
  /// empty ones say nothing; a first line `preset = vim` starts from those keys instead.
  ///
  /// - Parameter text: The file.
  /// - Throws: ``KeyBindingFault`` for the first line that is wrong.
  public init(parsing text: String) throws(KeyBindingFault) {
    var bindings = KeyBindings.standard
    var seen: [KeyPress: Int] = [:]
    var number = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      let trimmed = line.trimmed
      if trimmed.isEmpty || trimmed.hasPrefix("#") { continue }
      // No action holds the sign, so the last one divides, and "= = zoom-in" can be written.
      guard let sign = trimmed.lastIndex(of: "="), sign > trimmed.startIndex else {
        throw KeyBindingFault(line: number, reason: .noEqualsSign)
      }
      let name = String(trimmed[..<sign].trimmed)
      let word = String(trimmed[trimmed.index(after: sign)...].trimmed)
      if name == "preset", word == "vim", seen.isEmpty {
        bindings = .vim
        continue
      }
      guard let press = KeyPress(name: name) else {
        throw KeyBindingFault(line: number, reason: .unknownKey(name))
      }
      if let earlier = seen[press] {
        throw KeyBindingFault(line: number, reason: .boundTwice(name, earlier: earlier))
      }
      seen[press] = number
      let action = ViewerAction(rawValue: word)
      guard action != nil || word == "none" else {
        throw KeyBindingFault(line: number, reason: .unknownAction(word))
      }
      bindings.bind(press, to: action)
    }
    guard !bindings.keys(for: .quit).isEmpty else {
      throw KeyBindingFault(line: number, reason: .noKeyToQuit)
    }
    self = bindings
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return start[...last]
  }
}
