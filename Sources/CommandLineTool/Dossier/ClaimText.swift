import Inquiry
import Records

/// One claim of a dossier for people, with the denials of it under it.
struct ClaimText {
  private let entry: DossierClaim
  private let dossier: IncidentDossier
  private let thread: ClaimThread
  private let entries: [ClaimID: DossierClaim]

  init(
    _ entry: DossierClaim, dossier: IncidentDossier, thread: ClaimThread,
    entries: [ClaimID: DossierClaim]
  ) {
    self.entry = entry
    self.dossier = dossier
    self.thread = thread
    self.entries = entries
  }

  /// The claim's lines.
  ///
  /// - Parameters:
  ///   - width: Columns of a line.
  ///   - indent: How deep it stands under the claims that it answers.
  /// - Returns: Its lines and those of the claims that answer it.
  func lines(width: Int, indent: Int) -> [String] {
    let claim = entry.claim
    let margin = String(repeating: "    ", count: indent)
    let mark = indent > 0 ? "└ " : ""
    var lines = Paragraph("\(mark)\(title)", label: margin).lines(width: width)
    let body = margin + "      "
    lines += Paragraph(claim.statement, label: body).lines(width: width)
    for quantity in claim.quantities {
      lines += Paragraph(HarmText.quantity(quantity), label: body + "= ").lines(width: width)
    }
    lines += Paragraph(chain, label: body + "via ").lines(width: width)
    if !clocks.isEmpty { lines += Paragraph(clocks, label: body).lines(width: width) }
    for relay in claim.relays {
      guard let note = relay.note else { continue }
      lines += Paragraph("\(name(of: relay.outlet)): \(note)", label: body + "! ")
        .lines(width: width)
    }
    lines += edgeLines(body, width: width)
    if let note = claim.note { lines += Paragraph(note, label: body + "* ").lines(width: width) }
    for answer in thread.answers(to: claim.id) {
      guard let reply = entries[answer] else { continue }
      lines += ClaimText(reply, dossier: dossier, thread: thread, entries: entries)
        .lines(width: width, indent: indent + 1)
    }
    return lines
  }

  private var title: String {
    let claim = entry.claim
    let day = (claim.published ?? claim.uttered)?.description ?? "undated"
    var words = [claim.kinds.map(\.code).joined(separator: " + "), claim.modality.code]
    if claim.polarity != .affirmed { words.append("polarity \(claim.polarity.code)") }
    if entry.certainty == .possible { words.append("possibly about this incident") }
    if let grade = claim.grade { words.append("grade \(grade.code)") }
    if let verdict = claim.verdict { words.append("verdict \(verdict.code)") }
    return "\(claim.id)  \(day)  \(words.joined(separator: ", ")) [\(claim.hand.code)]"
  }

  /// `Civil Defence chief → al-Mosuliya TV → Reuters → RT`.
  private var chain: String {
    ([entry.claim.claimant] + entry.claim.relays.map(\.outlet)).map(name(of:))
      .joined(separator: " → ")
  }

  private var clocks: String {
    let claim = entry.claim
    let event = claim.eventTime.map { "event \($0)" }
    let uttered = claim.uttered.map { "said \($0)" }
    let published = claim.published.map { "published \($0)" }
    let place = claim.placeAsStated.map { "place “\($0)”" }
    return [event, uttered, published, place].compactMap { $0 }.joined(separator: "; ")
  }

  private func edgeLines(_ margin: String, width: Int) -> [String] {
    entry.claim.edges.flatMap { edge in
      let certainty = edge.certainty == .possible ? " (possibly)" : ""
      let note = edge.note.map { ": \($0)" } ?? ""
      return Paragraph(
        "\(edge.kind.code) \(edge.target)\(certainty)\(note)", label: margin + "> "
      ).lines(width: width)
    }
  }

  private func name(of source: SourceID) -> String { dossier.sources[source]?.name ?? source.text }
}
