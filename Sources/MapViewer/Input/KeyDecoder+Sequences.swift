// What control sequences mean.

extension KeyDecoder {
  /// The parts of a control sequence.
  struct ControlSequence {
    /// `?`, `<`, `=` or `>` before the parameters; `nil` where there is none.
    let prefix: UInt8?
    /// The first number of each parameter; `nil` where it is empty.
    let parameters: [Int?]
    /// Bytes between the parameters and the end.
    let intermediates: [UInt8]
    /// The byte that ends it.
    let final: UInt8

    /// The first parameter, or another number where it is empty.
    func parameter(_ index: Int, default other: Int) -> Int {
      index < parameters.count ? parameters[index] ?? other : other
    }

    /// What was held down, by the second parameter.
    var modifiers: KeyModifiers {
      KeyModifiers(rawValue: UInt8(clamping: parameter(1, default: 1) - 1)).intersection(
        [.shift, .alt, .control])
    }

    /// Reads the bytes between `[` and the end.
    init?(_ bytes: [UInt8], final: UInt8) {
      var rest = bytes[...]
      if let first = rest.first, (0x3C...0x3F).contains(first) {
        prefix = first
        rest = rest.dropFirst()
      } else {
        prefix = nil
      }
      let numbers = rest.prefix { (0x30...0x3B).contains($0) }
      intermediates = Array(rest.dropFirst(numbers.count))
      guard intermediates.allSatisfy({ (0x20...0x2F).contains($0) }) else { return nil }
      parameters =
        numbers.isEmpty
        ? []
        : numbers.split(separator: 0x3B, omittingEmptySubsequences: false).map { part in
          // Only the first of several numbers joined by colons matters to a key.
          Int(String(decoding: part.prefix { $0 != 0x3A }, as: UTF8.self))
        }
      self.final = final
    }
  }

  mutating func takeInSequence(_ byte: UInt8, into events: inout [InputEvent]) {
    switch byte {
    case 0x20...0x3F:
      if collected.count < Self.parameterLimit {
        collected.append(byte)
      } else {
        isOverlong = true
      }
    case 0x5B where collected.isEmpty: state = .linuxFunction
    case 0x4D where collected.isEmpty: state = .oldMouse
    case 0x40...0x7E:
      let sequence = isOverlong ? nil : ControlSequence(collected, final: byte)
      toGround()
      if let sequence { interpret(sequence, into: &events) }
    default:
      // Any other byte breaks the sequence off; Escape begins another.
      toGround()
      if byte == 0x1B { state = .escape }
    }
  }

  private mutating func interpret(_ sequence: ControlSequence, into events: inout [InputEvent]) {
    switch (sequence.prefix, sequence.intermediates, sequence.final) {
    case (0x3C, [], 0x4D), (0x3C, [], 0x6D): mouse(sequence, into: &events)
    case (nil, [0x24], 0x79), (0x3F, [0x24], 0x79):
      events.append(
        .mode(
          ModeReport(
            mode: sequence.parameter(0, default: 0), isPrivate: sequence.prefix != nil,
            setting: sequence.parameter(1, default: 0))))
    case (nil, [], 0x49): events.append(.focus(true))
    case (nil, [], 0x4F): events.append(.focus(false))
    case (nil, [], 0x7E): tilde(sequence, into: &events)
    case (nil, [], 0x75):
      keyByCode(
        sequence.parameter(0, default: 0), sequence.modifiers, into: &events)
    case (nil, [], 0x5A): events.append(.key(KeyPress(.tab, .shift)))
    case (nil, [], let final):
      // With modifiers the first number is 1; another one makes it a report of the cursor.
      if let key = Self.letterKey(final), sequence.parameter(0, default: 1) == 1 {
        events.append(.key(KeyPress(key, sequence.modifiers)))
      }
    default: break
    }
  }

  /// Keys whose sequence ends in a letter.
  private static func letterKey(_ final: UInt8) -> Key? {
    switch final {
    case 0x41: .up
    case 0x42: .down
    case 0x43: .right
    case 0x44: .left
    case 0x46: .end
    case 0x48: .home
    case 0x50...0x53: .function(Int(final) - 0x4F)
    default: nil
    }
  }

  private mutating func tilde(_ sequence: ControlSequence, into events: inout [InputEvent]) {
    let number = sequence.parameter(0, default: 0)
    if number == 200 {
      state = .paste
      return
    }
    if number == 27 {
      return keyByCode(sequence.parameter(2, default: 0), sequence.modifiers, into: &events)
    }
    if let key = Self.tildeKey(number) {
      events.append(.key(KeyPress(key, sequence.modifiers)))
    }
  }

  private static func tildeKey(_ number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...26: .function(number - 12)
    case 28, 29: .function(number - 13)
    case 31...34: .function(number - 14)
    default: nil
    }
  }

  /// A key told by the number of its character.
  private func keyByCode(
    _ code: Int, _ modifiers: KeyModifiers, into events: inout [InputEvent]
  ) {
    let key: Key
    switch code {
    case 9: key = .tab
    case 13: key = .enter
    case 27: key = .escape
    case 8, 127: key = .backspace
    default:
      guard code >= 0x20, !(0x7F...0x9F).contains(code), !(0xE000...0xF8FF).contains(code),
        let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init)
      else { return }
      key = .character(scalar)
    }
    events.append(.key(KeyPress(key, modifiers)))
  }

  mutating func singleShift(_ byte: UInt8, into events: inout [InputEvent]) {
    let key: Key? =
      switch byte {
      case 0x4D: .enter
      case 0x58: .character("=")
      case 0x6A...0x79: .character(Unicode.Scalar(byte - 0x40))
      default: Self.letterKey(byte)
      }
    if let key { events.append(.key(KeyPress(key))) }
  }
}

// MARK: The mouse

extension KeyDecoder {
  private func mouse(_ sequence: ControlSequence, into events: inout [InputEvent]) {
    guard sequence.parameters.count == 3,
      let column = sequence.parameters[1], let row = sequence.parameters[2], column > 0, row > 0
    else { return }
    mouse(
      code: sequence.parameter(0, default: 0), isRelease: sequence.final == 0x6D,
      column: column - 1, row: row - 1, into: &events)
  }

  mutating func takeOldMouse(_ byte: UInt8, into events: inout [InputEvent]) {
    collected.append(byte)
    guard collected.count == 3 else { return }
    let numbers = collected.map { Int($0) - 32 }
    toGround()
    guard numbers.allSatisfy({ $0 >= 0 }), numbers[1] > 0, numbers[2] > 0 else { return }
    let isRelease = numbers[0] & 0b110_0011 == 3
    mouse(
      code: isRelease ? numbers[0] & ~3 : numbers[0], isRelease: isRelease,
      column: numbers[1] - 1, row: numbers[2] - 1, into: &events)
  }

  private func mouse(
    code: Int, isRelease: Bool, column: Int, row: Int, into events: inout [InputEvent]
  ) {
    let kind: MouseEvent.Kind
    let buttons: [MouseButton] = [.primary, .middle, .secondary]
    let button = code & 3
    switch (code & 0b1110_0000, button) {
    case (64, 0), (64, 1): kind = .wheel(up: button == 0)
    case (32, 0...2): kind = .drag(buttons[button])
    case (0, 0...2): kind = isRelease ? .release(buttons[button]) : .press(buttons[button])
    default: return
    }
    var modifiers: KeyModifiers = []
    if code & 4 != 0 { modifiers.insert(.shift) }
    if code & 8 != 0 { modifiers.insert(.alt) }
    if code & 16 != 0 { modifiers.insert(.control) }
    events.append(.mouse(MouseEvent(kind, column: column, row: row, modifiers: modifiers)))
  }
}

// MARK: Strings of the terminal

extension KeyDecoder {
  mutating func takeInString(
    _ byte: UInt8, _ isCommand: Bool, into events: inout [InputEvent]
  ) {
    switch byte {
    case 0x1B: state = .stringEscape(isOperatingSystemCommand: isCommand)
    case 0x07 where isCommand: endString(isCommand, into: &events)
    case 0x18, 0x1A: toGround()
    default:
      if collected.count < Self.parameterLimit {
        collected.append(byte)
      } else {
        isOverlong = true
      }
    }
  }

  mutating func endString(_ isCommand: Bool, into events: inout [InputEvent]) {
    let text = isCommand && !isOverlong ? String(decoding: collected, as: UTF8.self) : ""
    toGround()
    guard text.hasPrefix("11;rgb:") else { return }
    // One to four hexadecimal digits for each part, all of the same meaning.
    let parts = text.dropFirst(7).split(separator: "/", omittingEmptySubsequences: false)
      .map { part -> Int? in
        guard (1...4).contains(part.utf8.count), let value = Int(part, radix: 16), value >= 0 else {
          return nil
        }
        return value * 255 / ((1 << (4 * part.utf8.count)) - 1)
      }
    guard parts.count == 3, let red = parts[0], let green = parts[1], let blue = parts[2] else {
      return
    }
    events.append(.background(red: red, green: green, blue: blue))
  }
}
