import SimpleFeatures
import Assessment
import Inquiry
import MapRendering
import Records

/// A dossier for people: what happened in a few lines, where by whose word, the ranges and the grade
/// with their reasons, then every claim.
struct DossierText {
  private let explanation: IncidentExplanation
  private let dossier: IncidentDossier
  private let width: Int

  init(_ explanation: IncidentExplanation, width: Int) {
    self.explanation = explanation
    dossier = explanation.incidentCase.dossier
    self.width = max(40, width)
  }

  func write(to console: Console) throws {
    for line in lines { try console.line(line) }
  }

  /// The dossier's lines.
  var lines: [String] {
    let links = TotalsText(explanation).lines(width: width)
    if explanation.incidentCase.isNotYetReported {
      return heading + (links.isEmpty ? [] : [""] + links)
    }
    let claims = ClaimLine(explanation.incidentCase.testimony)
    let sections = [
      OverviewText(explanation).lines(width: width), whereLines,
      MethodsText(explanation.table).lines(width: width),
      SetsText(explanation.table.constraint).lines(width: width), gradeLines,
      SeriesText(explanation.table.series).lines(width: width),
      OriginsText(explanation.table, claims: claims).lines(width: width), links, claimLines,
    ]
    return heading + sections.filter { !$0.isEmpty }.flatMap { [""] + $0 }
  }

  private var gradeLines: [String] {
    let grade = explanation.snapshot.grade
    let day = grade.grade == nil ? nil : grade.decisiveDay
    let since = day.map { " since \($0) by \(list(grade.decisiveClaims))" } ?? ""
    var lines = wrapped(
      "\(grade.decision.title)\(since): \(grade.decision.reasonWords)", label: "GRADE  ")
    for reason in grade.reasons {
      lines += wrapped("these \(reason.words): \(list(reason.claims))", label: "  ")
    }
    if grade.decisionIfCertainOnly != grade.decision {
      lines += wrapped(
        "\(grade.decisionIfCertainOnly.title) by the claims alone that are surely about it: "
          + grade.decisionIfCertainOnly.reasonWords, label: "  ")
    }
    if let recorder = grade.recorder {
      let verdict = grade.difference == nil ? "the same" : "NOT the same"
      lines += wrapped(
        "a recorder graded it \(recorder.grade.code) by \(list(recorder.claims)): \(verdict)",
        label: "  ")
    } else {
      lines.append("  not graded by anyone in play")
    }
    return lines
  }

  private var claimLines: [String] {
    let thread = ClaimThread(dossier.claims.map(\.claim))
    let entries = Dictionary(
      dossier.claims.map { ($0.claim.id, $0) }, uniquingKeysWith: { first, _ in first })
    return ["CLAIMS  \(dossier.claims.count), by the day each became public"]
      + dossier.claims.filter { !thread.isNested($0.claim.id) }.flatMap { claim in
        ClaimText(claim, dossier: dossier, thread: thread, entries: entries)
          .lines(width: width, indent: 0)
      }
  }

  private var heading: [String] {
    let incident = dossier.incident
    var lines = wrapped(incident.title, label: "\(incident.id)  ")
    let time = incident.time.map { "\($0), known to the \(incident.timePrecision.code)" }
    lines.append("when    \(time ?? "not known")")
    lines.append("kind    \(incident.kind.code)")
    let parties = dossier.feature.attributedTo
    lines.append("blamed  \(parties.isEmpty ? "nobody named" : parties.joined(separator: "; "))")
    lines += CaseHeading(explanation.incidentCase).lines(width: width)
    if let note = incident.note {
      let isNarrowed = explanation.incidentCase.isNarrowed
      lines += wrapped(
        isNarrowed ? "(of the register, written later) \(note)" : note, label: "note    ")
    }
    return lines
  }

  private var whereLines: [String] {
    guard !dossier.locations.isEmpty else { return ["WHERE  nobody names a place"] }
    let count = Plural.of("candidate", dossier.locations.count)
    var lines = ["WHERE  (\(count); the event may be at any of them)"]
    for location in dossier.locations { lines += candidateLines(location) }
    for district in dossier.feature.districts {
      let certainty =
        district.certainty == .certain
        ? "certainly in" : "possibly in (\(Int((district.share * 100).rounded()))%)"
      lines.append(
        "  \(certainty) \(district.name)\(district.isApproximate ? ", approximate shape" : "")")
    }
    return lines
  }

  private func candidateLines(_ location: DossierLocation) -> [String] {
    let candidate = location.candidate
    var first =
      candidate.placeAsStated.map { "“\($0)”" } ?? location.placeName ?? "its own point"
    if let name = location.placeName, candidate.placeAsStated != nil { first += " = \(name)" }
    first += " [\(candidate.scale.code)], asserted by \(name(ofClaimant: candidate.assertedBy))"
    var lines = wrapped(first, label: "  - ")
    if let point = location.point {
      var text =
        "within \(HarmText.distance(point.radiusMeters)) of "
        + "\(degrees(point.position.latitude)) N \(degrees(point.position.longitude)) E"
      if let stated = candidate.statedPrecision { text += " (stated: \(stated))" }
      lines += wrapped(text + "; \(location.basis)", label: "      ")
    } else {
      lines += wrapped(location.basis, label: "      ")
    }
    if !location.nearby.isEmpty {
      let near = location.nearby.map {
        "\($0.name) \(HarmText.distance($0.distanceMeters)) \(HarmText.wind($0.bearingDegrees))"
      }
      lines += wrapped("near \(near.joined(separator: ", "))", label: "      ")
    }
    return lines
  }

  private func list(_ claims: [ClaimID]) -> String {
    claims.map(\.text).joined(separator: ", ")
  }

  private func name(ofClaimant claim: ClaimID) -> String {
    let claimant = dossier.claims.first { $0.claim.id == claim }?.claim.claimant
    let name = claimant.flatMap { dossier.sources[$0]?.name }
    return name.map { "\($0) (\(claim))" } ?? claim.text
  }

  private func degrees(_ value: Double) -> String {
    let scaled = Int((value.magnitude * 100_000).rounded())
    let fraction = String(scaled % 100_000)
    let sign = value < 0 ? "-" : ""
    return "\(sign)\(scaled / 100_000)."
      + String(repeating: "0", count: 5 - fraction.count) + fraction
  }

  private func wrapped(_ text: String, label: String) -> [String] {
    Paragraph(text, label: label).lines(width: width)
  }
}

/// A paragraph whose following lines hang under the first one's text.
struct Paragraph {
  private let text: String
  private let label: String

  init(_ text: String, label: String) {
    self.text = text
    self.label = label
  }

  func lines(width: Int) -> [String] {
    let indent = String(repeating: " ", count: TerminalText(label).columns)
    let room = max(20, width - indent.count)
    return TerminalText(text).wrapped(to: room).enumerated().map { index, line in
      (index == 0 ? label : indent) + line.string
    }
  }
}
