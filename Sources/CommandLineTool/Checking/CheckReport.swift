import JSONText

/// Takes problems as they are found and prints them at once, up to a limit.
final class CheckReport {
  private let file: String
  private let console: Console
  private let isJSON: Bool
  private let limit: Int
  /// How many features, rows or geometries were looked at.
  var checked = 0
  /// How many problems were found, printed or not.
  private(set) var problems = 0
  /// What could not be checked to the end, for people.
  var notes: [String] = []

  init(file: String, console: Console, isJSON: Bool, limit: Int) {
    self.file = file
    self.console = console
    self.isJSON = isJSON
    self.limit = limit
  }

  /// Counts a problem and prints it while the limit allows.
  func add(_ problem: CheckProblem) throws {
    problems += 1
    guard problems <= limit else { return }
    guard isJSON else { return try console.line(problem.line(in: file)) }
    if problems == 1 { try open() }
    var writer = JSONWriter()
    problem.write(to: &writer)
    try console.write(Array((problems == 1 ? "\n" : ",\n").utf8) + writer.bytes)
  }

  /// Begins the JSON: not before there is something to say, for the file may not be readable.
  private func open() throws {
    var writer = JSONWriter()
    writer.string(file)
    try console.write(Array("{\"file\":".utf8) + writer.bytes + Array(",\"problems\":[".utf8))
  }

  /// Prints the counts; what was not printed is announced.
  func finish() throws {
    let untold = max(0, problems - limit)
    if isJSON {
      if problems == 0 || limit == 0 { try open() }
      var writer = JSONWriter()
      writer.beginArray()
      for note in notes { writer.string(note) }
      writer.endArray()
      return try console.write(
        Array(
          "],\"checked\":\(checked),\"problem_count\":\(problems),\"unprinted\":\(untold),\"notes\":"
            .utf8) + writer.bytes + Array("}\n".utf8))
    }
    if untold > 0 {
      try console.line("\(file): and \(untold) more problems, not printed: see --limit")
    }
    for note in notes { try console.line("\(file): \(note)") }
    try console.line(
      "\(file): \(checked) checked, \(problems == 0 ? "no" : "\(problems)") "
        + "problem\(problems == 1 ? "" : "s")")
  }
}
