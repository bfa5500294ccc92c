/// The images that a terminal in memory keeps, by the kitty graphics protocol.
///
/// Stricter than terminals are: clearing the screen hides an image but leaves it in memory, so that
/// only what a program takes away itself is gone.
///
/// - Note: Source – kitty documentation, Terminal graphics protocol.
public struct TerminalImages: Sendable, Hashable {
  /// One image, and where it shows.
  public struct Image: Sendable, Hashable {
    /// The payload, still in base 64.
    public let payload: [UInt8]
    /// Cells across that it is stretched over.
    public let columns: Int
    /// Cells down that it is stretched over.
    public let rows: Int
    /// The upper left of them; `nil` where the image is kept but not shown.
    public fileprivate(set) var place: Place?
  }

  /// A cell, counted from 0.
  public struct Place: Sendable, Hashable {
    /// From the left.
    public let column: Int
    /// From the top.
    public let row: Int
  }

  /// What became of a command.
  enum Outcome {
    case done
    case question(String)
    case fault(String)
  }

  /// By the number that the program gave.
  public private(set) var numbered: [Int: Image] = [:]
  /// Images without a number, which no command can take away one by one.
  public private(set) var anonymous: [Image] = []
  /// A command whose payload is not complete.
  private var open: (keys: [String: String], payload: [UInt8])?

  /// No images.
  public init() {}

  /// How many images are in memory.
  public var count: Int { numbered.count + anonymous.count }

  /// How many of them can be seen.
  public var shownCount: Int {
    (Array(numbered.values) + anonymous).count { $0.place != nil }
  }

  /// Whether both keep and show the same; what is still on its way does not count.
  ///
  /// - Parameters:
  ///   - left: Images.
  ///   - right: Images.
  /// - Returns: Whether they are equal.
  public static func == (left: Self, right: Self) -> Bool {
    left.numbered == right.numbered && left.anonymous == right.anonymous
  }

  /// Feeds what ``==(_:_:)`` compares.
  ///
  /// - Parameter hasher: Takes it.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(numbered)
    hasher.combine(anonymous)
  }

  /// Hides all images, as a cleared screen does.
  mutating func hideAll() {
    for number in numbered.keys { numbered[number]?.place = nil }
    for index in anonymous.indices { anonymous[index].place = nil }
  }

  /// Takes a command without the letter that begins it.
  mutating func take(_ body: ArraySlice<UInt8>, column: Int, row: Int) -> Outcome {
    let parts = body.split(separator: UInt8(ascii: ";"), maxSplits: 1)
    let text = String(decoding: parts.first ?? [], as: UTF8.self)
    let payload = parts.count > 1 ? Array(parts[1]) : []
    var keys: [String: String] = [:]
    for pair in text.split(separator: ",") {
      let halves = pair.split(separator: "=", maxSplits: 1)
      keys[String(halves[0])] = halves.count > 1 ? String(halves[1]) : ""
    }
    if payload.count > 4_096 { return .fault("an image chunk of \(payload.count)") }
    if open == nil, keys["a"] == "q" { return .question("G" + text) }
    if open == nil, keys["q"] != "2" { return .fault("an image command that is answered: \(text)") }
    if keys["m"] == "1", payload.count % 4 != 0 { return .fault("an uneven image chunk") }
    let first = open?.keys ?? keys
    let whole = (open?.payload ?? []) + payload
    open = keys["m"] == "1" ? (first, whole) : nil
    if open != nil { return .done }
    return perform(first, whole, Place(column: column, row: row)) ? .done : .fault("image \(text)")
  }

  private mutating func perform(
    _ keys: [String: String], _ payload: [UInt8], _ place: Place
  ) -> Bool {
    let number = keys["i"].flatMap { Int($0) }
    switch keys["a"] {
    case "T":
      guard let columns = keys["c"].flatMap({ Int($0) }), let rows = keys["r"].flatMap({ Int($0) }),
        keys["C"] == "1", !payload.isEmpty
      else { return false }
      let image = Image(payload: payload, columns: columns, rows: rows, place: place)
      if let number { numbered[number] = image } else { anonymous.append(image) }
      return true
    case "d":
      guard keys["d"] == "I", let number else { return false }
      numbered[number] = nil
      return true
    default: return false
    }
  }

  /// The pixels of a sixel image that says them; `nil` for another device control string.
  static func sixelSize(_ body: ArraySlice<UInt8>) -> (width: Int, height: Int)? {
    guard let start = body.firstIndex(of: UInt8(ascii: "q")),
      body[..<start].allSatisfy({ $0 == UInt8(ascii: ";") || (0x30...0x39).contains($0) }),
      body[(start + 1)...].first == UInt8(ascii: "\"")
    else { return nil }
    let text = String(
      decoding: body[(start + 2)...].prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self)
    let numbers = text.split(separator: ";").compactMap { Int($0) }
    return numbers.count == 4 ? (numbers[2], numbers[3]) : nil
  }
}
