import Inquiry
import QueryLanguage
import Records
import SimpleFeatures

/// `filter`: an expression of CQL2 that every feature of the answer satisfies.
///
/// - Note: Source – OGC API Features Part 3, `/req/filter/filter-param`.
enum FilterParameter {
  static let declaration = ParameterDeclaration(
    name: "filter", summary: "An expression of CQL2 that every feature of the answer satisfies.",
    form: .text(maximumBytes: FilterLimits.standard.bytes),
    wanted: "an expression of CQL2, such as killed_max >= 10 AND kind = 'airstrike'")
}

/// `filter-lang`: what the filter is written in.
enum FilterLanguageParameter: RequestParameter {
  static let declaration = ParameterDeclaration(
    name: "filter-lang",
    summary: "What the filter is written in; cql-text is the draft's name, with ILIKE.",
    form: .code(
      FilterLanguage.allCases.map(\.rawValue), byDefault: FilterLanguage.cql2Text.rawValue),
    wanted: FilterLanguage.allCases.map(\.rawValue).joined(separator: ", "))

  static func parse(_ text: String) -> FilterLanguage? { FilterLanguage(rawValue: text) }
}

/// `filter-crs`: what the geometries of the filter are in.
enum FilterSystemParameter: RequestParameter {
  static let declaration = SystemForm.declaration(
    "filter-crs", "What the geometries of the filter are in.")
  static func parse(_ text: String) -> ReferenceSystem? { ReferenceSystem(uri: text) }
}

/// `sortby`: the order of the answer.
///
/// - Note: Source – OGC API Features Part 8 (draft), `sortby`.
enum SortParameter: RequestParameter {
  static let declaration = ParameterDeclaration(
    name: "sortby",
    summary: "The order of the answer: properties, each with - where the greatest comes first; "
      + "unknown values come last.",
    form: .text(maximumBytes: 400), wanted: "names of properties, such as -killed_max,event_start")

  static func parse(_ text: String) -> [(name: String, isDescending: Bool)]? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let keys = parts.map { part in
      let part = part.trimmingSpaces
      return (
        name: String(part.first == "-" || part.first == "+" ? part.dropFirst() : part),
        isDescending: part.first == "-"
      )
    }
    return keys.count > 8 || keys.contains { $0.name.isEmpty } ? nil : keys
  }
}

/// `properties`: the properties that features of the answer carry.
///
/// - Note: Source – OGC API Features Part 6 (draft), `properties`.
enum PropertiesParameter: RequestParameter {
  static let declaration = ParameterDeclaration(
    name: "properties", summary: "The properties that features carry; all of them by default.",
    form: .text(maximumBytes: 1_000), wanted: "names of properties, such as title,killed_max")

  static func parse(_ text: String) -> [String]? {
    let names = text.split(separator: ",", omittingEmptySubsequences: false)
      .map { String($0.trimmingSpaces) }
    return names.contains("") ? nil : names
  }
}

/// The parameters that ask for the properties of one collection's features.
enum PropertyParameters {
  /// Everything about properties that an items resource takes.
  static func declarations<Property: FeatureProperty>(
    of property: Property.Type
  ) -> [ParameterDeclaration] {
    [
      FilterParameter.declaration, FilterLanguageParameter.declaration,
      FilterSystemParameter.declaration, SortParameter.declaration,
      PropertiesParameter.declaration,
    ] + simple(Property.self)
  }

  /// One parameter for each property that has one simple value.
  ///
  /// - Note: Source – OGC API Features Part 3, `/req/queryables-query-parameters/parameters`.
  static func simple<Property: FeatureProperty>(
    _ property: Property.Type
  ) -> [ParameterDeclaration] {
    Property.all.filter { $0.isQueryable && $0.type != .list }.map { property in
      ParameterDeclaration(
        name: property.name, isInline: true,
        summary: "Only features with this \(property.name): \(property.summary).",
        form: property.type.form, wanted: property.type.wanted)
    }
  }
}

extension PropertyType {
  /// The form of a value in a query.
  fileprivate var form: ParameterDeclaration.Form {
    switch self {
    case .text, .list: .text(maximumBytes: 400)
    case .day: .day
    case .integer: .wholeNumber
    case .number: .number
    case .truth: .code(["true", "false"], byDefault: nil)
    }
  }

  fileprivate var wanted: String {
    switch self {
    case .text, .list: "a text"
    case .day: "a day, such as 2017-03-17"
    case .integer: "a whole number"
    case .number: "a number"
    case .truth: "true or false"
    }
  }

  /// The value of a text; `nil` for one of another type.
  fileprivate func literal(_ text: String) -> FilterExpression? {
    switch self {
    case .text, .list: .string(text)
    case .day:
      (CivilDate(text) ?? (text.hasSuffix("T") ? CivilDate(text.dropLast()) : nil))
        .map { .date($0) }
    case .integer: Int(text).map { .integer($0) }
    case .number: Double(strictDecimal: text[...]).map { .number($0) }
    case .truth: text == "true" ? .boolean(true) : text == "false" ? .boolean(false) : nil
    }
  }
}

extension EndpointRequest {
  /// What the request asks of the properties, checked against the collection.
  ///
  /// - Throws: `RequestFault` with the place in the filter, or the name that is none.
  func propertyQuestion<Property: FeatureProperty>(
    of property: Property.Type, hasGeometry: Bool = true, functions: [FilterFunction] = []
  ) throws(RequestFault) -> PropertyQuestion<Property> {
    var question = PropertyQuestion<Property>()
    do {
      question.order = try order()
      if let filter = try simpleFilter(Property.self) { question.filters.append(filter) }
    } catch { throw .parameter(error) }
    guard let text = query[FilterParameter.declaration.name] else { return question }
    let language: FilterLanguage
    let system: ReferenceSystem
    do {
      language = try value(of: FilterLanguageParameter.self) ?? .cql2Text
      system = try value(of: FilterSystemParameter.self) ?? .crs84
    } catch { throw .parameter(error) }
    do {
      question.filters.append(
        try ParsedFilter(
          Array(text.utf8), language: language, toCRS84: system == .crs84 ? nil : system.toCRS84))
      _ = try FeatureFilter(
        question, hasGeometry: hasGeometry, functions: functions, relations: .envelopesOnly)
    } catch { throw .filter(error, in: text) }
    return question
  }

  private func order<Property: FeatureProperty>() throws(ParameterFault) -> [SortKey<Property>] {
    var keys: [SortKey<Property>] = []
    for (name, isDescending) in try value(of: SortParameter.self) ?? [] {
      guard let property = Property(rawValue: name), property.isSortable else {
        throw .badValue(
          parameter: SortParameter.declaration.name, value: name,
          wanted: Property.all.filter(\.isSortable).map(\.name).joined(separator: ", "))
      }
      keys.append(SortKey(property, isDescending: isDescending))
    }
    return keys
  }

  /// `name=value` parameters as one expression.
  private func simpleFilter<Property: FeatureProperty>(
    _ property: Property.Type
  ) throws(ParameterFault) -> ParsedFilter? {
    var parts: [FilterExpression] = []
    for pair in query.pairs {
      guard let property = Property(rawValue: pair.name), property.isQueryable,
        property.type != .list
      else { continue }
      guard let literal = property.type.literal(pair.value) else {
        throw .badValue(parameter: pair.name, value: pair.value, wanted: property.type.wanted)
      }
      parts.append(.comparison(.equal, .property(pair.name), literal))
    }
    switch parts.count {
    case 0: return nil
    case 1: return ParsedFilter(parts[0])
    default: return ParsedFilter(.and(parts))
    }
  }

  /// The properties that features of the answer carry.
  func selection<Property: FeatureProperty>(
    of property: Property.Type
  ) throws(ParameterFault) -> [Property] {
    guard let names = try value(of: PropertiesParameter.self) else { return Property.all }
    var wanted: Set<Property> = []
    for name in names {
      guard let property = Property(rawValue: name) else {
        throw .badValue(
          parameter: PropertiesParameter.declaration.name, value: name,
          wanted: Property.all.map(\.name).joined(separator: ", "))
      }
      wanted.insert(property)
    }
    // In the order of the schema, whatever the order asked in.
    return Property.all.filter(wanted.contains)
  }
}

extension ReferenceSystem {
  /// Turns two coordinates as written into a position; one outside the world stays as it is, and is
  /// refused there.
  fileprivate var toCRS84: @Sendable (Position) -> Position {
    { written in
      self.position(first: written.longitude, second: written.latitude) ?? written
    }
  }
}
