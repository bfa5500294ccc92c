import Inquiry
import Records

/// `limit`: how many features a page holds; more than the maximum is cut to it.
///
/// - Note: Source – OGC API Features Part 1, `/req/core/fc-limit-response-1`.
enum LimitParameter: RequestParameter {
  static let byDefault = 100
  static let maximum = 10_000

  static let declaration = ParameterDeclaration(
    name: "limit", summary: "How many features a page holds at most.",
    form: .integer(minimum: 1, maximum: maximum, byDefault: byDefault),
    wanted: "a whole number from 1 to \(maximum)")

  static func parse(_ text: String) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    // Digits alone can only fail by being too large for an integer, and are cut then too.
    let number = Int(text) ?? maximum
    return number > 0 ? min(number, maximum) : nil
  }
}

/// `offset`: how many features are passed over, for clients that cannot follow links.
///
/// Each one passed over costs as much as one returned, so there is an end to it: `next` links have
/// none.
enum OffsetParameter: RequestParameter {
  static let maximum = 100_000

  static let declaration = ParameterDeclaration(
    name: "offset",
    summary: "How many features are passed over first; the next link is faster and has no end.",
    form: .integer(minimum: 0, maximum: maximum, byDefault: 0),
    wanted: "a whole number from 0 to \(maximum); follow the next links for more")

  static func parse(_ text: String) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 7, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(text), number <= maximum
    else { return nil }
    return number
  }
}

/// `cursor` of incidents: where a page begins.
enum IncidentCursorParameter: RequestParameter {
  static let declaration = CursorForm.declaration
  static func parse(_ text: String) -> PageCursor? { PageCursor(text: text) }
}

/// `cursor` of places: the last one of the page before.
enum PlaceCursorParameter: RequestParameter {
  static let declaration = CursorForm.declaration
  static func parse(_ text: String) -> PlaceID? { PlaceID(text) }
}

/// `cursor` of claims: the last one of the page before.
enum ClaimCursorParameter: RequestParameter {
  static let declaration = CursorForm.declaration
  static func parse(_ text: String) -> ClaimID? { ClaimID(text) }
}

/// `cursor` of sources: the last one of the page before.
enum SourceCursorParameter: RequestParameter {
  static let declaration = CursorForm.declaration
  static func parse(_ text: String) -> SourceID? { SourceID(text) }
}

/// Opaque to clients, whatever collection it belongs to.
private enum CursorForm {
  static let declaration = ParameterDeclaration(
    name: "cursor", summary: "Where the page begins: taken from a next link, never made up.",
    form: .text(maximumBytes: 160), wanted: "the cursor of a next link, unchanged")
}
