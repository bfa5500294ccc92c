public import QueryLanguage

/// The functions that filters of incidents may call besides those of the standard.
///
/// - Note: Source – OGC 19-079r2 §8; what they say is design.md's certain and possible, and what was
///   known on a day.
public enum IncidentFunction: String, CaseIterable, Sendable {
  /// The whole support lies inside.
  case certainlyIntersects = "certainly_intersects"
  /// Some of the support lies inside.
  case possiblyIntersects = "possibly_intersects"
  /// The share of the support that lies inside.
  case shareInside = "share_inside"
  /// The least number killed, as known on a day.
  case killedMinimumAsOf = "killed_min_as_of"
  /// The greatest number killed, as known on a day.
  case killedMaximumAsOf = "killed_max_as_of"
  /// The grade as it stood on a day.
  case gradeAsOf = "grade_as_of"
  /// Whether any claim about it was public by a day.
  case reportedBy = "reported_by"

  /// The functions as filters know them, in the order of `allCases`.
  public static let table = allCases.map { function in
    FilterFunction(
      name: function.rawValue, description: function.summary,
      arguments: [function.argument], returns: function.returns)
  }

  private var argument: FilterFunction.Argument {
    switch self {
    case .certainlyIntersects, .possiblyIntersects, .shareInside: .init("area", .geometry)
    case .killedMinimumAsOf, .killedMaximumAsOf, .gradeAsOf, .reportedBy: .init("day", .date)
    }
  }

  private var returns: FilterType {
    switch self {
    case .certainlyIntersects, .possiblyIntersects, .reportedBy: .boolean
    case .shareInside: .number
    case .killedMinimumAsOf, .killedMaximumAsOf: .integer
    case .gradeAsOf: .string
    }
  }

  /// What the function says, in one line for people.
  public var summary: String {
    switch self {
    case .certainlyIntersects:
      "whether the incident lies in the area wherever it happened among its places in question"
    case .possiblyIntersects:
      "whether the incident may lie in the area; false without a usable place"
    case .shareInside:
      "share of the incident's places in question that lies in the area, 0 to 1"
    case .killedMinimumAsOf: "least number killed by the claims that were public on the day"
    case .killedMaximumAsOf: "greatest number killed by the claims that were public on the day"
    case .gradeAsOf: "grade as it stood on the day"
    case .reportedBy: "whether any claim about the incident was public on the day"
    }
  }
}
