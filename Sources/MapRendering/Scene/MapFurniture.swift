/// The parts around a map, each of which can be left out; the attribution cannot.
public struct MapFurniture: OptionSet, Sendable, Hashable {
  /// The set as bits.
  public let rawValue: UInt16

  /// Makes a set of its bits.
  ///
  /// - Parameter rawValue: The bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The first row.
  public static let title = MapFurniture(rawValue: 1 << 0)
  /// The sign for north.
  public static let north = MapFurniture(rawValue: 1 << 1)
  /// Round meridians and parallels at the edges.
  public static let graticule = MapFurniture(rawValue: 1 << 2)
  /// What the signs mean.
  public static let legend = MapFurniture(rawValue: 1 << 3)
  /// What codes and numbers stand for.
  public static let key = MapFurniture(rawValue: 1 << 4)
  /// Counts and what they leave out.
  public static let counts = MapFurniture(rawValue: 1 << 5)
  /// The scale bar.
  public static let scaleBar = MapFurniture(rawValue: 1 << 6)
  /// What to run next.
  public static let hints = MapFurniture(rawValue: 1 << 7)
  /// Everything.
  public static let all = MapFurniture(rawValue: 0xFF)
}
