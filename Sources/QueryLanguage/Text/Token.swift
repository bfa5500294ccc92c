/// One word, name, literal or sign of a filter, and where it stands.
struct Token: Equatable {
  enum Kind: Equatable {
    /// Letters without quotes: a keyword, a function or a property.
    case word(String)
    /// A name in double quotes: always a property.
    case name(String)
    /// A string in single quotes, its escapes resolved.
    case string(String)
    /// The digits of an unsigned number.
    case number(String)
    /// One of the signs of the language.
    case sign(Sign)
    /// The end of the filter.
    case end
  }

  enum Sign: String, CaseIterable {
    case open = "("
    case close = ")"
    case openBracket = "["
    case closeBracket = "]"
    case comma = ","
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divide = "/"
    case modulo = "%"
    case power = "^"
    case equal = "="
    case notEqual = "<>"
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case less = "<"
    case greater = ">"
  }

  let kind: Kind
  /// The first byte.
  let start: Int
  /// The byte after the last one.
  let end: Int

  /// The token in the words of an error.
  var phrase: String {
    switch kind {
    case .word(let text): text
    case .name(let text): "\"\(text)\""
    case .string(let text): "'\(text)'"
    case .number(let text): text
    case .sign(let sign): "'\(sign.rawValue)'"
    case .end: "the end of the filter"
    }
  }

  func isSign(_ sign: Sign) -> Bool { kind == .sign(sign) }
}

/// The words that are no property unless they stand in double quotes.
enum Keyword: String, CaseIterable {
  case and = "AND"
  case or = "OR"
  case not = "NOT"
  case like = "LIKE"
  case between = "BETWEEN"
  case within = "IN"
  case `is` = "IS"
  case null = "NULL"
  case `true` = "TRUE"
  case `false` = "FALSE"
  case div = "DIV"

  init?(word: String) {
    guard word.utf8.count <= 7, let keyword = Self(rawValue: word.uppercased()) else { return nil }
    self = keyword
  }
}
