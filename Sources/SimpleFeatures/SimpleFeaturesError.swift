public import JSONText

/// Why a geometry was refused, and where in the input.
public enum SimpleFeaturesError: Error, Hashable, Sendable {
  /// The geometry breaks a rule.
  case refused(GeometryFault, at: GeometryLocation)
  /// The bytes are not JSON at all.
  case notJSON(JSONTextError)
}

/// A place in the text or bytes of a geometry.
public enum GeometryLocation: Hashable, Sendable {
  /// A byte of WKB or WKT, counted from 0.
  case byte(Int)
  /// A member of a GeoJSON geometry, such as `coordinates[0][3]`.
  case member(String)
}

/// The rule that a geometry breaks.
public enum GeometryFault: Hashable, Sendable {
  /// The input stops inside a geometry.
  case unexpectedEnd
  /// Something else was due here.
  case unexpected(String, wanted: String)
  /// Something follows the geometry.
  case trailing
  /// A WKB byte order other than 0 and 1.
  case unknownByteOrder(UInt8)
  /// A type outside the seven of the model, by name or code.
  case unknownType(String)
  /// A part of a multi-geometry has another type than its whole.
  case wrongPart(GeometryType, inside: GeometryType)
  /// A third or fourth ordinate where only two are taken.
  case notTwoDimensional
  /// Too few or too many ordinates in a position.
  case wrongOrdinateCount(Int)
  /// A reference system other than CRS84.
  case unsupportedReferenceSystem(String)
  /// A number outside the decimal grammar, or one with no finite value.
  case badNumber
  /// An ordinate that is not finite or not in the world.
  case outsideWorld(longitude: Double, latitude: Double)
  /// A path with a single position.
  case lineTooShort
  /// A ring with fewer than four positions.
  case ringTooShort(count: Int)
  /// A ring whose first and last positions differ.
  case ringNotClosed
  /// Holes without an outer boundary.
  case holesWithoutExterior
  /// A member that the geometry needs.
  case missingMember(String)
  /// Collections nested deeper than the limit.
  case tooDeep(limit: Int)
  /// More positions than the limit.
  case tooManyPositions(limit: Int)
  /// More rings, paths or parts than the limit.
  case tooManyParts(limit: Int)
}

extension SimpleFeaturesError: CustomStringConvertible {
  /// One line: the rule, and where it was broken.
  public var description: String {
    switch self {
    case .refused(let fault, let location): "geometry refused at \(location): \(fault)"
    case .notJSON(let error): "geometry refused: \(error)"
    }
  }
}

extension GeometryLocation: CustomStringConvertible {
  /// The place in words.
  public var description: String {
    switch self {
    case .byte(let offset): "byte \(offset)"
    case .member(let path): path.isEmpty ? "its root" : path
    }
  }
}

extension GeometryFault: CustomStringConvertible {
  /// The rule in words, with what to do where that is not plain.
  public var description: String {
    switch self {
    case .unexpectedEnd: "the input ends inside the geometry"
    case .unexpected(let found, let wanted): "found \(found), wanted \(wanted)"
    case .trailing: "something follows the geometry"
    case .unknownByteOrder(let byte): "WKB byte order \(byte), wanted 0 or 1"
    case .unknownType(let name): "\(name) is not a geometry type of Simple Features"
    case .wrongPart(let part, let whole):
      "a \(part.geoJSONName) cannot be a part of a \(whole.geoJSONName)"
    case .notTwoDimensional: "more than two ordinates; write longitude and latitude only"
    case .wrongOrdinateCount(let count): "a position with \(count) ordinates, wanted 2"
    case .unsupportedReferenceSystem(let name):
      "reference system \(name); transform to CRS84 (longitude, latitude) first"
    case .badNumber: "not a finite decimal number"
    case .outsideWorld(let longitude, let latitude):
      "longitude \(longitude), latitude \(latitude) is outside ±180, ±90"
    case .lineTooShort: "a line needs two positions"
    case .ringTooShort(let count): "a ring of \(count) positions, wanted at least 4"
    case .ringNotClosed: "a ring's last position must repeat its first"
    case .holesWithoutExterior: "a polygon has holes but an empty outer ring"
    case .missingMember(let name): "member \"\(name)\" is missing or of the wrong type"
    case .tooDeep(let limit): "collections nested deeper than \(limit)"
    case .tooManyPositions(let limit): "more than \(limit) positions"
    case .tooManyParts(let limit): "more than \(limit) rings, paths or parts"
    }
  }
}
