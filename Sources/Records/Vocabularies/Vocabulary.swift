/// A closed list of codes: the code is the wire and file form of each case.
///
/// Every vocabulary of casualty recording that Sijil adopts conforms, so that readers refuse an
/// unknown code in one way and can name the allowed ones.
public protocol Vocabulary: RawRepresentable, CaseIterable, Hashable, Sendable
where RawValue == String {
  /// What the list is called in messages, such as `claim kind`.
  static var name: String { get }

  /// The list's codes as bytes; a stored constant in every list that records hold.
  static var table: CodeTable<Self> { get }
}

extension Vocabulary {
  /// The list's codes as bytes, made at each call: enough for lists that no record holds.
  public static var table: CodeTable<Self> { CodeTable() }

  /// The code as written in files and on the wire.
  public var code: String { rawValue }

  /// Accepts a code of the list.
  ///
  /// - Parameter code: The exact code.
  public init?(code: some StringProtocol) { self.init(rawValue: String(code)) }

  /// The codes of the list in order, for messages.
  public static var codes: [String] { allCases.map(\.code) }
}
