public import Records

/// Where a page begins: just after one incident in the stable order of day, then identifier.
///
/// The text form is opaque to clients and safe in a URL.
public struct PageCursor: Hashable, Sendable {
  /// Days since 1970-01-01 of the last incident's first day; `Int32.max` when it has none.
  public let day: Int32
  /// The last incident of the page before.
  public let id: IncidentID

  /// Makes a cursor.
  ///
  /// - Parameters:
  ///   - day: First day of the last incident, or `Int32.max`.
  ///   - id: The last incident of the page before.
  public init(day: Int32, id: IncidentID) {
    self.day = day
    self.id = id
  }

  /// Reads a cursor from its text.
  ///
  /// - Parameter text: Made by ``text``.
  public init?(text: some StringProtocol) {
    let parts = text.split(separator: "~", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let day = Int32(parts[0], radix: 36), let id = IncidentID(parts[1])
    else { return nil }
    self.init(day: day, id: id)
  }

  /// The cursor for a URL.
  public var text: String { "\(String(day, radix: 36))~\(id)" }
}
