import Assessment
import Inquiry
import Records

/// One incident in one plain sentence.
struct IncidentSentence {
  private let feature: IncidentFeature

  init(_ feature: IncidentFeature) { self.feature = feature }

  /// `CI550, 17 March 2017, 105 to 141 killed, confirmed: Airstrike on a house, within 100 m`.
  var text: String {
    let words = [
      feature.id.text, PlainWords.days(feature.time),
      PlainWords.range(feature.assessment.killed, "killed"),
      PlainWords.grade(feature.assessment),
    ]
    return words.joined(separator: ", ") + ": \(feature.title), \(place)"
  }

  /// How well its place is known.
  var place: String {
    guard let point = feature.point else { return "no usable place" }
    let others = feature.candidateCount - 1
    let also = others > 0 ? ", or \(PlainWords.count(others, "other place"))" : ""
    return "within \(PlainWords.distance(point.radiusMeters))\(also)"
  }
}
