import SimpleFeatures

/// What `subset` says, as it is written: axes, each with an interval or a single value.
///
/// `Lat(36.3:36.4),Lon(43.0:43.2)`, `time("2017-03-01":*)`. Which axes there are, and which values
/// they have, is decided where it is used.
///
/// - Note: Source – OGC API Maps Part 1, `/req/spatial-subsetting/subset-definition` and
///   `/req/datetime/subset-definition`.
struct SubsetExpression: Hashable, Sendable {
  /// One end of an interval, or both of a single value.
  enum Bound: Hashable, Sendable {
    case number(Double)
    case text(String)
    /// `*`: where the axis ends.
    case open
  }

  /// One axis with what is asked of it.
  struct Part: Hashable, Sendable {
    let axis: String
    /// Where the axis is named, characters counted from 1.
    let place: Int
    /// Where its values begin.
    let valuePlace: Int
    let low: Bound
    let high: Bound
    /// Whether it is one value, not an interval.
    let isSingle: Bool
  }

  /// Why a text is none, and where.
  struct Fault: Error, Hashable, Sendable {
    /// Characters counted from 1.
    let place: Int
    let wanted: String
  }

  let parts: [Part]

  /// Reads a text.
  ///
  /// - Parameter text: Several parameters are joined by commas.
  /// - Throws: The first character that cannot be there.
  init(_ text: String) throws(Fault) {
    var reader = Reader(text)
    var parts: [Part] = []
    repeat { parts.append(try reader.part()) } while reader.takes(",")
    guard reader.isAtEnd else { throw reader.fault("a comma and another axis, or nothing") }
    self.parts = parts
  }
}

/// Reads a subset character by character; spaces between its parts do not count.
private struct Reader {
  private let characters: [Character]
  private var index = 0

  init(_ text: String) {
    characters = Array(text)
    skipSpaces()
  }

  var isAtEnd: Bool { index == characters.count }

  func fault(_ wanted: String) -> SubsetExpression.Fault {
    SubsetExpression.Fault(place: index + 1, wanted: wanted)
  }

  mutating func takes(_ character: Character) -> Bool {
    guard index < characters.count, characters[index] == character else { return false }
    index += 1
    skipSpaces()
    return true
  }

  private mutating func skipSpaces() {
    while index < characters.count, characters[index] == " " { index += 1 }
  }

  mutating func part() throws(SubsetExpression.Fault) -> SubsetExpression.Part {
    let place = index
    while index < characters.count, characters[index].isASCII,
      characters[index].isLetter || (index > place && characters[index].isNumber)
    { index += 1 }
    guard index > place else { throw fault("the name of an axis, such as Lat, Lon or time") }
    let axis = String(characters[place..<index])
    skipSpaces()
    guard takes("(") else { throw fault("( after the name of the axis") }
    let valuePlace = index
    let low = try bound()
    let isInterval = takes(":")
    let high = isInterval ? try bound() : low
    guard takes(")") else { throw fault("a colon and the other end, or )") }
    return SubsetExpression.Part(
      axis: axis, place: place + 1, valuePlace: valuePlace + 1, low: low, high: high,
      isSingle: !isInterval)
  }

  private mutating func bound() throws(SubsetExpression.Fault) -> SubsetExpression.Bound {
    if takes("*") { return .open }
    let start = index
    if takes("\"") {
      // Spaces after the quote belong to the text.
      index = start + 1
      guard let end = characters[index...].firstIndex(of: "\"") else {
        throw fault("a closing \"")
      }
      let text = String(characters[index..<end])
      index = end + 1
      skipSpaces()
      return .text(text)
    }
    while index < characters.count, !":)(,\" ".contains(characters[index]) { index += 1 }
    guard let number = Double(strictDecimal: String(characters[start..<index])) else {
      index = start
      throw fault("a number, * or a time in double quotes")
    }
    skipSpaces()
    return .number(number)
  }
}
