import ArgumentParser
import Assessment
import Records

/// What `sijil why` explains: the grade, or one number of one measure.
enum WhySubject: Hashable {
  case grade
  case number(Measure, RangePoint)

  /// Every subject, in one line.
  static let allowed =
    "grade, or one of \(Measure.codes.joined(separator: ", ")) with "
    + RangePoint.codes.map { ".\($0)" }.joined(separator: ", ")

  init(_ text: String) throws {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    if text == "grade" {
      self = .grade
    } else if parts.count == 2, let measure = Measure(code: parts[0]),
      let point = RangePoint(code: parts[1])
    {
      self = .number(measure, point)
    } else {
      throw ValidationError("'\(text)' cannot be explained: use \(Self.allowed)")
    }
  }
}
