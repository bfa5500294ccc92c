import Assessment
import Inquiry
import MapRendering
import Records

/// Claims by one line each, as trees and tables quote them: who, when, what figure, in what words.
struct ClaimLine {
  private let entries: [ClaimID: Testimony.Entry]
  private let sources: [SourceID: Source]

  init(_ testimony: Testimony) {
    entries = Dictionary(
      testimony.entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    sources = testimony.sources
  }

  /// A claim's line.
  ///
  /// - Parameters:
  ///   - id: The claim.
  ///   - figures: Its figures that matter here, in words.
  ///   - limit: Columns of the statement at most.
  /// - Returns: One line.
  func text(_ id: ClaimID, figures: [String] = [], limit: Int = 400) -> String {
    guard let entry = entries[id] else { return id.text }
    var text = "\(id)  \(day(of: id))  \(name(of: entry.claim.claimant))"
    if !figures.isEmpty { text += ": \(figures.joined(separator: "; "))" }
    let statement = TerminalText(entry.claim.statement).truncated(to: limit).string
    return statement.isEmpty ? text : "\(text) – \(statement)"
  }

  /// A tree line that is cut where the terminal ends.
  func leaf(_ id: ClaimID, figures: [String] = []) -> TextTree {
    TextTree(text(id, figures: figures), wraps: false)
  }

  /// A tree line that is quoted, on as many lines as it takes.
  func quote(_ id: ClaimID) -> TextTree {
    let hops = entries[id]?.claim.relays.map { name(of: $0.outlet) } ?? []
    let way = hops.isEmpty ? "" : " (via \(hops.joined(separator: " → ")))"
    return TextTree(text(id, limit: 240) + way)
  }

  /// The day a claim became public.
  func day(of id: ClaimID) -> String { entries[id]?.claim.publicDay?.description ?? "undated" }

  /// Who makes a claim.
  func claimant(of id: ClaimID) -> String {
    entries[id].map { name(of: $0.claim.claimant) } ?? "unknown"
  }

  /// A source's name.
  func name(of source: SourceID) -> String { sources[source]?.name ?? source.text }

  /// The claims behind both ends of a range in a few columns: `L07, L09`, `L01, L02 +3`.
  static func ends(of range: HarmRange<ClaimID>) -> String {
    short((range.minimum?.claims ?? []) + (range.maximum?.claims ?? []))
  }

  /// The claims behind the ends of several ranges in a few columns: `L07 +3`.
  static func behind(_ ranges: [HarmRange<ClaimID>]) -> String {
    short(
      ranges.flatMap { ($0.minimum?.claims ?? []) + ($0.maximum?.claims ?? []) }, first: 1)
  }

  /// The first of some claims, each once, and how many more there are.
  static func short(_ claims: [ClaimID], first count: Int = 2) -> String {
    var seen: Set<ClaimID> = []
    let each = claims.filter { seen.insert($0).inserted }
    return list(each.prefix(count)) + (each.count > count ? " +\(each.count - count)" : "")
  }

  /// Claims by their identifiers, for lists.
  static func list(_ claims: some Sequence<ClaimID>) -> String {
    claims.map(\.text).joined(separator: ", ")
  }
}
