import Assessment
import Records

/// Running totals day by day, and where one fell, which none can.
struct SeriesText {
  private let series: [CumulativeSeries]

  init(_ series: [CumulativeSeries]) { self.series = series }

  func lines(width: Int) -> [String] {
    guard !series.isEmpty else { return [] }
    return ["RUNNING TOTALS"]
      + series.flatMap { one in
        let steps = one.steps.map { step in
          "\(HarmText.bounds(step.minimum, step.maximum)) (\(ClaimLine.list(step.claims)), "
            + "\(step.day))"
        }
        return Paragraph(steps.joined(separator: " → "), label: "  \(one.measure.code): ")
          .lines(width: width)
          + one.falls.flatMap { fall in
            Paragraph(
              "\(Self.words(fall)): the counts cover different things",
              label: "  ! \(fall.alarm.rawValue): "
            ).lines(width: width)
          }
      }
  }

  /// `160 (L12, 2017-03-26) fell to 141 (L17, 2017-03-30)`.
  static func words(_ fall: CumulativeSeries.Fall) -> String {
    "\(words(fall.before)) fell to \(words(fall.after))"
  }

  private static func words(_ step: CumulativeSeries.Step) -> String {
    "\(HarmText.bounds(step.minimum, step.maximum)) (\(ClaimLine.list(step.claims)), \(step.day))"
  }
}
