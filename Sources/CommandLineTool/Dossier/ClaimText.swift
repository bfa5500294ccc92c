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

/// Which claims answer which: denials, disputes and doubts stand under their first target.
///
/// A claim stands by itself where it would close a circle or lie deeper than ``depthLimit``, so that
/// ten thousand claims that deny each other in a row neither nest without end nor leave the page.
struct ClaimThread {
  /// How many answers may stand under each other.
  static let depthLimit = 8

  private var answers: [ClaimID: [ClaimID]] = [:]
  private var parents: [ClaimID: ClaimID] = [:]
  /// How many claims stand under each other below one.
  private var heights: [ClaimID: Int] = [:]

  init(_ claims: [Claim]) {
    let present = Set(claims.map(\.id))
    for claim in claims {
      let target = claim.edges.first {
        $0.kind.isAnswer && present.contains($0.target) && $0.target != claim.id
      }?.target
      guard let target, let depth = depth(of: target, outside: claim.id),
        depth + 1 + heights[claim.id, default: 0] <= Self.depthLimit
      else { continue }
      answers[target, default: []].append(claim.id)
      parents[claim.id] = target
      raise(above: claim.id)
    }
  }

  /// The claims that answer one, in the order given.
  func answers(to claim: ClaimID) -> [ClaimID] { answers[claim] ?? [] }

  /// Whether a claim stands under another.
  func isNested(_ claim: ClaimID) -> Bool { parents[claim] != nil }

  /// How deep a claim stands; `nil` where it stands under another one already.
  private func depth(of claim: ClaimID, outside ancestor: ClaimID) -> Int? {
    var (depth, current) = (0, claim)
    while current != ancestor {
      guard let parent = parents[current] else { return depth }
      (depth, current) = (depth + 1, parent)
    }
    return nil
  }

  private mutating func raise(above claim: ClaimID) {
    var (height, current) = (heights[claim, default: 0], claim)
    while let parent = parents[current] {
      height += 1
      guard heights[parent, default: 0] < height else { return }
      heights[parent] = height
      current = parent
    }
  }
}

extension ClaimEdgeKind {
  /// Whether the edge speaks against its target.
  var isAnswer: Bool { self == .denies || self == .disputes }
}
