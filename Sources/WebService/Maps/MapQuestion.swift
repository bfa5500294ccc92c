import Cartography
import Inquiry
import MapRendering
import Records
import SimpleFeatures

/// A map that is asked for, with everything that decides its bytes besides the data.
struct MapQuestion: Sendable {
  /// What is drawn.
  enum Subject: Hashable, Sendable {
    case incidents(IncidentQuery)
    case places(PlaceQuery)
  }

  /// What is made of the drawing.
  enum Form: String, Sendable {
    /// Characters.
    case text
    /// The facts that the characters show.
    case json
    /// A drawing of lines and letters.
    case svg
    /// A picture.
    case png

    /// What is sent as a type.
    init(_ type: MediaType) {
      switch type {
      case .json: self = .json
      case .svg: self = .svg
      case .png: self = .png
      default: self = .text
      }
    }

    /// Whether sizes count pixels.
    var isImage: Bool { self == .svg || self == .png }
  }

  /// Whether words stand around the picture of an image.
  enum Surroundings: String, Sendable {
    /// Nothing but the ground.
    case none
    /// As many as leave room for the picture, else none.
    case whereTheyFit
    /// Asked for: where they do not fit there is no image.
    case asked
  }

  /// Pixels of a cell of an image.
  static let cell = CellSize(columns: 8, rows: 16)

  /// What to draw.
  var subject = Subject.incidents(IncidentQuery())
  /// The place in the path: an identifier or a name, at most 200 bytes, no control characters.
  var place: String?
  /// What is made of the drawing.
  var form = Form.text
  /// Columns and rows of the drawing; of an image, those of its cells.
  var size = CellSize(columns: 80, rows: 24)
  /// Pixels of an image.
  var pixels = CellSize(columns: 1_024, rows: 768)
  /// The part of the world to show.
  var window = MapDrawer.Window.subject
  /// The characters and colours of a text.
  var capabilities = RenderCapabilities(glyphs: .braille)
  /// Whether words stand around the picture of an image.
  var surroundings = Surroundings.whereTheyFit
  /// A box as an image of its own, for programs that lay it over other maps.
  var exact: ExactImage?
  /// What the drawing's rows and columns lie evenly in.
  var system = ReferenceSystem.webMercator
  /// The language of words and names.
  var style = IncidentMap.Style()
  /// What to say under a text of what to ask next.
  var hints: MapHints?
  /// The parameters that choose what is drawn, in an order that does not depend on the request's.
  var choice = ""
  /// The part of the axes asked for.
  var subset: Subset?
  /// What decides ground and size beside the data, where they depend on how far that reaches.
  var unlaid = ""

  /// Parameters that say how to draw, not what.
  static let drawing: [ParameterDeclaration] = [
    MapShortWidthParameter.declaration, MapWidthParameter.declaration,
    MapShortHeightParameter.declaration, MapHeightParameter.declaration,
    ScaleDenominatorParameter.declaration, PixelSizeParameter.declaration,
    SystemParameter.declaration, CenterParameter.declaration, CenterSystemParameter.declaration,
    ZoomParameter.declaration,
    GlyphsParameter.declaration, ColorParameter.declaration, ThemeParameter.declaration,
    FrameParameter.declaration, HintsParameter.declaration,
  ]

  /// Parameters that say which part of space and time to draw.
  private static let parts: [ParameterDeclaration] = [
    BoundingBoxParameter.declaration, BoxSystemParameter.declaration, SubsetParameter.declaration,
    SubsetSystemParameter.declaration, DatetimeParameter.declaration,
  ]

  /// Parameters that say which incidents to draw.
  static let choosingIncidents: [ParameterDeclaration] =
    parts + [
      MatchParameter.declaration, AsOfParameter.declaration,
      AsRecordedParameter.declaration, PlaceParameter.declaration, MethodParameter.declaration,
      FilterParameter.declaration, FilterLanguageParameter.declaration,
      FilterSystemParameter.declaration,
    ] + PropertyParameters.simple(IncidentProperty.self)

  /// Parameters that say which places to draw.
  static let choosingPlaces: [ParameterDeclaration] =
    parts + [
      AsRecordedParameter.declaration, FilterParameter.declaration,
      FilterLanguageParameter.declaration, FilterSystemParameter.declaration,
    ] + PropertyParameters.simple(PlaceProperty.self)

  /// The names of all that says how to draw, with the format and the language.
  static let drawingNames = Set(
    drawing.map(\.name) + [FormatChoice.parameterName, LanguageParameter.declaration.name])

  /// The collection that is drawn.
  var collection: FeatureCollectionName {
    switch subject {
    case .incidents: .incidents
    case .places: .places
    }
  }

  /// The days asked for.
  var time: DayInterval? {
    switch subject {
    case .incidents(let query): query.time
    case .places: nil
    }
  }

  /// What decides every byte besides the data.
  ///
  /// Asked for with each request, so no part of a text's is described by reflection.
  var input: String {
    let parts = [
      collection.code, choice, unlaid, place ?? "", form.rawValue, "\(size.columns)x\(size.rows)",
      "\(pixels.columns)x\(pixels.rows)", windowText, surroundings.rawValue,
      exact.map { "\($0)" } ?? "", system.uri, capabilities.glyphs.rawValue,
      "\(capabilities.colourDepth.rawValue)", capabilities.theme == .light ? "light" : "dark",
      style.language.rawValue, hints?.input ?? "",
    ]
    return parts.joined(separator: "\n")
  }

  private var windowText: String {
    func text(_ center: Position?) -> String {
      center.map { "\($0.longitude),\($0.latitude)" } ?? ""
    }
    return switch window {
    case .subject: ""
    case .around(let center, let zoom):
      "\(text(center)) zoom \(zoom.level) \(zoom.pixelsPerColumn)"
    case .scaled(let center, let metersPerColumn): "\(text(center)) metres \(metersPerColumn)"
    case .view: "\(window)"
    }
  }
}
