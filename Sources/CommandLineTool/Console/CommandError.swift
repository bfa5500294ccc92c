/// What a command ends with when it cannot do its work.
enum CommandError: Error, CustomStringConvertible {
  /// Standard output cannot be written.
  case output(String)
  /// No store where one was looked for.
  case noStore(path: String)
  /// The bundled data was not found.
  case noData(searched: [String])
  /// A file cannot be written.
  case unwritable(path: String, reason: String)
  /// A file cannot be read.
  case unreadable(path: String, reason: String)
  /// A stream of features cannot be read or asked on.
  case badFeature(file: String, reason: String)
  /// A name means nothing known.
  case unknownPlace(name: String, suggestions: [String])
  /// A name is known, its place is not.
  case unlocatedPlace(name: String)
  /// A name means several places.
  case ambiguousPlace(name: String, candidates: [String])
  /// There is no such incident.
  case unknownIncident(String)
  /// A what-if keeps no claim of the incident.
  case noClaimMatches(pattern: String, incident: String)
  /// Rows were refused, so nothing was stored.
  case refused(count: Int)
  /// A check found damage.
  case damaged(problems: Int)

  /// Whether the answer is empty rather than failed.
  var isNothingMatched: Bool {
    switch self {
    case .unknownIncident, .noClaimMatches: true
    default: false
    }
  }

  var description: String {
    switch self {
    case .output(let reason): "cannot write the answer: \(reason)"
    case .noStore(let path):
      "no store at \(path): run 'sijil init', or name one with --store or SIJIL_STORE"
    case .noData(let searched):
      "the bundled data was not found (looked in \(searched.joined(separator: ", "))): use --data DIR"
    case .unwritable(let path, let reason): "cannot write \(path): \(reason)"
    case .unreadable(let path, let reason): "cannot read \(path): \(reason)"
    case .badFeature(let file, let reason): "\(file): \(reason)"
    case .unknownPlace(let name, let suggestions):
      "no place is called \"\(name)\""
        + (suggestions.isEmpty
          ? ": look with 'sijil places'" : "; near it: \(suggestions.joined(separator: ", "))")
    case .unlocatedPlace(let name):
      "\"\(name)\" is a known name of an unknown place, so nothing can be asked about its area"
    case .ambiguousPlace(let name, let candidates):
      "\"\(name)\" may be \(candidates.joined(separator: " or ")): name one by its id"
    case .unknownIncident(let id): "no incident \(id): look with 'sijil query --text WORDS'"
    case .noClaimMatches(let pattern, let incident):
      "no claim about \(incident) matches '\(pattern)': 'sijil show \(incident)' lists them"
    case .refused(let count): "\(count) rows refused, nothing was stored"
    case .damaged(let problems): "\(problems) problems found"
    }
  }
}
