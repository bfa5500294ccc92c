import Assessment
import Inquiry
import MapRendering
import Records
import SimpleFeatures

// What stands beside the picture: groups without a point, and the caption.

extension IncidentMap {
  /// The incidents that are not drawn, by the area that is all that is known.
  static func margin(
    _ page: IncidentPage, on base: BaseMap, subject: Subject, style: Style, hatchesAll: Bool
  ) -> [MapMarginGroup] {
    let vocabulary = MapVocabulary.words(in: style.language)
    var groups: [String: MapMarginGroup] = [:]
    for feature in page.features where !isDrawable(feature) {
      let place = margin(of: feature, on: base, vocabulary, style.language)
      let isSubject = place.area != nil && place.area == subject.area?.geometry
      let summary = TerminalText(summary(of: feature, vocabulary))
      // In its place: a copy of the group for each incident would take their number squared.
      func add(to group: inout MapMarginGroup) {
        group.counts[GradeSymbols.id(of: feature.assessment.shownGrade), default: 0] += 1
        group.summaries.append(summary)
        if isSubject || hatchesAll { group.hatching = place.area?.polygons ?? [] }
      }
      add(
        to: &groups[
          place.id, default: MapMarginGroup(id: place.id, name: place.name, counts: [:])])
    }
    let sorted = groups.values.sorted { left, right in
      if (left.name == nil) != (right.name == nil) { return right.name == nil }
      return (-left.count, left.id) < (-right.count, right.id)
    }
    return sorted.enumerated().map { order, group in
      var group = group
      group.order = order
      group.summaries.sort { $0.string < $1.string }
      return group
    }
  }

  /// Which group an incident belongs to.
  private static func margin(
    of feature: IncidentFeature, on base: BaseMap, _ vocabulary: MapVocabulary,
    _ language: MapLanguage
  ) -> (id: String, name: String?, area: Geometry?) {
    guard let point = feature.point else { return ("", nil, nil) }
    let support = feature.support
    if let region = base.regions.region(of: point, support: support) {
      return (region.id, region.name(in: language), region.geometry)
    }
    let kilometers = Int((min(point.radiusMeters, 1e12) / 1000).rounded(.up))
    let distance = MapVocabulary.fill(vocabulary.words.kilometers, ["n": "\(kilometers)"])
    return (
      "~\(kilometers)", MapVocabulary.fill(vocabulary.somewhere, ["distance": distance]), support
    )
  }

  /// One line about an incident: its id, day, grade and deaths, and what it is called.
  static func summary(of feature: IncidentFeature, _ vocabulary: MapVocabulary) -> String {
    var parts = [feature.id.text]
    if let time = feature.time { parts.append(time.description) }
    parts.append(vocabulary.grades[feature.assessment.shownGrade] ?? "")
    parts.append(words(of: feature.assessment.killed, vocabulary))
    return parts.joined(separator: ", ") + ": " + feature.title
  }

  /// `105-141 killed`, `40+ killed`, `up to 16 killed`: a missing end is unknown, not the other one.
  private static func words(
    of killed: HarmRange<ClaimID>, _ vocabulary: MapVocabulary
  ) -> String {
    let open = killed.maximum?.isOpen == true ? "+" : ""
    switch (killed.minimum?.value, killed.maximum?.value) {
    case (nil, nil): return vocabulary.killedUnknown
    case (nil, let most?):
      return MapVocabulary.fill(vocabulary.killedAtMost, ["n": "\(most)\(open)"])
    case (let least?, nil): return MapVocabulary.fill(vocabulary.killed, ["n": "\(least)+"])
    case (let least?, let most?):
      let figure = least == most ? "\(least)\(open)" : "\(least)-\(most)\(open)"
      return MapVocabulary.fill(vocabulary.killed, ["n": figure])
    }
  }

  static func caption(
    _ page: IncidentPage, on base: BaseMap, subject: Subject, style: Style,
    drawn: [IncidentFeature]
  ) -> MapCaption {
    let vocabulary = MapVocabulary.words(in: style.language)
    let name =
      style.language == .arabic
      ? subject.arabicName ?? (subject.name == nil ? nil : subject.name) : subject.name
    var caption = MapCaption(
      title: MapVocabulary.fill(vocabulary.title, ["area": name ?? vocabulary.city]),
      asOf: page.query.asOf.map { MapVocabulary.fill(vocabulary.asOf, ["date": "\($0)"]) }
        ?? page.dataVersion.recordedAt.map {
          MapVocabulary.fill(vocabulary.asRecorded, ["date": "\($0.date)"])
        },
      noun: vocabulary.noun, total: page.numberMatched,
      notes: base.notes + notes(page, vocabulary, drawn: drawn),
      features: vocabulary.features(on: base), weights: vocabulary.weights,
      attribution: vocabulary.attribution(on: base), hints: subject.hints)
    caption.language = style.language
    caption.arabicPlacement = style.arabicPlacement
    caption.furniture = style.furniture
    caption.words = vocabulary.words
    caption.dataVersion = page.dataVersion.hash.isEmpty ? nil : page.dataVersion.hash
    return caption
  }

  private static func notes(
    _ page: IncidentPage, _ vocabulary: MapVocabulary, drawn: [IncidentFeature]
  ) -> [String] {
    var notes: [String] = []
    func note(_ template: String, _ count: Int) {
      if count > 0 { notes.append(MapVocabulary.fill(template, ["n": "\(count)"])) }
    }
    if page.query.area != nil, !page.query.includesUnplaced {
      note(vocabulary.othersUnplaced, page.counts.unplaced)
    }
    note(
      vocabulary.computedGrades,
      drawn.count { $0.assessment.grade == nil && $0.assessment.shownGrade != nil })
    note(vocabulary.notYetReported, page.counts.notYetReported)
    if page.query.area != nil {
      notes.append(
        MapVocabulary.fill(
          vocabulary.placement,
          [
            "certain": "\(page.counts.certain)", "possible": "\(page.counts.possible)",
            "match": page.query.match.code,
          ]))
    }
    return notes
  }
}
