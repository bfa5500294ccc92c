import Interchange
import JSONText

/// The description of the service for programs, generated from the route table.
///
/// Parameters stand once under `components` and are referred to: QGIS and GDAL find the page size
/// only under `components.parameters.limit`, by that very key, and only behind a reference.
///
/// - Note: Source – OpenAPI Specification 3.0.3; OGC API Features Part 1 §9.
struct OpenAPIDocument {
  let title: String
  let summary: String
  let server: String
  let endpoints: [Endpoint]

  /// Statuses besides 200 that any resource can answer with.
  static let refusals = [
    (400, "A parameter is unknown, repeated or has a value that cannot be used."),
    (404, "There is nothing at this path."), (405, "The method is not allowed."),
    (406, "None of the media types that the client takes is offered."),
    (408, "The request did not come in time."), (410, "Nothing was recorded yet at that time."),
    (413, "More is asked for than the limit."), (414, "The URL is too long."),
    (421, "The request is meant for another host."),
    (431, "The header is too large."), (500, "The request could not be answered."),
    (503, "The service is busy or stopping."),
  ]

  /// The document as UTF-8.
  var json: [UInt8] {
    var writer = JSONWriter(reserving: 32_768)
    writer.beginObject()
    writer.key("openapi")
    writer.string("3.0.3")
    writer.key("info")
    writer.object {
      $0.member("title", title)
      $0.member("description", summary)
      $0.member("version", "1.0.0")
      $0.mapLimits()
    }
    writer.key("servers")
    writer.beginArray()
    writer.object { $0.member("url", server) }
    writer.endArray()
    writer.key("paths")
    writer.object { writer in
      for endpoint in endpoints where endpoint.isDescribed {
        writer.key(endpoint.path.text)
        writer.object { write(endpoint, &$0) }
      }
    }
    writer.key("components")
    writer.object(components)
    writer.endObject()
    return writer.takeBytes()
  }

  private func write(_ endpoint: Endpoint, _ writer: inout JSONWriter) {
    writer.key("get")
    writer.object { writer in
      writer.member("operationId", endpoint.name)
      writer.member("summary", endpoint.summary)
      writer.key("parameters")
      writer.beginArray()
      for case .capture(let name) in endpoint.path.segments { writer.pathParameter(name) }
      for parameter in endpoint.declarations {
        writer.object {
          if parameter.isInline {
            $0.declaration(parameter)
          } else {
            $0.member("$ref", "#/components/parameters/\(parameter.key ?? parameter.name)")
          }
        }
      }
      writer.endArray()
      writer.key("responses")
      writer.object { responses(of: endpoint, &$0) }
    }
  }

  private func responses(of endpoint: Endpoint, _ writer: inout JSONWriter) {
    writer.key("200")
    writer.object {
      $0.member("description", endpoint.summary)
      $0.content(endpoint.offers)
    }
    for (status, words) in endpoint.statuses + [(304, "The client's copy is still good.")] {
      writer.key("\(status)")
      writer.object { $0.member("description", words) }
    }
    for (status, _) in Self.refusals {
      writer.key("\(status)")
      writer.object { $0.member("$ref", "#/components/responses/\(status)") }
    }
  }

  private func components(_ writer: inout JSONWriter) {
    var parameters: [String: ParameterDeclaration] = [:]
    for parameter in endpoints.filter(\.isDescribed).flatMap(\.declarations)
    where !parameter.isInline {
      parameters[parameter.key ?? parameter.name] = parameter
    }
    writer.key("parameters")
    writer.object { writer in
      for (name, parameter) in parameters.sorted(by: { $0.key < $1.key }) {
        writer.key(name)
        writer.object { $0.declaration(parameter) }
      }
    }
    writer.key("responses")
    writer.object { writer in
      for (status, words) in Self.refusals {
        writer.key("\(status)")
        writer.object {
          $0.member("description", words)
          $0.content([.problem, .html, .plainText])
        }
      }
    }
  }
}

extension JSONWriter {
  /// Writes an object whose members the closure writes.
  fileprivate mutating func object(_ members: (inout JSONWriter) -> Void) {
    beginObject()
    members(&self)
    endObject()
  }

  fileprivate mutating func member(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  /// What a map may have at most.
  ///
  /// - Note: Source – OGC API Maps Part 1, `/rec/scaling/max-width-height`.
  fileprivate mutating func mapLimits() {
    key("x-OGC-limits")
    object { writer in
      writer.key("maps")
      writer.object { writer in
        let (width, height) = (MapQuestion.mostImageWidth, MapQuestion.mostImageHeight)
        for (name, most) in [
          ("maxWidth", width), ("maxHeight", height), ("maxPixels", width * height),
        ] {
          writer.key(name)
          writer.integer(most)
        }
      }
    }
  }

  fileprivate mutating func content(_ types: [MediaType]) {
    key("content")
    object { writer in
      for type in types where type.name == type.rawValue {
        writer.key(type.name)
        writer.object { writer in
          writer.key("schema")
          writer.object { $0.member("type", type.isJSON ? "object" : "string") }
        }
      }
    }
  }

  fileprivate mutating func pathParameter(_ name: String) {
    object { writer in
      writer.member("name", name)
      writer.member("in", "path")
      writer.key("required")
      writer.boolean(true)
      writer.key("schema")
      writer.object { $0.member("type", "string") }
    }
  }

  /// Writes a query parameter with the keys that clients want spelled out though they are defaults.
  fileprivate mutating func declaration(_ parameter: ParameterDeclaration) {
    member("name", parameter.name)
    member("in", "query")
    member("description", parameter.summary)
    key("required")
    boolean(false)
    member("style", "form")
    key("explode")
    boolean(false)
    key("schema")
    object { $0.schema(parameter.form) }
  }

  private mutating func schema(_ form: ParameterDeclaration.Form) {
    switch form {
    case .integer(let minimum, let maximum, let byDefault):
      member("type", "integer")
      for (name, value) in [("minimum", minimum), ("maximum", maximum), ("default", byDefault)] {
        key(name)
        integer(value)
      }
    case .code(let codes, let byDefault):
      member("type", "string")
      key("enum")
      strings(codes)
      if let byDefault { member("default", byDefault) }
    case .numbers(let counts):
      member("type", "array")
      key("items")
      object { $0.member("type", "number") }
      key("minItems")
      integer(counts.min())
      key("maxItems")
      integer(counts.max())
    case .number: member("type", "number")
    case .wholeNumber: member("type", "integer")
    case .day:
      member("type", "string")
      member("format", "date")
    case .text(let maximumBytes):
      member("type", "string")
      key("maxLength")
      integer(maximumBytes)
    }
  }
}
