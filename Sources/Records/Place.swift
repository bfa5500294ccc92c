public import SimpleFeatures

/// A named place: a quarter, a village, a bridge, a half of the city.
public struct Place: Hashable, Sendable, Identifiable {
  /// The record's identifier.
  public var id: PlaceID
  /// What kind of place it is.
  public var kind: PlaceKind
  /// Every known name, the primary ones first.
  public var names: [PlaceName]
  /// The place that contains this one.
  public var parent: PlaceID?
  /// The bank of the Tigris it lies on.
  public var bank: Bank
  /// Where it is, or `nil`: a known name with an unknown place.
  public var location: PlaceLocation?
  /// What a reader should know, in our words.
  public var note: String?

  /// Makes a place.
  ///
  /// - Parameters:
  ///   - id: The record's identifier.
  ///   - kind: What kind of place it is.
  ///   - names: Every known name, the primary ones first.
  ///   - parent: The place that contains this one.
  ///   - bank: The bank of the Tigris.
  ///   - location: Where it is, if known.
  ///   - note: Free text in our words.
  public init(
    id: PlaceID, kind: PlaceKind, names: [PlaceName], parent: PlaceID? = nil,
    bank: Bank = .unknown, location: PlaceLocation? = nil, note: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.names = names
    self.parent = parent
    self.bank = bank
    self.location = location
    self.note = note
  }

  /// The first name, for display; the identifier where there is none.
  public var title: String { names.first?.text ?? id.text }

  /// The first name in a script.
  ///
  /// - Parameter script: Such as Arabic.
  /// - Returns: `nil` when no name is known in it.
  public func name(in script: Script) -> String? {
    names.first { $0.script == script }?.text
  }
}

/// One name of a place, in one language and script.
public struct PlaceName: Hashable, Sendable {
  /// The name as written.
  public var text: String
  /// BCP 47 tag, where known.
  public var language: String?
  /// The script it is written in.
  public var script: Script
  /// Whether it is the main name or a variant.
  public var kind: PlaceNameKind

  /// Makes a name.
  ///
  /// - Parameters:
  ///   - text: The name as written.
  ///   - language: BCP 47 tag.
  ///   - script: The script; by default told from the text.
  ///   - kind: Main name or variant.
  public init(
    _ text: String, language: String? = nil, script: Script? = nil,
    kind: PlaceNameKind = .primary
  ) {
    self.text = text
    self.language = language
    self.script = script ?? Script(of: text)
    self.kind = kind
  }
}

extension Script {
  /// The script of most letters in a text.
  ///
  /// - Parameter text: Any text.
  public init(of text: String) {
    var arabic = 0
    var latin = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0600...0x06FF, 0x0750...0x077F, 0x08A0...0x08FF, 0xFB50...0xFDFF, 0xFE70...0xFEFF:
        arabic += 1
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: latin += 1
      default: break
      }
    }
    self = arabic > latin ? .arabic : latin > 0 ? .latin : .other
  }
}

/// Where a place is, how that is known and how good it is.
public struct PlaceLocation: Hashable, Sendable {
  /// A point or an area.
  public var geometry: Geometry
  /// How the geometry was obtained.
  public var origin: GeometryOrigin
  /// How far off it may be, metres.
  public var precisionMeters: Double
  /// Whether the shape is only approximate; then it says so wherever it appears.
  public var isApproximate: Bool
  /// Where the geometry came from.
  public var source: String

  /// Makes a location of a place.
  ///
  /// - Parameters:
  ///   - geometry: A point or an area.
  ///   - origin: How it was obtained.
  ///   - precisionMeters: How far off it may be, more than 0.
  ///   - isApproximate: Whether the shape is only approximate.
  ///   - source: Where it came from.
  public init(
    geometry: Geometry, origin: GeometryOrigin, precisionMeters: Double, isApproximate: Bool,
    source: String
  ) {
    self.geometry = geometry
    self.origin = origin
    self.precisionMeters = precisionMeters
    self.isApproximate = isApproximate
    self.source = source
  }
}
