import SimpleFeatures
import Assessment
import Inquiry
import MapRendering
import Records

/// A dossier for people: what happened, where by whose word, the range, then every claim.
struct DossierText {
  private let dossier: IncidentDossier
  private let width: Int

  init(_ dossier: IncidentDossier, width: Int) {
    self.dossier = dossier
    self.width = max(40, width)
  }

  func write(to console: Console) throws {
    for line in lines { try console.line(line) }
  }

  /// The dossier's lines.
  var lines: [String] {
    var lines = heading + [""] + whereLines + [""] + rangeLines
    if !dossier.incident.links.isEmpty { lines += [""] + linkLines }
    lines += ["", claimsTitle]
    let thread = ClaimThread(dossier.claims.map(\.claim))
    for claim in dossier.claims where !thread.isNested(claim.claim.id) {
      lines += ClaimText(claim, dossier: dossier, thread: thread).lines(width: width, indent: 0)
    }
    return lines
  }

  private var heading: [String] {
    let incident = dossier.incident
    var lines = ["\(incident.id)  \(incident.title)"]
    let time = incident.time.map { "\($0), known to the \(incident.timePrecision.code)" }
    lines.append("when    \(time ?? "not known")")
    lines.append("kind    \(incident.kind.code)")
    let parties = dossier.feature.attributedTo
    lines.append("blamed  \(parties.isEmpty ? "nobody named" : parties.joined(separator: "; "))")
    if let asOf = dossier.asOf {
      let undated = dossier.feature.undatedClaimCount
      let left = undated > 0 ? "; \(undated) claims of unknown date left out" : ""
      lines.append("as of   \(asOf), what had been published by then\(left)")
    }
    if let note = incident.note { lines += wrapped(note, label: "note    ") }
    return lines
  }

  private var whereLines: [String] {
    guard !dossier.locations.isEmpty else { return ["WHERE  nobody names a place"] }
    var lines = ["WHERE  (\(dossier.locations.count) candidates; the event may be at any of them)"]
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

  private var rangeLines: [String] {
    let assessment = dossier.feature.assessment
    var lines = ["RANGE"]
    lines += rangeLines("killed", assessment.killed)
    lines += rangeLines("injured", assessment.injured)
    if let grade = assessment.grade {
      lines.append("  grade    \(grade.grade.code), by \(list(grade.claims))")
    } else {
      lines.append("  grade    not graded by anyone in play")
    }
    let reported = dossier.reported
    if reported.killed != assessment.killed {
      lines.append("  beside a recorder's finding, the reports themselves run:")
      lines += rangeLines("killed", reported.killed)
    }
    return lines
  }

  private func rangeLines(_ label: String, _ range: HarmRange<ClaimID>) -> [String] {
    let padded = label + String(repeating: " ", count: 9 - label.count)
    var lines = ["  \(padded)\(HarmText.range(range))"]
    if let low = range.minimum {
      lines.append("           \(low.value) by \(list(low.claims)) [\(low.rule.rawValue)]")
    }
    if let high = range.maximum {
      let open = high.isOpen ? ", who set no ceiling" : ""
      lines.append(
        "           \(high.value) by \(list(high.claims))\(open) [\(high.rule.rawValue)]")
    }
    return lines
  }

  private var linkLines: [String] {
    ["LINKS"]
      + dossier.incident.links.flatMap { link in
        wrapped(
          "\(link.kind.code) \(link.target)\(link.reason.map { ": \($0)" } ?? "")", label: "  ")
      }
  }

  private var claimsTitle: String {
    "CLAIMS  \(dossier.claims.count), by the day each became public"
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
