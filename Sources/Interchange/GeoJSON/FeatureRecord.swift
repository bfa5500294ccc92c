public import JSONText

/// How the features of a stream are set apart.
public enum FeatureFraming: Hashable, Sendable {
  /// The array `features` of one FeatureCollection.
  case collection
  /// One feature a line.
  case lines
  /// Objects one after another, over as many lines as they like.
  case values
  /// Each feature behind a record separator (0x1E).
  ///
  /// - Note: Source – RFC 8142.
  case separated
}

/// A feature of a stream, by its own bytes.
public struct FeatureRecord: Sendable {
  /// Its number in the stream, counted from 1.
  public let index: Int
  /// Its first byte in the stream, counted from 0.
  public let offset: Int
  /// The white space before it in a collection; empty in other framings.
  public let space: [UInt8]
  /// Its bytes as they came, from brace to brace; not checked yet.
  public let bytes: [UInt8]

  /// Reads the bytes as a JSON value.
  ///
  /// - Returns: Any value.
  /// - Throws: ``FeatureStreamError/json(_:feature:)`` with the place in the stream.
  /// - Complexity: O(*n*), *n* bytes.
  public func value() throws(FeatureStreamError) -> JSONValue {
    do {
      return try JSONValue(parsing: bytes, maximumDepth: Self.maximumDepth)
    } catch {
      throw .json(error.moved(by: offset), feature: index)
    }
  }

  /// Reads the bytes as a feature.
  ///
  /// - Returns: The members of an object whose `type` is `Feature`.
  /// - Throws: ``FeatureStreamError`` with the place in the stream.
  /// - Complexity: O(*n*), *n* bytes.
  public func parsed() throws(FeatureStreamError) -> JSONObject {
    let value = try value()
    guard let object = value.object, let type = object["type"]?.string, type == "Feature" else {
      let found = value.object.map { $0["type"]?.string ?? "an object without a type" }
      throw .notAFeature(found: found ?? "no object", feature: index, offset: offset)
    }
    return object
  }

  /// A feature, its geometry and 32 collections inside one another are no deeper.
  private static let maximumDepth = 80
}

/// What a stream holds next.
public enum FeatureStreamPiece: Sendable {
  /// The bytes of a collection up to the bracket that opens its features.
  case opening([UInt8])
  /// A feature.
  case feature(FeatureRecord)
  /// The bytes of a collection from the bracket that closes its features; with the opening they are
  /// a whole object that calls itself a FeatureCollection.
  case closing([UInt8])
}

/// Why a stream of features cannot be read on, and at which byte, counted from 0.
public enum FeatureStreamError: Error, Hashable, Sendable {
  /// The stream ends inside an object or a collection.
  case unexpectedEnd(offset: Int)
  /// A byte that cannot stand between features.
  case unexpectedByte(UInt8, offset: Int)
  /// Something longer than the limit.
  case tooLong(limit: Int, offset: Int)
  /// Bytes that are not acceptable JSON, in a feature or in the members round the features.
  case json(JSONTextError, feature: Int?)
  /// An object that is no feature.
  case notAFeature(found: String, feature: Int, offset: Int)
  /// An object with `features` that calls itself something else than a collection.
  case notACollection(found: String)
}

extension FeatureStreamError: CustomStringConvertible {
  /// One line: where and what.
  public var description: String {
    switch self {
    case .unexpectedEnd(let offset): "the stream ends early at byte \(offset)"
    case .unexpectedByte(let byte, let offset):
      "byte \(offset): unexpected byte 0x\(String(byte, radix: 16)), wanted a feature"
    case .tooLong(let limit, let offset):
      "byte \(offset): a feature, or what stands round the features, is longer than \(limit) bytes"
    case .json(let error, let feature?): "feature \(feature): \(error)"
    case .json(let error, nil): "outside the features: \(error)"
    case .notAFeature(let found, let feature, let offset):
      "feature \(feature) at byte \(offset): found \(found.debugDescription), wanted a Feature"
    case .notACollection(let found):
      "found \(found.debugDescription) with features, wanted a FeatureCollection"
    }
  }
}
