import ArgumentParser
import Atlas
import Cartography
import Foundation
import Inquiry
import Interchange
import Records

/// `sijil tiles build`: the archive of the basemap.
struct TilesBuildCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Make the basemap's archive from the places in data/.",
    discussion: "The same data gives the same bytes, and an archive that is there is replaced.")

  @Option(help: ArgumentHelp("The archive to write.", valueName: "file"))
  var output = TileArchiveFile.standardPath
  @Option(
    help: ArgumentHelp(
      "The folder of the facts (default: those that come with sijil).", valueName: "folder"))
  var data: String?

  func run(on console: Console) async throws -> ExitStatus {
    let basemap = BasemapTiles(places: try Self.places(in: try BundledData.folder(option: data)))
    let product = try basemap.build()
    try NewFile.write(product.bytes, to: output)
    for (layer, places) in product.counts where places > 0 {
      try console.line("\(layer.rawValue): \(Plural.of("place", places))")
    }
    try console.line(
      "\(basemap.placesWithoutGeometry) places have no place of their own and are not drawn; "
        + "\(product.leftOut) shapes were too small for a zoom")
    try console.line(
      "wrote \(output): \(product.tileCount) tiles, zooms \(BasemapTiles.zooms.lowerBound) to "
        + "\(BasemapTiles.zooms.upperBound), \(product.bytes.count) bytes")
    return .done
  }

  /// The places of a folder with the areas that questions use.
  static func places(in folder: URL) throws -> [PlaceFeature] {
    let (batch, outcome) = try SijilCSVReader.read(folder: folder)
    guard outcome.isAccepted else { throw CommandError.refused(count: outcome.refused) }
    let atlas = try AtlasBuilder(places: batch.places, sources: batch.sources)
      .build(version: DataVersion(sequence: 0, hash: "", recordedAt: nil))
    var query = PlaceQuery()
    query.limit = .max
    return try atlas.places(query).features
  }
}
