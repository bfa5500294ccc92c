import Inquiry
import Records
import SimpleFeatures

/// A digest of all that the basemap shows of the register's places.
///
/// The archive carries the digest of the places that it was made from; a register with another one
/// draws its own shapes instead, so that a better outline or a place recorded later is never hidden
/// by tiles of yesterday. It guards against mistakes, not against forgers.
///
/// - Note: Source – mixing: A. Appleby, MurmurHash3, the 64-bit finalizer.
struct PlacesDigest {
  /// The member of the archive's metadata.
  static let member = "places_digest"

  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The digest of some places, in whatever order they come: 16 hexadecimal digits.
  ///
  /// - Complexity: O(*n* log *n* + *p*), *n* places of *p* positions together.
  static func text(of places: [Place]) -> String {
    var digest = PlacesDigest()
    for place in places.sorted(by: { $0.id < $1.id }) { digest.add(place) }
    let digits = String(digest.state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private mutating func add(_ place: Place) {
    add(place.id.text)
    add(place.kind.rawValue)
    add(place.bank.rawValue)
    add(place.name(in: .latin) ?? place.title)
    add(place.name(in: .arabic) ?? "")
    guard let location = place.location else { return add(0) }
    add(location.isApproximate ? 1 : 2)
    add(location.origin.rawValue)
    add(location.precisionMeters.bitPattern)
    add(location.geometry)
  }

  private mutating func add(_ geometry: Geometry) {
    switch geometry {
    case .point(let position): add([position], 3)
    case .multiPoint(let positions): add(positions, 4)
    case .lineString(let line): add(line.positions, 5)
    case .multiLineString(let lines): for line in lines { add(line.positions, 6) }
    case .polygon(let polygon): for ring in polygon.rings { add(ring.positions, 7) }
    case .multiPolygon(let polygons):
      for polygon in polygons {
        for (index, ring) in polygon.rings.enumerated() { add(ring.positions, index == 0 ? 8 : 9) }
      }
    case .geometryCollection(let parts): for part in parts { add(part) }
    }
  }

  private mutating func add(_ positions: [Position], _ kind: UInt64) {
    add(kind)
    add(UInt64(positions.count))
    for position in positions {
      add(position.longitude.bitPattern)
      add(position.latitude.bitPattern)
    }
  }

  private mutating func add(_ text: String) {
    add(UInt64(text.utf8.count))
    var word: UInt64 = 0
    for (index, byte) in text.utf8.enumerated() {
      word = word << 8 | UInt64(byte)
      if index % 8 == 7 {
        add(word)
        word = 0
      }
    }
    add(word)
  }

  private mutating func add(_ word: UInt64) {
    var mixed = state ^ word
    mixed = (mixed ^ mixed >> 33) &* 0xFF51_AFD7_ED55_8CCD
    mixed = (mixed ^ mixed >> 33) &* 0xC4CE_B9FE_1A85_EC53
    state = (mixed ^ mixed >> 33) &+ 0x9E37_79B9_7F4A_7C15
  }
}
