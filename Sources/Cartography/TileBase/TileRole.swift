import MapRendering
import Tiles

/// What a feature of a tile is on the map.
enum TileRole: Hashable {
  /// Water as an area.
  case water
  /// How land is used.
  case land(MapLandUse)
  /// Running water, a road or a railway.
  case line(MapLineRole)
  /// An area of the register's own places, which our own tiles alone have.
  case place(MapAreaRole)
}
