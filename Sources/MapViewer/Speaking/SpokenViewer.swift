import Inquiry
import MapRendering
import Records

/// The viewer for who listens: lines in, sentences out.
///
/// No alternate screen, no cursor addressing, no colour, no drawing: every change is one sentence on
/// a line of its own, and everything is reached by words and numbers.
public struct SpokenViewer: Sendable {
  private var engine: ViewerEngine
  private let desk: ViewerDesk
  /// How many lines of a list are read out together.
  private static let pageSize = 20
  /// Columns of a paragraph: none is broken, a reader does that.
  private static let columns = 100_000
  /// What was listed last.
  private var listing = Listing.none

  /// What numbers stand for.
  private enum Listing: Sendable {
    case none
    case incidents(told: Int)
    case places([PlaceChoice])
    /// The parts of a dossier that were not read out yet.
    case dossier([[String]])
  }

  /// Whether it moves through time by itself.
  public var isPlaying: Bool { engine.state.slider.isPlaying }

  /// How to see the view again.
  public var link: DeepLink { DeepLink(engine.state) }

  /// Begins.
  ///
  /// - Parameters:
  ///   - state: The state to begin with.
  ///   - desk: What answers.
  public init(_ state: ViewerState, desk: ViewerDesk) {
    engine = ViewerEngine(state, desk: desk)
    self.desk = desk
  }

  /// Answers the first question.
  ///
  /// - Returns: What to say.
  public mutating func begin() async -> [String] {
    await engine.begin()
    _ = engine.frame()
    return Self.plain([engine.state.sentence, "Type help for the words."])
  }

  /// Does what a line asks for.
  ///
  /// - Parameter line: As typed, without its end.
  /// - Returns: What to say, a line each; `nil` where the viewer is left.
  public mutating func take(_ line: String) async -> [String]? {
    do {
      guard let lines = await perform(try SpokenCommand(line)) else { return nil }
      return Self.plain(lines)
    } catch {
      return Self.plain([error.words + "."])
    }
  }

  /// Plays one step: on to the next one that has something to tell.
  ///
  /// - Returns: What to say.
  public mutating func tick() async -> [String] {
    repeat {
      _ = await engine.take(.tick)
    } while isPlaying && engine.state.incidents.numberMatched == 0
    return sentence()
  }

  private mutating func sentence() -> [String] {
    // Drawn for the counts of what is in view.
    _ = engine.frame()
    return Self.plain([engine.state.sentence])
  }

  private mutating func perform(_ command: SpokenCommand) async -> [String]? {
    switch command {
    case .help: return SpokenCommand.helpLines
    case .action(.quit): return nil
    case .action(.list): return list(from: 0)
    case .action(.link): return [link.command]
    case .action(let action): return await act(.action(action))
    case .more:
      switch listing {
      case .incidents(let told): return list(from: told)
      case .dossier(let parts): return readOut(parts)
      case .places, .none: return ["Nothing more is listed."]
      }
    case .number(let number): return await choose(number - 1)
    case .details(let id): return await details(id)
    case .goTo(let text): return await act(.goTo(text))
    case .filter(let text): return await act(.filter(text))
    case .describe: return describe()
    case .unit(let unit): return await act(.unit(unit))
    case .happened(let day): return await act(.happened(day))
    case .asOf(let day): return await act(.asOf(day))
    }
  }

  /// Lets the engine do it and says what came of it.
  private mutating func act(_ event: ViewerEvent) async -> [String] {
    _ = await engine.take(event)
    if case .places(let places)? = engine.state.panes.last {
      listing = .places(places.choices)
      _ = await engine.take(.action(.cancel))
      return ["\(places.title); type a number:"]
        + places.choices.enumerated().map { "\($0.offset + 1). \($0.element.name)." }
    }
    return sentence()
  }

  private mutating func describe() -> [String] {
    let state = engine.state
    let filter = state.filterText.isEmpty ? "" : ", filter \(state.filterText)"
    _ = engine.frame()
    let total = PlainWords.count(state.incidents.numberMatched, "incident")
    return [
      "\(state.whereText), \(state.timeText)\(filter): \(engine.state.countInView) of \(total) "
        + "in view."
    ]
  }

  private mutating func list(from first: Int) -> [String] {
    let items = engine.state.incidents.items
    guard first < items.count else {
      return [first == 0 ? "No incidents." : "That was the last one."]
    }
    let last = min(first + Self.pageSize, items.count)
    listing = .incidents(told: last)
    let lines = (first..<last).map { index in
      "\(index + 1). \(IncidentSentence(items[index].feature).text)."
    }
    return lines + (last < items.count ? ["\(items.count - last) more: type more."] : [])
  }

  private mutating func choose(_ index: Int) async -> [String] {
    switch listing {
    case .places(let choices):
      guard choices.indices.contains(index) else { return ["There is no number \(index + 1)."] }
      listing = .none
      return await act(.goTo(choices[index].id.text))
    case .incidents, .dossier, .none:
      let items = engine.state.incidents.items
      guard items.indices.contains(index) else { return ["There is no number \(index + 1)."] }
      return await details(items[index].feature.id.text)
    }
  }

  private mutating func details(_ text: String?) async -> [String] {
    let named = text.map { $0.uppercased() }
    let ids = engine.state.incidents.items.map(\.feature.id)
    guard
      let id = text == nil
        ? engine.state.focus : ids.first(where: { $0.text.uppercased() == named })
    else {
      return [
        text.map { "No incident \($0) is among those shown." }
          ?? "No incident is chosen; type next or list."
      ]
    }
    _ = await engine.take(.focus(id))
    do {
      guard
        let lines = try await desk.dossier(id, in: engine.state.query, columns: Self.columns)
      else { return ["\(id) is not known as of the day shown."] }
      let parts = lines.split(separator: "").map(Array.init)
      // What it is and the summary belong together; the rest comes part by part.
      return readOut([Array(parts.prefix(2).joined())] + parts.dropFirst(2))
    } catch {
      return ["\(error)."]
    }
  }

  private mutating func readOut(_ parts: [[String]]) -> [String] {
    guard let first = parts.first else { return ["That was all."] }
    let rest = Array(parts.dropFirst())
    listing = .dossier(rest)
    guard let next = rest.first?.first else { return first + ["That was all."] }
    return first + ["Next: \(next.split(separator: " ").prefix(1).joined()); type more."]
  }

  /// Lines without what a screen reader cannot say: drawing characters and indents.
  static func plain(_ lines: [String]) -> [String] {
    lines.map { line in
      var text = ""
      for scalar in TerminalText(line).string.unicodeScalars
      where !(0x2500...0x28FF).contains(scalar.value) {
        text.unicodeScalars.append(scalar == "→" ? "," : scalar)
      }
      return text.split(separator: " ").joined(separator: " ")
    }.filter { !$0.isEmpty }
  }
}
