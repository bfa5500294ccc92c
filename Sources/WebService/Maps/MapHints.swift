import MapRendering
import Records
import SimpleFeatures

/// The lines under a text map that say what to ask next: commands that can be run as they are.
///
/// They are longer than most terminals are wide and are not broken, so that what is copied works.
struct MapHints: Sendable {
  /// The address of the map without its parameters.
  private let map: String
  /// Parameters of a nearer map, without those that say where.
  private let drawing: [QueryString.Pair]
  /// The address of the same as data.
  private let items: String
  private let choice: [QueryString.Pair]

  /// Reads the request that a map answers.
  ///
  /// - Parameters:
  ///   - request: For a map.
  ///   - question: What it asks for.
  ///   - box: That of its subset, which items know as a box.
  init(_ request: EndpointRequest, of question: MapQuestion, box: Envelope?) {
    let ending = request.formatName.map { ".\($0)" } ?? ""
    let path =
      question.place.map { "/map/\(PercentEncoding.encodeSegment($0))" }
      ?? request.endpoint.path.text
    map = request.url(path) + ending
    items = request.url(question.collection.path + "/items")
    let pairs = request.query.pairs.filter { !Self.parts.contains($0.name) }
      .sorted { $0.name < $1.name }
    let time = question.subset == nil ? nil : question.time
    let days = time.map {
      [
        QueryString.Pair(
          name: DatetimeParameter.declaration.name, value: DrawnMap.text(of: $0))
      ]
    }
    let corners = box.map { box in
      let edges = [box.west, box.south, box.east, box.north].map { "\($0)" }
      return [
        QueryString.Pair(
          name: BoundingBoxParameter.declaration.name, value: edges.joined(separator: ","))
      ]
    }
    drawing = pairs.filter { !Self.placing.contains($0.name) } + (days ?? [])
    choice =
      (corners ?? []) + pairs.filter { !MapQuestion.drawingNames.contains($0.name) } + (days ?? [])
  }

  /// Parameters that items know by other names.
  private static let parts: Set = [
    SubsetParameter.declaration.name, SubsetSystemParameter.declaration.name,
  ]

  /// Parameters that say where a map is.
  private static let placing: Set = [
    CenterParameter.declaration.name, CenterSystemParameter.declaration.name,
    ZoomParameter.declaration.name, BoundingBoxParameter.declaration.name,
    BoxSystemParameter.declaration.name, FormatChoice.parameterName,
    ScaleDenominatorParameter.declaration.name, PixelSizeParameter.declaration.name,
  ]

  /// What decides the lines besides the map above them.
  var input: String { (drawing + choice).reduce(map) { "\($0)&\($1.name)=\($1.value)" } }

  /// The lines under a map that was drawn.
  ///
  /// - Parameters:
  ///   - view: The view that was drawn.
  ///   - place: The place that the path names.
  /// - Returns: The nearer map last.
  func lines(under view: MapView, in place: PlaceID?) -> [String] {
    let area = place.map {
      [QueryString.Pair(name: PlaceParameter.declaration.name, value: $0.text)]
    }
    let data = "data: " + Self.command(items, choice + (area ?? []))
    let level = ((view.zoom().level + 1) * 10).rounded() / 10
    guard level <= MapZoom.range.upperBound,
      let nearer = try? MapView(
        center: view.center, zoom: MapZoom(level), width: view.width, height: view.height),
      nearer.metersAcross < view.metersAcross * 0.75
    else { return [data] }
    let where_ = [
      QueryString.Pair(
        name: CenterParameter.declaration.name,
        value: Self.degrees(view.center.longitude) + "," + Self.degrees(view.center.latitude)),
      QueryString.Pair(name: ZoomParameter.declaration.name, value: "\(level)"),
    ]
    return [data, "closer: " + Self.command(map, where_ + drawing)]
  }

  /// Rows that the lines take at most on a terminal that breaks them.
  func mostRows(columns: Int) -> Int {
    let data = "data: " + Self.command(items, choice)
    let closer = "closer: " + Self.command(map, drawing) + "?center=-179.99999,-89.99999&zoom=22.0"
    // The identifier of the place is not known yet: as long as any.
    return [data.utf8.count + 40, closer.utf8.count].reduce(0) { $0 + ($1 - 1) / columns + 1 }
  }

  private static func command(_ address: String, _ pairs: [QueryString.Pair]) -> String {
    let query = pairs.map {
      "\(PercentEncoding.encode($0.name))=\(PercentEncoding.encode($0.value))"
    }
    return "curl '\(address)\(query.isEmpty ? "" : "?")\(query.joined(separator: "&"))'"
  }

  /// Degrees to some metre.
  private static func degrees(_ value: Double) -> String { "\((value * 1e5).rounded() / 1e5)" }
}
