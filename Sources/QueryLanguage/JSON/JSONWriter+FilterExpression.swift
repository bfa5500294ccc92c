public import JSONText
import Records
import SimpleFeatures

extension JSONWriter {
  /// Writes a filter as CQL2 JSON.
  ///
  /// What is written reads back as the same tree, except that rings of polygons are turned as
  /// RFC 7946 asks.
  ///
  /// - Parameter expression: The filter.
  /// - Complexity: O(*n*), *n* expressions and positions.
  /// - Note: Source – OGC 21-065r2 annex C.
  public mutating func expression(_ expression: FilterExpression) {
    switch expression {
    case .boolean(let truth): boolean(truth)
    case .integer(let value): integer(value)
    case .number(let value): number(value)
    case .string(let text): string(text)
    case .array(let items): list(items)
    case .geometry(let geometry): self.geometry(geometry, decimals: nil)
    case .date, .timestamp, .interval, .envelope, .property: instance(expression)
    case .function, .folded, .arithmetic, .and, .or, .not, .comparison, .like, .between, .inList,
      .isNull, .spatial, .temporal, .arrays:
      operation(expression)
    }
  }

  private mutating func list(_ items: [FilterExpression]) {
    beginArray()
    for item in items { expression(item) }
    endArray()
  }

  private mutating func instance(_ expression: FilterExpression) {
    beginObject()
    switch expression {
    case .date(let date):
      key("date")
      string(date.description)
    case .timestamp(let instant):
      key("timestamp")
      string(instant.description)
    case .interval(let start, let end):
      key("interval")
      beginArray()
      intervalEnd(start)
      intervalEnd(end)
      endArray()
    case .envelope(let box):
      key("bbox")
      beginArray()
      for edge in [box.west, box.south, box.east, box.north] { number(edge) }
      endArray()
    case .property(let name):
      key("property")
      string(name)
    default: break
    }
    endObject()
  }

  private mutating func intervalEnd(_ end: FilterExpression?) {
    switch end {
    case nil: string("..")
    case .date(let date)?: string(date.description)
    case .timestamp(let instant)?: string(instant.description)
    case let other?: expression(other)
    }
  }

  private mutating func operation(_ expression: FilterExpression) {
    beginObject()
    key("op")
    string(expression.operatorName)
    key("args")
    if case .inList(let value, let items) = expression {
      beginArray()
      self.expression(value)
      list(items)
      endArray()
    } else {
      list(expression.children)
    }
    endObject()
  }
}

extension FilterExpression {
  /// The filter as the bytes of CQL2 JSON.
  public var json: [UInt8] {
    var writer = JSONWriter()
    writer.expression(self)
    return writer.bytes
  }

  /// The name of the operation in JSON; empty for a literal or a property.
  var operatorName: String {
    switch self {
    case .function(let name, _): name
    case .folded(let folding, _): folding.rawValue
    case .arithmetic(let arithmetic, _, _): arithmetic.rawValue
    case .and: "and"
    case .or: "or"
    case .not: "not"
    case .comparison(let comparison, _, _): comparison.rawValue
    case .like: "like"
    case .between: "between"
    case .inList: "in"
    case .isNull: "isNull"
    case .spatial(let relation, _, _): relation.rawValue
    case .temporal(let relation, _, _): relation.rawValue
    case .arrays(let relation, _, _): relation.rawValue
    default: ""
    }
  }
}
