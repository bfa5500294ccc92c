import Assessment
import Inquiry
import Records

extension IncidentCase {
  /// Whether a day or a what-if leaves claims out; notes and links of the register have no date, so
  /// they may then say what nobody knew yet.
  var isNarrowed: Bool { asOf != nil || whatIf != nil }
}

/// What narrows an answer about one incident, said before the answer: a day, a what-if.
struct CaseHeading {
  private let incidentCase: IncidentCase

  init(_ incidentCase: IncidentCase) { self.incidentCase = incidentCase }

  /// The incident, then what narrows the answer.
  func titled(width: Int) -> [String] {
    let incident = incidentCase.incident
    return Paragraph(incident.title, label: "\(incident.id)  ").lines(width: width)
      + lines(width: width)
  }

  /// One line for each way in which claims were left out.
  func lines(width: Int) -> [String] {
    var lines: [String] = []
    if let asOf = incidentCase.asOf {
      let undated = incidentCase.undatedCount
      let left = undated > 0 ? "; \(undated) claims of unknown date left out" : ""
      lines += Paragraph("\(asOf), what had been published by then\(left)", label: "as of   ")
        .lines(width: width)
    }
    if let whatIf = incidentCase.whatIf {
      lines += Paragraph(
        "as if only the claims \(whatIf.pattern.text) existed: \(whatIf.keptCount) of "
          + "\(whatIf.claimCount) about this incident", label: "WHAT IF "
      ).lines(width: width)
    }
    return lines + notYetReported
  }

  private var notYetReported: [String] {
    guard incidentCase.isNotYetReported else { return [] }
    guard let asOf = incidentCase.asOf else {
      return ["NOT YET REPORTED  no claim is known"]
    }
    let first = incidentCase.testimony.firstDay.map { ": the first came on \($0)" } ?? ""
    return ["NOT YET REPORTED  no claim was public by \(asOf)\(first)"]
  }
}
