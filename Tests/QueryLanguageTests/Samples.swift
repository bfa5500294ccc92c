import QueryLanguage
import Records
import SimpleFeatures

/// Short ways to write trees and to ask filters in tests.
func read(_ text: String, _ language: FilterLanguage = .cql2Text) throws -> FilterExpression {
  try ParsedFilter(text, language: language).expression
}

/// The error that reading or checking gives, or `nil`.
func refusal(
  _ text: String, _ language: FilterLanguage = .cql2Text, limits: FilterLimits = .standard
) -> FilterError? {
  do {
    _ = try ParsedFilter(text, language: language, limits: limits)
    return nil
  } catch { return error }
}

/// The properties of the rows below.
let sampleQueryables = Queryables([
  Queryable("id", .string), Queryable("name", .string), Queryable("count", .integer),
  Queryable("ratio", .number), Queryable("open", .boolean), Queryable("day", .date),
  Queryable("moment", .timestamp), Queryable("span", .interval), Queryable("geom", .geometry),
  Queryable("tags", .array), Queryable("other", .integer), Queryable("until", .date),
])

/// A row by the names of its properties; what is not named is null.
typealias Row = [String: FilterValue]

/// The answer of a filter for a row.
func answer(
  _ text: String, _ row: Row = [:], _ language: FilterLanguage = .cql2Text,
  functions: [FilterFunction] = [], relations: SpatialRelations = .envelopesOnly
) throws -> Bool? {
  let filter = try Filter(
    checking: try ParsedFilter(text, language: language), against: sampleQueryables,
    functions: functions, relations: relations)
  return try filter.truth { slot in row[filter.queryables[slot].name] ?? .null }
}

/// The error of checking a filter, or `nil`.
func checkRefusal(
  _ text: String, _ language: FilterLanguage = .cql2Text, functions: [FilterFunction] = []
) -> FilterError? {
  do {
    _ = try Filter(
      checking: try ParsedFilter(text, language: language), against: sampleQueryables,
      functions: functions)
    return nil
  } catch { return error }
}

func date(_ text: String) -> CivilDate { CivilDate(text) ?? .earliest }
func instant(_ text: String) -> Instant { Instant(text) ?? Instant(startOf: .earliest) }
func point(_ longitude: Double, _ latitude: Double) -> Geometry {
  .point(Position(longitude: longitude, latitude: latitude))
}
