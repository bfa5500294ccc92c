import Inquiry
import MapRendering
import Records
import SimpleFeatures

/// How to see a view again: a command, and an address of the web service.
public struct DeepLink: Sendable {
  private let state: ViewerState

  /// Links to what a state shows.
  ///
  /// - Parameter state: The viewer's state.
  public init(_ state: ViewerState) { self.state = state }

  /// The command that shows the same view, with its words quoted for a shell.
  public var command: String {
    var words = ["sijil", "view"] + state.areaWords
    if let camera {
      words += [
        "--center",
        Self.degrees(camera.center.longitude) + "," + Self.degrees(camera.center.latitude),
        "--across", "\(Int(camera.metersAcross.rounded()))m",
      ]
    }
    words += questionWords
    if let focus = state.focus { words += ["--focus", focus.text] }
    return words.map(Self.quoted).joined(separator: " ")
  }

  /// The path and query of the same map over HTTP; `nil` where no parameter says what was asked.
  public var path: String? {
    let question = state.query
    guard question.kinds.isEmpty, question.grades.isEmpty, question.text == nil,
      question.attributedTo == nil, question.minimumHarm == nil, question.nearest == nil,
      let view = state.view
    else { return nil }
    let center = [view.center.longitude, view.center.latitude].map(Self.degrees)
    var parameters = [
      ("center", center.joined(separator: ",")),
      ("zoom", PlainWords.decimal(view.zoom().level, places: 2)),
      ("w", "\(view.width)"), ("h", "\(view.height)"),
    ]
    switch question.area {
    case .place(let id): parameters.append(("in", id.text))
    case .geometry, .disc, .envelope: return nil
    case nil: break
    }
    if let asOf = question.asOf { parameters.append(("as-of", "\(asOf)")) }
    if let then = question.asRecorded { parameters.append(("as-recorded", "\(then)")) }
    if let time = question.time {
      let ends = [time.start, time.end].map { $0.map { "\($0)" } ?? ".." }
      parameters.append(("datetime", ends.joined(separator: "/")))
    }
    if question.match != .possible { parameters.append(("match", question.match.code)) }
    if !state.filterText.isEmpty { parameters.append(("filter", state.filterText)) }
    return "/map?" + parameters.map { "\($0.0)=\(Self.escaped($0.1))" }.joined(separator: "&")
  }

  private var camera: ViewerState.Camera? {
    state.view.map {
      ViewerState.Camera(center: $0.center, metersAcross: $0.metersAcross)
    }
  }

  private var questionWords: [String] {
    let question = state.query
    var words: [String] = []
    func add(_ option: String, _ value: String?) {
      if let value { words += [option, value] }
    }
    add("--from", question.time?.start.map { "\($0)" })
    add("--to", question.time?.end.map { "\($0)" })
    add("--as-of", question.asOf.map { "\($0)" })
    add("--as-recorded", question.asRecorded.map { "\($0)" })
    if question.match != .possible { add("--match", question.match.code) }
    add("--text", question.text)
    for kind in question.kinds.map(\.code).sorted() { add("--kind", kind) }
    for grade in question.grades.map(\.code).sorted() { add("--grade", grade) }
    add("--attributed-to", question.attributedTo)
    add("--min-harm", question.minimumHarm.map(String.init))
    add("--filter", state.filterText.isEmpty ? nil : state.filterText)
    return words
  }

  private static func degrees(_ value: Double) -> String { PlainWords.decimal(value, places: 5) }

  /// A word as a shell reads it.
  static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
          || "-_,.:/+".utf8.contains($0)
      }
    return isPlain
      ? word
      : "'"
        + word.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "'\\''") + "'"
  }

  /// A value in the query of an address (RFC 3986 §2.3, with the signs that need no escape there).
  static func escaped(_ value: String) -> String {
    var text = ""
    for byte in value.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2C, 0x2F, 0x3A:
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return text
  }
}
