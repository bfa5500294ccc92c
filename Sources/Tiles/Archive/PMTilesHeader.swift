public import SimpleFeatures

/// The 127 bytes at the start of an archive.
///
/// - Note: Source – PMTiles specification 3, §3.
public struct PMTilesHeader: Hashable, Sendable {
  /// A part of the file.
  public struct Section: Hashable, Sendable {
    /// Where it begins, bytes from the start of the file.
    public var offset: UInt64
    /// How many bytes it has.
    public var length: UInt64

    /// Makes a part.
    ///
    /// - Parameters:
    ///   - offset: Bytes from the start of the file.
    ///   - length: Bytes.
    public init(offset: UInt64 = 0, length: UInt64 = 0) {
      self.offset = offset
      self.length = length
    }
  }

  /// How bytes are packed.
  public enum Compression: UInt8, Hashable, Sendable {
    /// Not told.
    case unknown = 0
    /// Not at all.
    case none = 1
    /// gzip.
    case gzip = 2
    /// Brotli, which is not read here.
    case brotli = 3
    /// Zstandard, which is not read here.
    case zstd = 4
  }

  /// What tiles are.
  public enum TileType: UInt8, Hashable, Sendable {
    /// Not told, or something else.
    case unknown = 0
    /// Mapbox Vector Tiles.
    case mvt = 1
    /// PNG pictures.
    case png = 2
    /// JPEG pictures.
    case jpeg = 3
    /// WebP pictures.
    case webp = 4
    /// AVIF pictures.
    case avif = 5
    /// MapLibre Tiles.
    case mlt = 6
  }

  /// A place in ten-millionths of a degree, as the header has it.
  public struct Place: Hashable, Sendable {
    /// 10⁻⁷ degrees east.
    public var longitudeE7: Int32
    /// 10⁻⁷ degrees north.
    public var latitudeE7: Int32

    /// Rounds a position.
    ///
    /// - Parameter position: Degrees, inside the world; outside it the world's edge is taken.
    public init(_ position: Position) {
      longitudeE7 = Self.rounded(position.longitude, limit: 180)
      latitudeE7 = Self.rounded(position.latitude, limit: 90)
    }

    init(longitudeE7: Int32, latitudeE7: Int32) {
      self.longitudeE7 = longitudeE7
      self.latitudeE7 = latitudeE7
    }

    /// The position in degrees.
    public var position: Position {
      Position(longitude: Double(longitudeE7) / 1e7, latitude: Double(latitudeE7) / 1e7)
    }

    private static func rounded(_ degrees: Double, limit: Double) -> Int32 {
      guard degrees == degrees else { return 0 }
      return Int32((min(max(degrees, -limit), limit) * 1e7).rounded())
    }
  }

  /// The root directory.
  public var root = Section()
  /// The metadata.
  public var metadata = Section()
  /// The leaf directories.
  public var leaves = Section()
  /// The tiles.
  public var tiles = Section()
  /// How many tiles there are, runs counted out; 0 for unknown.
  public var addressedTiles: UInt64 = 0
  /// How many entries stand for tiles; 0 for unknown.
  public var tileEntries: UInt64 = 0
  /// How many contents differ; 0 for unknown.
  public var tileContents: UInt64 = 0
  /// Whether contents lie in the order of their tiles.
  public var isClustered = true
  /// How directories and metadata are packed.
  public var internalCompression = Compression.gzip
  /// How tiles are packed.
  public var tileCompression = Compression.gzip
  /// What tiles are.
  public var tileType = TileType.mvt
  /// The lowest zoom.
  public var minimumZoom: UInt8 = 0
  /// The highest zoom.
  public var maximumZoom: UInt8 = 0
  /// The south-western corner of what is shown.
  public var southWest = Place(longitudeE7: 0, latitudeE7: 0)
  /// The north-eastern corner of what is shown.
  public var northEast = Place(longitudeE7: 0, latitudeE7: 0)
  /// The zoom that a map begins with.
  public var centerZoom: UInt8 = 0
  /// The place that a map begins with.
  public var center = Place(longitudeE7: 0, latitudeE7: 0)

  /// The length of a header, bytes.
  public static let byteCount = 127
  /// Header and root directory together end here at the latest.
  public static let rootLimit: UInt64 = 16_384

  /// Makes a header of nothing.
  public init() {}

  /// The corners as a box, degrees.
  public var envelope: Envelope {
    Envelope(
      west: southWest.position.longitude, south: southWest.position.latitude,
      east: northEast.position.longitude, north: northEast.position.latitude)
  }

  /// The bounds and centre are inside the world and in order.
  var hasGoodBounds: Bool {
    [southWest, northEast, center].allSatisfy(\.position.isValid)
      && southWest.longitudeE7 <= northEast.longitudeE7
      && southWest.latitudeE7 <= northEast.latitudeE7
  }
}
