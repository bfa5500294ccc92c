/// What a terminal sends: keys, the mouse, pasted text and answers to our own questions.
public enum InputEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(KeyPress)
  /// The mouse did something.
  case mouse(MouseEvent)
  /// Text was pasted; `isCut` where it was longer than ``KeyDecoder/pasteLimit`` bytes.
  case paste(String, isCut: Bool)
  /// The terminal's window gained or lost the keyboard.
  case focus(Bool)
  /// The answer to a question for a mode.
  case mode(ModeReport)
  /// The answer to a question for the background colour, each part 0…255.
  case background(red: Int, green: Int, blue: Int)
}

/// A key with what was held down beside it.
public struct KeyPress: Hashable, Sendable {
  /// The key.
  public var key: Key
  /// What was held down.
  public var modifiers: KeyModifiers

  /// Describes a key press.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - modifiers: What was held down.
  public init(_ key: Key, _ modifiers: KeyModifiers = []) {
    self.key = key
    self.modifiers = modifiers
  }
}

/// A key by what it means, not by where it sits.
public enum Key: Hashable, Sendable {
  /// A character as typed, upper case where shift made it so; never a control character.
  case character(Unicode.Scalar)
  /// Return or the keypad's Enter.
  case enter
  /// Tab.
  case tab
  /// Escape.
  case escape
  /// The key that deletes leftwards.
  case backspace
  /// The key that deletes rightwards.
  case delete
  /// Insert.
  case insert
  /// Arrow up.
  case up
  /// Arrow down.
  case down
  /// Arrow left.
  case left
  /// Arrow right.
  case right
  /// Home.
  case home
  /// End.
  case end
  /// Page up.
  case pageUp
  /// Page down.
  case pageDown
  /// A function key, 1…20.
  case function(Int)
}

/// Keys that are held down beside another.
public struct KeyModifiers: OptionSet, Hashable, Sendable {
  /// The bits of the protocol, one less than its parameter.
  public let rawValue: UInt8

  /// Takes the bits of the protocol.
  ///
  /// - Parameter rawValue: Bits 1 shift, 2 alt, 4 control; others have no name here.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Shift, where the key itself does not show it.
  public static let shift = KeyModifiers(rawValue: 1)
  /// Alt, or Escape just before the key.
  public static let alt = KeyModifiers(rawValue: 2)
  /// Control.
  public static let control = KeyModifiers(rawValue: 4)
}

/// Something that the mouse did, by cells.
public struct MouseEvent: Hashable, Sendable {
  /// What it did.
  public enum Kind: Hashable, Sendable {
    /// A button went down.
    case press(MouseButton)
    /// A button went up.
    case release(MouseButton)
    /// It moved with a button down.
    case drag(MouseButton)
    /// The wheel turned, away from the hand or towards it.
    case wheel(up: Bool)
  }

  /// What it did.
  public var kind: Kind
  /// The cell's column from 0.
  public var column: Int
  /// The cell's row from 0.
  public var row: Int
  /// What was held down.
  public var modifiers: KeyModifiers

  /// Describes what the mouse did.
  ///
  /// - Parameters:
  ///   - kind: What it did.
  ///   - column: The cell's column from 0.
  ///   - row: The cell's row from 0.
  ///   - modifiers: What was held down.
  public init(_ kind: Kind, column: Int, row: Int, modifiers: KeyModifiers = []) {
    self.kind = kind
    self.column = column
    self.row = row
    self.modifiers = modifiers
  }
}

/// A button of the mouse.
public enum MouseButton: Hashable, Sendable {
  /// The one under the index finger.
  case primary
  /// The wheel, pressed.
  case middle
  /// The one for menus.
  case secondary
}

/// The answer to a question for a mode.
///
/// - Note: Source – DEC STD 070, DECRQM and DECRPM.
public struct ModeReport: Hashable, Sendable {
  /// The mode's number.
  public var mode: Int
  /// Whether it is one of DEC's, asked for with `?`.
  public var isPrivate: Bool
  /// 0 not known, 1 set, 2 reset, 3 always set, 4 always reset.
  public var setting: Int

  /// Describes an answer.
  ///
  /// - Parameters:
  ///   - mode: The mode's number.
  ///   - isPrivate: Whether it is one of DEC's.
  ///   - setting: 0…4.
  public init(mode: Int, isPrivate: Bool, setting: Int) {
    self.mode = mode
    self.isPrivate = isPrivate
    self.setting = setting
  }
}
