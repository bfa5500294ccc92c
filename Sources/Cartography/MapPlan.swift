import Inquiry
public import MapRendering
public import Records

/// The answer to a question, ready to be drawn in any form.
public struct MapPlan: Sendable {
  /// What there is.
  public let scene: MapScene
  /// The part to show.
  public let view: MapView
  /// How many incidents match, drawn or not.
  public let numberMatched: Int
  /// From the first to the last day on which an incident of the answer may have happened; an end is
  /// `nil` where it is not known.
  public let time: DayInterval?

  /// The days that features span.
  static func time(of features: [IncidentFeature]) -> DayInterval? {
    let times = features.compactMap(\.time)
    guard let first = times.first else { return nil }
    return times.dropFirst().reduce(first) { span, time in
      DayInterval(
        start: span.start.flatMap { start in time.start.map { min(start, $0) } },
        end: span.end.flatMap { end in time.end.map { max(end, $0) } }) ?? span
    }
  }
}
