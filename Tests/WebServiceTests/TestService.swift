import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Inquiry
import JSONText
import Logging
import Records
import Testing

@testable import WebService

/// A service over sample records with a fixed clock, asked without a socket.
struct TestService {
  let service: WebService

  init(
    _ source: any IncidentSource, configure: (inout ServiceConfiguration) -> Void = { _ in }
  ) throws {
    var configuration = try Self.configuration()
    configure(&configuration)
    service = try WebService(source: source, configuration: configuration)
  }

  /// The defaults with a clock that stands, a log that is not kept and hours for everything: beside
  /// other tests a question may wait long for a thread, and no test measures time.
  static func configuration() throws -> ServiceConfiguration {
    let noon = try #require(Instant("2026-11-23T12:00:00Z"))
    var configuration = ServiceConfiguration { noon }
    configuration.logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    for time in [
      \ServiceLimits.headerTime, \.idleTime, \.requestTime, \.stallTime, \.queryTime,
      \.drawingTime,
    ] {
      configuration.limits[keyPath: time] = .seconds(7_200)
    }
    return configuration
  }

  /// One request without a socket.
  func get(
    _ target: String, method: HTTPRequest.Method = .get, _ headers: HTTPFields = [:]
  ) async throws -> TestResponse {
    try await service.application().test(.router) { client in
      try await client.executeRequest(uri: target, method: method, headers: headers, body: nil)
    }
  }

  /// A JSON document that has to come with status 200.
  func document(_ target: String) async throws -> JSONValue {
    let response = try await get(target)
    #expect(response.status == .ok, "\(target): \(String(buffer: response.body))")
    return try response.json
  }
}

extension TestResponse {
  var bytes: [UInt8] { Array(body.readableBytesView) }
  var text: String { String(buffer: body) }
  var json: JSONValue { get throws { try JSONValue(parsing: bytes) } }

  /// The value of a header field by its name.
  func field(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
}

extension JSONValue {
  /// A member of an object, or `null`.
  subscript(name: String) -> JSONValue { object?[name] ?? .null }

  /// An element of an array, or `null`.
  subscript(index: Int) -> JSONValue {
    guard let array, array.indices.contains(index) else { return .null }
    return array[index]
  }

  /// The strings of an array.
  var strings: [String] { array?.compactMap(\.string) ?? [] }

  /// The address of the first link with a relation.
  func link(_ rel: String) -> JSONValue? {
    self["links"].array?.first { $0["rel"].string == rel }
  }
}
