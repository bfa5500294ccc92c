public import MapRendering
public import Records

extension Grade {
  /// The colour of a grade, or of having none, the same on maps and in charts.
  ///
  /// - Parameter grade: `nil` for an incident that nobody graded.
  /// - Returns: The colour of its symbol.
  public static func colour(of grade: Grade?) -> MapColour {
    let id = GradeSymbols.id(of: grade)
    return GradeSymbols.classes.first { $0.id == id }?.colour ?? .neutral
  }
}
