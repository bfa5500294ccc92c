import Records

/// What a line typed to the viewer without a screen asks for.
enum SpokenCommand: Hashable, Sendable {
  case action(ViewerAction)
  /// A line of what was listed last, from 1.
  case number(Int)
  /// The dossier of an incident; `nil` for the one in focus.
  case details(String?)
  /// More lines of what was listed last.
  case more
  case goTo(String)
  case filter(String)
  /// Events of a day, or of one of the units around it.
  case happened(CivilDate)
  /// What had been published by the end of a day; `nil` for now.
  case asOf(CivilDate?)
  /// Steps by days, weeks or months.
  case unit(TimeSlider.Unit)
  /// Where the view is and what is in it.
  case describe
  case help

  /// Why a line is not understood, and what would be right.
  struct Fault: Error, Hashable, Sendable {
    let words: String
  }

  /// Words alone, with the action that each asks for.
  static let words: [(words: [String], action: ViewerAction)] = [
    (["next", "n"], .nextIncident), (["previous", "prev", "p"], .previousIncident),
    (["list", "l"], .list), (["north"], .panUp), (["south"], .panDown), (["west"], .panLeft),
    (["east"], .panRight), (["in", "closer"], .zoomIn), (["out", "wider"], .zoomOut),
    (["reset"], .reset), (["forward", "f"], .stepForward), (["back", "b"], .stepBack),
    (["first"], .firstDay), (["last"], .lastDay), (["play", "stop"], .play),
    (["all time"], .allTime), (["clock"], .clock), (["span"], .span), (["link"], .link),
    (["cancel"], .cancel), (["quit", "q", "exit"], .quit),
  ]

  /// Reads a line.
  ///
  /// - Parameter line: As typed.
  /// - Throws: ``Fault`` for a line that asks for nothing known.
  init(_ line: String) throws(Fault) {
    let parts = line.split(whereSeparator: \.isWhitespace).map(String.init)
    let text = parts.joined(separator: " ")
    let lower = text.lowercased()
    func rest(_ count: Int) -> String { parts.dropFirst(count).joined(separator: " ") }
    if let number = Int(text), number > 0 {
      self = .number(number)
    } else if let known = Self.words.first(where: { $0.words.contains(lower) }) {
      self = .action(known.action)
    } else if let unit = TimeSlider.Unit(rawValue: lower) {
      self = .unit(unit)
    } else {
      switch (parts.first ?? "").lowercased() {
      case "": self = .describe
      case "where" where parts.count == 1: self = .describe
      case "help" where parts.count == 1, "?" where parts.count == 1: self = .help
      case "more" where parts.count == 1: self = .more
      case "now" where parts.count == 1: self = .asOf(nil)
      case "details", "d", "show": self = .details(parts.count > 1 ? rest(1) : nil)
      case "go" where parts.count > 1: self = .goTo(rest(parts[1] == "to" ? 2 : 1))
      case "filter": self = .filter(rest(1))
      case "on" where parts.count == 2: self = .happened(try Self.day(parts[1]))
      case "as" where parts.count == 3 && parts[1].lowercased() == "of":
        self = .asOf(try Self.day(parts[2]))
      default: throw Fault(words: "\"\(text)\" is not understood; help lists the words")
      }
    }
  }

  private static func day(_ text: String) throws(Fault) -> CivilDate {
    guard let day = CivilDate(text) else {
      throw Fault(words: "\"\(text)\" is no day; write it as 2017-03-17")
    }
    return day
  }

  /// The words, for who asks for them.
  static let helpLines = [
    "Type a word and Enter.",
    "next, previous: the next or previous incident in view, in one sentence.",
    "list, more: the incidents by day, twenty at a time; a number opens one of them.",
    "details, or details CI550: everything known about an incident.",
    "go PLACE, or go 36.34,43.13: to a place by its name, or to latitude, longitude.",
    "north, south, west, east, in, out, reset: move the view.",
    "where, or an empty line: where the view is and how much is in it.",
    "filter EXPRESSION: keep what satisfies a CQL2 expression; filter alone takes it away.",
    "on 2017-03-17: what happened on that day; all time: everything again.",
    "as of 2017-03-25: what had been published by then; now: everything published.",
    "day, week, month: how far one step goes; forward, back, first, last: step.",
    "clock: steps are when it happened, or what was published by then, in turn.",
    "span: a step shows its own days, or everything until it, in turn.",
    "play: one step every few seconds until the next word.",
    "link: the command that shows the same again.", "quit: leave.",
  ]
}
