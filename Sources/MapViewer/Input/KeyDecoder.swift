/// Turns the bytes that a terminal sends into events.
///
/// No clock is inside: an Escape that may begin a longer sequence is held until the next byte, or
/// until ``timeOut()`` says that none came. What cannot be understood is swallowed whole, so that
/// the rest of a strange sequence never acts as keys. Memory is bounded whatever comes.
///
/// - Note: Source – ECMA-48 §5.4 (control sequences); xterm's "XTerm Control Sequences" for keys,
///   mouse mode 1006 and bracketed paste; the Unicode Standard, table 3-7, for UTF-8.
public struct KeyDecoder: Sendable {
  /// How many bytes of a paste are kept.
  public static let pasteLimit = 4096
  /// How many parameter bytes of a sequence are kept; a longer one means nothing to us.
  static let parameterLimit = 64

  enum State: Sendable, Equatable {
    case ground
    /// After Escape.
    case escape
    /// After Escape `[`, collecting parameters.
    case controlSequence
    /// After Escape `O`.
    case singleShift
    /// After Escape `[[` of the Linux console.
    case linuxFunction
    /// In the three bytes of a mouse report of the old form.
    case oldMouse
    /// In a string of the terminal; `true` for one that a bell may end.
    case string(isOperatingSystemCommand: Bool)
    /// After Escape inside a string.
    case stringEscape(isOperatingSystemCommand: Bool)
    case paste
    /// Inside a character of several bytes.
    case character
  }

  var state = State.ground
  /// What the state collects: parameters, a character's bytes, a paste.
  var collected: [UInt8] = []
  /// Whether more came than is kept.
  var isOverlong = false
  /// Bytes of the character that are still to come, and the range of the next one.
  private var continuation: (missing: Int, next: ClosedRange<UInt8>) = (0, 0x80...0xBF)
  /// Whether Escape came before the character.
  private var isAlternate = false

  /// Starts between two events.
  public init() {}

  /// Whether a sequence has begun that ``timeOut()`` would end.
  ///
  /// A paste, or a string of the terminal that has begun to tell something, may take its time.
  public var isPending: Bool {
    switch state {
    case .ground, .paste: false
    case .string: collected.isEmpty
    default: true
    }
  }

  /// Takes bytes in the order in which they came, cut anywhere.
  ///
  /// - Parameter bytes: From the terminal.
  /// - Returns: The events that are complete.
  /// - Complexity: O(*n*).
  public mutating func take(_ bytes: some Sequence<UInt8>) -> [InputEvent] {
    var events: [InputEvent] = []
    for byte in bytes { take(byte, into: &events) }
    return events
  }

  /// Says that no byte came for as long as a sequence may take.
  ///
  /// - Returns: What the bytes held so far mean by themselves: Escape, or a key with alt.
  public mutating func timeOut() -> [InputEvent] {
    var events: [InputEvent] = []
    switch state {
    case .ground, .paste: return []
    case .string where !collected.isEmpty: return []
    case .escape, .stringEscape: events.append(.key(KeyPress(.escape)))
    case .controlSequence where collected.isEmpty && !isOverlong:
      events.append(.key(KeyPress(.character("["), .alt)))
    case .singleShift: events.append(.key(KeyPress(.character("O"), .alt)))
    case .string(true) where collected.isEmpty:
      events.append(.key(KeyPress(.character("]"), .alt)))
    case .character: replaceCharacter(into: &events)
    case .controlSequence, .linuxFunction, .oldMouse, .string: break
    }
    toGround()
    return events
  }

  private mutating func take(_ byte: UInt8, into events: inout [InputEvent]) {
    switch state {
    case .ground: begin(byte, modifiers: [], into: &events)
    case .escape: takeAfterEscape(byte, into: &events)
    case .controlSequence: takeInSequence(byte, into: &events)
    case .singleShift:
      toGround()
      if byte == 0x1B { state = .escape } else { singleShift(byte, into: &events) }
    case .linuxFunction:
      toGround()
      if (0x41...0x45).contains(byte) {
        events.append(.key(KeyPress(.function(Int(byte) - 0x40))))
      }
    case .oldMouse: takeOldMouse(byte, into: &events)
    case .string(let isCommand): takeInString(byte, isCommand, into: &events)
    case .stringEscape(let isCommand):
      if byte == 0x5C {
        endString(isCommand, into: &events)
      } else {
        // An Escape that is no end of the string cancels it and begins something new.
        toGround()
        state = .escape
        takeAfterEscape(byte, into: &events)
      }
    case .paste: takeInPaste(byte, into: &events)
    case .character: takeInCharacter(byte, into: &events)
    }
  }

  mutating func toGround() {
    state = .ground
    collected.removeAll(keepingCapacity: true)
    isOverlong = false
    isAlternate = false
  }

  private mutating func takeAfterEscape(_ byte: UInt8, into events: inout [InputEvent]) {
    switch byte {
    case 0x1B: events.append(.key(KeyPress(.escape)))
    case 0x5B: state = .controlSequence
    case 0x4F: state = .singleShift
    case 0x5D: state = .string(isOperatingSystemCommand: true)
    case 0x50, 0x58, 0x5E, 0x5F: state = .string(isOperatingSystemCommand: false)
    default:
      toGround()
      begin(byte, modifiers: .alt, into: &events)
    }
  }

  /// A byte between two events: a control, a character, or the first byte of one.
  private mutating func begin(
    _ byte: UInt8, modifiers: KeyModifiers, into events: inout [InputEvent]
  ) {
    func press(_ key: Key, _ held: KeyModifiers = []) {
      events.append(.key(KeyPress(key, modifiers.union(held))))
    }
    switch byte {
    case 0x1B: state = .escape
    case 0x0D, 0x0A: press(.enter)
    case 0x09: press(.tab)
    case 0x7F, 0x08: press(.backspace)
    case 0x00: press(.character(" "), .control)
    case 0x01...0x1A: press(.character(Unicode.Scalar(byte + 0x60)), .control)
    case 0x1C...0x1F: press(.character(Unicode.Scalar(byte + 0x40)), .control)
    case 0x20...0x7E: press(.character(Unicode.Scalar(byte)))
    default: beginCharacter(byte, modifiers, into: &events)
    }
  }
}

// MARK: Characters of several bytes

extension KeyDecoder {
  private mutating func beginCharacter(
    _ byte: UInt8, _ modifiers: KeyModifiers, into events: inout [InputEvent]
  ) {
    isAlternate = modifiers.contains(.alt)
    switch byte {
    case 0xC2...0xDF: continuation = (1, 0x80...0xBF)
    case 0xE0: continuation = (2, 0xA0...0xBF)
    case 0xED: continuation = (2, 0x80...0x9F)
    case 0xE1...0xEF: continuation = (2, 0x80...0xBF)
    case 0xF0: continuation = (3, 0x90...0xBF)
    case 0xF1...0xF3: continuation = (3, 0x80...0xBF)
    case 0xF4: continuation = (3, 0x80...0x8F)
    default: return replaceCharacter(into: &events)
    }
    collected = [byte]
    state = .character
  }

  private mutating func takeInCharacter(_ byte: UInt8, into events: inout [InputEvent]) {
    guard continuation.next.contains(byte) else {
      replaceCharacter(into: &events)
      return begin(byte, modifiers: [], into: &events)
    }
    collected.append(byte)
    continuation = (continuation.missing - 1, 0x80...0xBF)
    guard continuation.missing == 0 else { return }
    let text = String(decoding: collected, as: UTF8.self)
    let modifiers: KeyModifiers = isAlternate ? .alt : []
    toGround()
    // Controls of the second set are no keys.
    if let scalar = text.unicodeScalars.first, scalar.value >= 0xA0 {
      events.append(.key(KeyPress(.character(scalar), modifiers)))
    }
  }

  /// Bytes that are no character count as one unreadable character.
  private mutating func replaceCharacter(into events: inout [InputEvent]) {
    toGround()
    events.append(.key(KeyPress(.character("\u{FFFD}"))))
  }
}

// MARK: Pasted text

extension KeyDecoder {
  private static let pasteEnd: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]

  private mutating func takeInPaste(_ byte: UInt8, into events: inout [InputEvent]) {
    collected.append(byte)
    if byte == 0x7E, collected.suffix(Self.pasteEnd.count).elementsEqual(Self.pasteEnd) {
      let kept = collected.dropLast(Self.pasteEnd.count).prefix(Self.pasteLimit)
      let text = String(decoding: kept, as: UTF8.self)
      let isCut = isOverlong
      toGround()
      events.append(.paste(text, isCut: isCut))
    } else if collected.count > Self.pasteLimit + Self.pasteEnd.count {
      // The end mark has to stay whole, so the byte before it goes.
      collected.remove(at: Self.pasteLimit)
      isOverlong = true
    }
  }
}
