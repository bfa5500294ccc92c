import Assessment
import Inquiry
import Records

/// `by`: what the rows of a table of totals are.
enum DimensionParameter: RequestParameter {
  static let declaration = ParameterDeclaration(
    name: "by", summary: "What the rows are.",
    form: .code(SummaryDimension.codes, byDefault: byDefault.code),
    wanted: SummaryDimension.codes.joined(separator: ", "))

  static let byDefault = SummaryDimension.district

  static func parse(_ text: String) -> SummaryDimension? { SummaryDimension(code: text) }
}

/// `method`: whose rule makes the ranges.
enum MethodParameter: RequestParameter {
  static let declaration = ParameterDeclaration(
    name: "method", summary: "Whose rule makes the ranges.",
    form: .code(Method.codes, byDefault: Method.airwars.code),
    wanted: Method.codes.joined(separator: ", "))

  static func parse(_ text: String) -> Method? { Method(code: text) }
}
