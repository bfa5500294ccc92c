internal import CGEOS
public import SimpleFeatures

/// What makes a geometry invalid.
///
/// - Note: Source – ISO 19125-1 §6.1.11.1; the reasons are those of `GEOSisValidDetail_r`.
public enum ValidityFault: Hashable, Sendable {
  /// Edges of one or two rings cross.
  case selfIntersection
  /// A ring touches itself.
  case ringSelfIntersection
  /// A hole is not inside the outer ring.
  case holeOutsideShell
  /// A hole lies in another hole.
  case nestedHoles
  /// Holes cut the inside in two.
  case disconnectedInterior
  /// A part lies in another part.
  case nestedShells
  /// Two rings are the same.
  case duplicateRings
  /// A ring or path has too few positions.
  case tooFewPoints
  /// A ring's last position is not its first.
  case ringNotClosed
  /// Any other reason, in the library's words.
  case other(String)

  init(reason: String) {
    switch reason {
    case "Self-intersection": self = .selfIntersection
    case "Ring Self-intersection": self = .ringSelfIntersection
    case "Hole lies outside shell": self = .holeOutsideShell
    case "Holes are nested": self = .nestedHoles
    case "Interior is disconnected": self = .disconnectedInterior
    case "Nested shells": self = .nestedShells
    case "Duplicate Rings": self = .duplicateRings
    case "Too few points in geometry component": self = .tooFewPoints
    default: self = .other(reason)
    }
  }
}

/// Whether a geometry is valid, and if not, why and where.
public enum Validity: Hashable, Sendable {
  /// The rules hold.
  case valid
  /// A rule is broken at or near a position, where one is known.
  case invalid(ValidityFault, at: Position?)
}

extension Geometry {
  /// Checks the rules of the Simple Features model.
  ///
  /// - Returns: The first fault found; an empty geometry is valid, a collection when all its parts
  ///   are.
  /// - Throws: ``TopologyError``.
  /// - Note: Source – `GEOSisValidDetail_r`.
  public func validity() throws(TopologyError) -> Validity {
    if case .geometryCollection(let parts) = self {
      for part in parts {
        let validity = try part.validity()
        guard validity == .valid else { return validity }
      }
      return .valid
    }
    guard let parts = try Normalised(self, for: .validity) else { return .valid }
    if let fault = parts.whole.formFault { return fault }
    let context = try GEOSContext(for: .validity)
    let native = try context.make(parts.whole)
    return try context.validity(of: native)
  }

  /// A valid geometry of the same shape, as far as there is one.
  ///
  /// Areas become the union of their outer rings less their holes; what collapses to a line or a
  /// point is dropped. Rings must be closed: no repair guesses a missing edge.
  ///
  /// - Throws: ``TopologyError``.
  /// - Note: Source – `GEOSMakeValidWithParams_r`, structure method.
  public func makeValid() throws(TopologyError) -> Geometry {
    if case .geometryCollection(let parts) = self {
      var repaired: [Geometry] = []
      for part in parts {
        let value = try part.makeValid()
        if !value.isEmpty { repaired.append(value) }
      }
      return .geometryCollection(repaired)
    }
    guard let parts = try Normalised(self, for: .makeValid) else { return .geometryCollection([]) }
    let context = try GEOSContext(for: .makeValid)
    let native = try context.make(parts.whole)
    // Sentinel: NULL when memory is exhausted.
    guard let parameters = unsafe GEOSMakeValidParams_create_r(context.handle) else {
      throw context.failure(.makeValid)
    }
    defer { unsafe GEOSMakeValidParams_destroy_r(context.handle, parameters) }
    // Both answer 1, or 0 on an exception.
    guard
      unsafe GEOSMakeValidParams_setMethod_r(
        context.handle, parameters, GEOS_MAKE_VALID_STRUCTURE) == 1,
      unsafe GEOSMakeValidParams_setKeepCollapsed_r(context.handle, parameters, 0) == 1
    else { throw context.failure(.makeValid) }
    let repaired = try unsafe context.own(
      GEOSMakeValidWithParams_r(context.handle, native.pointer, parameters), .makeValid)
    let value = try context.value(of: repaired)
    return value.isEmpty ? .geometryCollection([]) : value
  }

  /// The fault of a ring or path that GEOS would refuse to build.
  private var formFault: Validity? {
    switch self {
    case .lineString(let line): Self.fault(ofPath: line.positions)
    case .multiLineString(let lines):
      lines.lazy.compactMap { Self.fault(ofPath: $0.positions) }.first
    case .polygon(let polygon): Self.fault(of: polygon)
    case .multiPolygon(let polygons): polygons.lazy.compactMap { Self.fault(of: $0) }.first
    case .point, .multiPoint, .geometryCollection: nil
    }
  }

  private static func fault(ofPath positions: [Position]) -> Validity? {
    positions.count == 1 ? .invalid(.tooFewPoints, at: positions.first) : nil
  }

  private static func fault(of polygon: Polygon) -> Validity? {
    for ring in polygon.rings {
      guard ring.positions.first == ring.positions.last else {
        return .invalid(.ringNotClosed, at: ring.positions.last)
      }
      guard ring.positions.count >= 4 else {
        return .invalid(.tooFewPoints, at: ring.positions.first)
      }
    }
    return nil
  }
}

extension GEOSContext {
  fileprivate func validity(
    of geometry: borrowing NativeGeometry
  ) throws(TopologyError) -> Validity {
    var reason: UnsafeMutablePointer<CChar>? = nil
    var location: OpaquePointer? = nil
    let answer = unsafe GEOSisValidDetail_r(handle, geometry.pointer, 0, &reason, &location)
    // Reason and location are the caller's to free.
    defer {
      if let reason = unsafe reason { unsafe GEOSFree_r(handle, reason) }
    }
    let place = unsafe location.map { unsafe NativeGeometry(owning: $0, in: self) }
    guard try !truth(answer, .validity) else { return .valid }
    let text = unsafe reason.map { unsafe String(cString: $0) } ?? "invalid"
    var position: Position?
    if let place { position = try value(of: place).position }
    return .invalid(ValidityFault(reason: text), at: position)
  }
}
