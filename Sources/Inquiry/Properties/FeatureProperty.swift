public import QueryLanguage

/// What the features of a collection say of themselves, in the order of columns and members.
///
/// One list for every format, schema and filter: each property is always present, empty or `null`
/// where unknown.
public protocol FeatureProperty: CaseIterable, Hashable, RawRepresentable, Sendable
where RawValue == String {
  /// Every property in order.
  static var all: [Self] { get }

  /// The type of its values.
  var type: PropertyType { get }

  /// What it says, in one line for people.
  var summary: String { get }

  /// Whether a feature may be without it.
  var isNullable: Bool { get }

  /// Whether a filter may ask for it: not where the value depends on the question itself, or is a
  /// list of things that have properties of their own.
  var isQueryable: Bool { get }
}

extension FeatureProperty {
  /// The name in files and on the wire.
  public var name: String { rawValue }

  /// Whether answers may be put in its order.
  public var isSortable: Bool { isQueryable && type != .list }
}

/// The properties of one collection as filters see them, with a slot for each.
public struct FeatureQueryables<Property: FeatureProperty>: Sendable {
  /// The property that each slot stands for; `nil` for the geometry, the last one.
  public let properties: [Property?]
  /// The names and types.
  public let queryables: Queryables

  /// Makes the list of all that may be asked for.
  ///
  /// - Parameter hasGeometry: Whether a filter may ask for the geometry too.
  public init(hasGeometry: Bool = true) {
    let asked = Property.all.filter(\.isQueryable)
    var properties: [Property?] = asked
    var list = asked.map { Queryable($0.name, $0.type.filterType) }
    if hasGeometry {
      properties.append(nil)
      list.append(Queryable(geometryName, .geometry))
    }
    self.properties = properties
    queryables = Queryables(list)
  }
}

/// The name of the identifier as a number, in every collection.
public let numberName = "number"

/// The name of the geometry among what a filter may ask for.
public let geometryName = "geometry"

extension PropertyType {
  /// The type that filters know.
  public var filterType: FilterType {
    switch self {
    case .text: .string
    case .day: .date
    case .integer: .integer
    case .number: .number
    case .truth: .boolean
    case .list: .array
    }
  }
}
