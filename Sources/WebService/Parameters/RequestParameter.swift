/// A query parameter: how it is declared, and what its text means.
protocol RequestParameter {
  /// What the text stands for.
  associatedtype Value: Sendable

  /// Its name, meaning and form, as the API description gives them.
  static var declaration: ParameterDeclaration { get }

  /// Reads a value; `nil` when the text is not allowed.
  static func parse(_ text: String) -> Value?
}

/// A parameter as data: enough for a message and for the API description.
struct ParameterDeclaration: Hashable, Sendable {
  /// The form of a value.
  enum Form: Hashable, Sendable {
    case integer(minimum: Int, maximum: Int, byDefault: Int)
    case code([String], byDefault: String?)
    case numbers(counts: [Int])
    case number
    case wholeNumber
    case day
    case text(maximumBytes: Int)
  }

  let name: String
  /// What the API description calls it where several parameters have one name.
  var key: String?
  /// Whether the API description writes it out where it is used, not once for all.
  var isInline = false
  /// What it does, in one line.
  let summary: String
  let form: Form
  /// What to write, for messages.
  let wanted: String
}
