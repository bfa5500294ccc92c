import Assessment
import Inquiry
import MapRendering
import Records
import Testing

@testable import CommandLineTool

/// Incidents at the edges of what is known: each text says plainly what there is and what not.
struct ExplanationTextTests {
  private func texts(_ found: IncidentCase) -> (show: String, why: String, grade: String) {
    let table = MethodTable(of: found.testimony, asOf: found.asOf)
    let why = DerivationText(
      table.derivation(of: .maximum, .killed, by: .airwars), of: found, by: .airwars)
    let grade = GradeText(ExplainedGrade(found.inPlay), of: found)
    return (
      DossierText(IncidentExplanation(found), width: 100).lines.joined(separator: "\n"),
      why.lines(width: 100, ascii: false).joined(separator: "\n"),
      grade.lines(width: 100, ascii: false).joined(separator: "\n")
    )
  }

  private func timeline(_ found: IncidentCase, depth: ColourDepth = .none) -> String {
    let style = TimelineText.Style(width: 100, ascii: true, depth: depth)
    return String(
      decoding: TimelineText(Timeline(found.testimony), of: found, style: style).bytes,
      as: UTF8.self)
  }

  @Test func `no claim at all`() throws {
    let found = try Cases.incidentCase([])
    let (show, why, grade) = texts(found)
    for text in [show, why, grade, timeline(found)] {
      #expect(text.contains("NOT YET REPORTED  no claim is known"))
    }
    #expect(why.contains("killed.max by airwars = unknown"))
    #expect(grade.contains("grade = not yet reported"))
    let graph = ContradictionsText(ContradictionGraph(found.inPlay), of: found)
    #expect(graph.lines(width: 100).count == 2)
  }

  @Test func `a date before any claim`() throws {
    let found = try Cases.incidentCase(
      [try Cases.claim("C1", [.reportsDeaths], [Cases.killed(4, 4)])],
      asOf: CivilDate("2017-03-01"))
    let (show, why, grade) = texts(found)
    for text in [show, why, grade] {
      #expect(
        text.contains(
          "NOT YET REPORTED  no claim was public by 2017-03-01: the first came on 2017-03-25"))
    }
    #expect(why.contains("not public by the day asked about [not-yet-published], 1 claim"))
    #expect(!show.contains("RANGE"))
  }

  @Test func `only denials`() throws {
    let found = try Cases.incidentCase([
      try Cases.claim("C1", [.denies], polarity: .denied),
      try Cases.claim("C2", [.denies], by: "other", polarity: .denied),
    ])
    let (show, why, grade) = texts(found)
    #expect(show.contains("  killed    unknown: no claim in play gives a number"))
    #expect(show.contains("RANGE  no claim in play gives a number under any method"))
    #expect(show.contains("not graded: every claim denies or doubts [only-denials]"))
    #expect(why.contains("denies or does not know, which lowers nothing [denial], 2 claims"))
    #expect(grade.contains("grade = not graded"))
    #expect(timeline(found).contains("KILLED  no claim gives a number: unknown, not nought"))
  }

  @Test func `only words without a number`() throws {
    let found = try Cases.incidentCase([
      try Cases.claim(
        "C1", [.reportsDeaths], [Cases.killed(nil, nil, .unquantified, phrase: "many")])
    ])
    let (show, why, _) = texts(found)
    #expect(show.contains("RANGE  no claim in play gives a number under any method"))
    #expect(show.contains("weak since 2017-03-25 by C1"))
    #expect(why.contains("gives no number [no-number], 1 claim"))
  }

  @Test func `a counting word stands in both readings`() throws {
    let found = try Cases.incidentCase([
      try Cases.claim("C1", [.reportsDeaths], [Cases.killed(24, nil, .atLeast, phrase: "dozens")])
    ])
    let (show, why, _) = texts(found)
    #expect(show.contains("airwars killed, words read literally: 24+ by C1"))
    #expect(show.contains("acled       killed             12 by C1 [most-conservative]"))
    #expect(why.contains("with counting words: 24+, by C1"))
  }

  @Test func `only totals of an area over a period`() throws {
    let found = try Cases.incidentCase([
      try Cases.claim("C1", [.contextCount], [Cases.killed(300, 300, .exactly, scope: .areaPeriod)])
    ])
    let (show, why, _) = texts(found)
    #expect(show.contains("not graded: every claim counts an area over a period"))
    #expect(why.contains("counts an area over a period [area-period], 1 claim"))
    #expect(why.contains("300 civilians killed, scope area-period"))
  }

  @Test func `a recorder's grade that differs is shown beside ours`() throws {
    let found = try Cases.incidentCase([
      try Cases.claim("C1", [.reportsDeaths], [Cases.killed(4, 4)]),
      try Cases.claim("C2", [.assesses], by: "recorder", [Cases.killed(4, 6)], grade: .fair),
    ])
    let (show, _, grade) = texts(found)
    #expect(show.contains("a recorder graded it fair by C2: NOT the same"))
    #expect(grade.contains("a recorder graded it fair, NOT the same"))
    #expect(show.contains("4–6 by C2, a recorder's finding; the reports alone run 4"))
  }

  @Test func `a what-if says so, and one that keeps nothing is an error`() throws {
    let claims = [
      try Cases.claim("S1", [.reportsDeaths], [Cases.killed(4, 4)]),
      try Cases.claim("L1", [.reportsDeaths], by: "other", [Cases.killed(9, 9)]),
    ]
    let found = try Cases.incidentCase(claims, keeping: ClaimPattern("S*"))
    let (show, why, grade) = texts(found)
    for text in [show, why, grade, timeline(found)] {
      #expect(text.contains("WHAT IF as if only the claims S* existed: 1 of 2"))
      #expect(!text.contains("L1"))
    }
    #expect(show.contains("  killed    4 by S1"))
    #expect(throws: InquiryError.self) {
      try Cases.incidentCase(claims, keeping: ClaimPattern("X*"))
    }
  }

  @Test func `linked incidents are totalled merged and apart`() throws {
    let other = Incident(id: try Cases.id("I2"), title: "Street", time: nil)
    let claim = try Cases.claim("C9", [.reportsDeaths], by: "other", [Cases.killed(125, 370)])
    let found = try Cases.incidentCase(
      [try Cases.claim("C1", [.reportsDeaths], [Cases.killed(105, 141)])],
      links: [
        IncidentLink(kind: .possiblySameEvent, target: other.id, reason: "the same quarter")
      ],
      neighbours: [
        IncidentCase.Neighbour(
          incident: other, testimony: Testimony([.init(claim: claim, certainty: .certain)]))
      ])
    let show = texts(found).show
    #expect(
      show.contains(
        "  overlap   I2 may be the same event: killed 105–370 merged, 230–511 apart, by C1, C9"))
    #expect(show.contains("  possibly-same-event I2: the same quarter"))
    #expect(show.contains("  killed under merge: 105–370 for I1 = I2, by C1, C9"))
    #expect(show.contains("  killed under split: 230–511 for I1 + I2, by C1, C9"))
  }

  @Test func `a timeline is ASCII where the terminal is, and coloured only when asked`() throws {
    let found = try Cases.incidentCase([
      try Cases.claim("C1", [.reportsDeaths], [Cases.killed(40, nil, .atLeast)]),
      try Cases.claim("C2", by: "b", on: "2017-03-26", [Cases.killed(60, 90)]),
    ])
    let plain = timeline(found)
    #expect(plain.utf8.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) })
    #expect(plain.contains("killed.max 40+ > 90, because of C2"))
    #expect(plain == timeline(found))
    #expect(timeline(found, depth: .palette256).contains("\u{1B}[38;5;110m"))
    #expect(!timeline(found, depth: .ansi16).contains("\u{1B}"))
  }

  @Test func `control characters of a name reach no text`() throws {
    let chief = Source(
      id: try Cases.id("chief"), name: "Chief\u{1B}[2J\u{202E}", kind: .official)
    let found = try Cases.incidentCase(
      [try Cases.claim("C1", [.reportsDeaths], [Cases.killed(4, 4)], statement: "a\u{7}b\nc")],
      sources: [chief])
    let style = TimelineText.Style(width: 100, ascii: false, depth: .none)
    let bytes = TimelineText(Timeline(found.testimony), of: found, style: style).bytes
    #expect(!bytes.contains(0x1B))
    for line in DerivationText(
      MethodTable(of: found.testimony).derivation(of: .maximum, .killed, by: .airwars), of: found,
      by: .airwars
    ).lines(width: 100, ascii: false) {
      #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x202E })
    }
  }
}
