import SimpleFeatures
import Topology

/// What a check finds, by a code that stays: docs/check.md lists every one.
enum CheckCode: String, CaseIterable {
  case jsonSyntax = "JSON_SYNTAX"
  case jsonDuplicateName = "JSON_DUPLICATE_NAME"
  case jsonNotUTF8 = "JSON_NOT_UTF8"
  case geoJSONStream = "GEOJSON_STREAM_BROKEN"
  case geoJSONType = "GEOJSON_TYPE"
  case geoJSONMember = "GEOJSON_MEMBER"
  case geoJSONIDType = "GEOJSON_ID_TYPE"
  case geoJSONIDRepeated = "GEOJSON_ID_REPEATED"
  case geoJSONReferenceSystem = "GEOJSON_CRS"
  case geoJSONWinding = "GEOJSON_WINDING"
  case geoJSONBox = "GEOJSON_BBOX"
  case geometryForm = "GEOMETRY_FORM"
  case geometryRingOpen = "GEOMETRY_RING_OPEN"
  case geometryTooShort = "GEOMETRY_TOO_SHORT"
  case geometryOutsideWorld = "GEOMETRY_OUTSIDE_WORLD"
  case geometryAntimeridian = "GEOMETRY_ANTIMERIDIAN"
  case geometrySelfIntersection = "GEOMETRY_SELF_INTERSECTION"
  case geometryHole = "GEOMETRY_HOLE"
  case geometryNested = "GEOMETRY_NESTED"
  case geometryInvalid = "GEOMETRY_INVALID"
  case geometryUnchecked = "GEOMETRY_UNCHECKED"
  case textSyntax = "WKT_SYNTAX"
  case textTooLong = "WKT_TOO_LONG"
  case csvForm = "CSV_FORM"
  case csvValue = "CSV_VALUE"
  case flatGeobufBroken = "FGB_BROKEN"
  case geoPackageGeometry = "GPKG_GEOMETRY"
  case vectorTileBroken = "MVT_BROKEN"
  case tileArchiveBroken = "PMTILES_BROKEN"

  /// The code of a rule that a geometry's text breaks; `other` for its grammar.
  init(_ fault: GeometryFault, grammar: CheckCode = .geometryForm) {
    switch fault {
    case .ringNotClosed: self = .geometryRingOpen
    case .lineTooShort, .ringTooShort: self = .geometryTooShort
    case .outsideWorld: self = .geometryOutsideWorld
    case .unsupportedReferenceSystem: self = .geoJSONReferenceSystem
    case .holesWithoutExterior: self = .geometryHole
    default: self = grammar
    }
  }

  /// The code of what makes a geometry invalid.
  init(_ fault: ValidityFault) {
    switch fault {
    case .selfIntersection, .ringSelfIntersection: self = .geometrySelfIntersection
    case .holeOutsideShell, .nestedHoles, .disconnectedInterior: self = .geometryHole
    case .nestedShells, .duplicateRings: self = .geometryNested
    case .tooFewPoints: self = .geometryTooShort
    case .ringNotClosed: self = .geometryRingOpen
    case .other: self = .geometryInvalid
    }
  }
}

extension ValidityFault {
  /// The fault in words.
  var phrase: String {
    switch self {
    case .selfIntersection: "edges cross"
    case .ringSelfIntersection: "a ring touches itself"
    case .holeOutsideShell: "a hole is not inside the outer ring"
    case .nestedHoles: "a hole lies in another hole"
    case .disconnectedInterior: "holes cut the inside in two"
    case .nestedShells: "a part lies in another part"
    case .duplicateRings: "two rings are the same"
    case .tooFewPoints: "a ring or line has too few positions"
    case .ringNotClosed: "a ring's last position must repeat its first"
    case .other(let reason): reason
    }
  }
}
