public import Records

/// Where a page begins: just after one incident in the stable order of day, then identifier, or
/// after so many of an answer in an order of its own.
///
/// The text form is opaque to clients and safe in a URL.
public enum PageCursor: Hashable, Sendable {
  /// After an incident: days since 1970-01-01 of its first day, `Int32.max` when it has none.
  case after(day: Int32, id: IncidentID)
  /// After so many features of a sorted answer.
  case past(Int)

  /// Makes a cursor.
  ///
  /// - Parameters:
  ///   - day: First day of the last incident, or `Int32.max`.
  ///   - id: The last incident of the page before.
  public init(day: Int32, id: IncidentID) { self = .after(day: day, id: id) }

  /// Reads a cursor from its text.
  ///
  /// - Parameter text: Made by ``text``.
  public init?(text: some StringProtocol) {
    let parts = text.split(separator: "~", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    if parts[0].isEmpty {
      guard let count = Int(parts[1]), count >= 0 else { return nil }
      self = .past(count)
    } else {
      guard let day = Int32(parts[0], radix: 36), let id = IncidentID(parts[1]) else {
        return nil
      }
      self = .after(day: day, id: id)
    }
  }

  /// The cursor for a URL.
  public var text: String {
    switch self {
    case .after(let day, let id): "\(String(day, radix: 36))~\(id)"
    case .past(let count): "~\(count)"
    }
  }
}
