import JSONText
import SimpleFeatures

extension MapRenderer {
  /// Draws a view and says what is on it in a form for machines: the facts that the characters
  /// show, with the places of signs and names.
  ///
  /// - Parameters:
  ///   - scene: What there is.
  ///   - view: The part to draw and the cells to draw it on.
  ///   - capabilities: The characters that labels and key are for.
  /// - Returns: One JSON object, UTF-8, members in a fixed order. Positions are
  ///   `[longitude, latitude]`, CRS84; columns and rows count from the picture's upper left.
  /// - Complexity: As ``render(_:view:capabilities:)``.
  public static func json(
    _ scene: MapScene, view: MapView, capabilities: RenderCapabilities = RenderCapabilities()
  ) -> [UInt8] {
    let map = grid(scene, view: view, capabilities: capabilities).map
    var document = MapDocument(scene: scene, map: map)
    document.write()
    return document.writer.takeBytes()
  }
}

/// The JSON of one map while it is written.
private struct MapDocument {
  let scene: MapScene
  let map: RenderedMap
  var writer = JSONWriter(reserving: 16_384)

  mutating func write() {
    let caption = scene.caption
    writer.beginObject()
    string("title", caption.title.string)
    string("asOf", caption.asOf?.string)
    string("dataVersion", caption.dataVersion)
    string("language", caption.language.rawValue)
    string("noun", caption.noun.string)
    writeView()
    writeCounts()
    writeClasses()
    writeClusters()
    writeLabels()
    writeScale()
    strings("notes", caption.notes.map(\.string))
    string("attribution", caption.attribution.string)
    strings("hints", caption.hints.map(\.string))
    writer.endObject()
  }

  private mutating func writeView() {
    writer.key("view")
    writer.beginObject()
    integer("columns", map.view.width)
    integer("rows", map.view.height)
    integer("pictureColumns", map.pictureSize.columns)
    integer("pictureRows", map.pictureSize.rows)
    let box = map.view.envelope
    numbers("bbox", [box.west, box.south, box.east, box.north])
    let center = map.view.center
    numbers("center", [center.longitude, center.latitude])
    writer.endObject()
  }

  private mutating func writeCounts() {
    let facts = map.facts
    writer.key("counts")
    writer.beginObject()
    integer("total", facts.total)
    integer("inView", facts.inView)
    integer("outside", facts.outside)
    integer("margin", facts.margin.reduce(0) { $0 + $1.count })
    integer("notDrawn", facts.notDrawn)
    writer.endObject()
    writer.key("margin")
    writer.beginArray()
    for group in facts.margin {
      writer.beginObject()
      string("area", group.area?.string)
      integer("count", group.count)
      writer.endObject()
    }
    writer.endArray()
    writer.key("radii")
    if let radii = facts.radii {
      writer.beginArray()
      writer.integer(radii.lowerBound)
      writer.integer(radii.upperBound)
      writer.endArray()
    } else {
      writer.null()
    }
  }

  private mutating func writeClasses() {
    writer.key("classes")
    writer.beginArray()
    for (symbolClass, count) in zip(scene.symbols.palette, map.facts.classes) {
      writer.beginObject()
      integer("id", symbolClass.id)
      string("word", symbolClass.word.string)
      string("ascii", String(Unicode.Scalar(symbolClass.ascii)))
      string("unicode", String(symbolClass.unicode))
      integer("inView", count.inView)
      integer("inMargin", count.inMargin)
      writer.endObject()
    }
    writer.endArray()
  }

  private mutating func writeClusters() {
    writer.key("clusters")
    writer.beginArray()
    for cluster in map.clusters {
      writer.beginObject()
      integer("column", cluster.column)
      integer("row", cluster.row)
      integer("width", cluster.width)
      integer("count", cluster.count)
      integer("class", cluster.classID)
      string("lead", cluster.leadID)
      writer.key("position")
      if let position = map.view.position(column: cluster.column, row: cluster.row) {
        writer.beginArray()
        writer.number(position.longitude)
        writer.number(position.latitude)
        writer.endArray()
      } else {
        writer.null()
      }
      writer.endObject()
    }
    writer.endArray()
  }

  private mutating func writeLabels() {
    writer.key("labels")
    writer.beginArray()
    for label in map.placedLabels {
      writer.beginObject()
      string("place", label.placeID)
      string("text", label.text.string)
      string("form", label.form.code)
      integer("column", label.column)
      integer("row", label.row)
      writer.endObject()
    }
    writer.endArray()
    integer("hiddenLabels", map.hiddenLabelCount)
    writer.key("key")
    writer.beginArray()
    for entry in map.key {
      writer.beginObject()
      string("code", entry.code.string)
      string("name", entry.name.string)
      writer.endObject()
    }
    writer.endArray()
  }

  private mutating func writeScale() {
    writer.key("scale")
    guard let scale = map.scaleBar else { return writer.null() }
    writer.beginObject()
    integer("meters", scale.meters)
    integer("columns", scale.columns)
    string("label", scale.label)
    writer.endObject()
  }

  private mutating func string(_ name: String, _ value: String?) {
    writer.key(name)
    writer.string(value)
  }

  private mutating func integer(_ name: String, _ value: Int) {
    writer.key(name)
    writer.integer(value)
  }

  private mutating func strings(_ name: String, _ values: [String]) {
    writer.key(name)
    writer.beginArray()
    for value in values { writer.string(value) }
    writer.endArray()
  }

  private mutating func numbers(_ name: String, _ values: [Double]) {
    writer.key(name)
    writer.beginArray()
    for value in values { writer.number(value) }
    writer.endArray()
  }
}
