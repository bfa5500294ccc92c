import Inquiry
import MapRendering
import Register

/// `sijil map` when it is asked for in plain words, which are read without reflection.
///
/// The parser learns by reflection what commands take, again on each run, and that takes longer
/// than drawing the map. What is not plain (another option, `--width=80`, anything said twice or
/// wrongly, help) is left to it, so that it alone speaks of faults.
struct PlainMap: Equatable {
  private(set) var area: String?
  private(set) var storePath: String?
  private(set) var look = MapLook()

  /// Reads the program's arguments; `nil` for all that the parser must see.
  init?(_ arguments: [String]) {
    guard arguments.first == "map" else { return nil }
    var seen: [String] = []
    var rest = arguments.dropFirst()
    while let word = rest.popFirst() {
      if !word.hasPrefix("-"), !word.isEmpty, area == nil {
        area = word
        continue
      }
      guard !seen.contains(word), let value = rest.popFirst(), !value.hasPrefix("-"),
        take(value, for: word)
      else { return nil }
      seen.append(word)
    }
  }

  private mutating func take(_ value: String, for option: String) -> Bool {
    switch option {
    case "--store":
      storePath = value
      return !value.isEmpty
    case "--tiles":
      look.tiles = value
      return !value.isEmpty
    case "--width":
      look.width = Int(value).flatMap { DisplayOptions.widths.contains($0) ? $0 : nil }
      return look.width != nil
    case "--height":
      look.height = Int(value).flatMap { MapCommand.heights.contains($0) ? $0 : nil }
      return look.height != nil
    case "--glyphs": return Self.set(&look.choices.glyphs, to: GlyphChoice(rawValue: value))
    case "--color": return Self.set(&look.choices.colour, to: ColourChoice(rawValue: value))
    case "--theme": return Self.set(&look.choices.theme, to: ThemeChoice(rawValue: value))
    case "--lang": return Self.set(&look.language, to: MapLanguage(rawValue: value))
    default: return false
    }
  }

  private static func set<Choice>(_ choice: inout Choice, to value: Choice?) -> Bool {
    guard let value else { return false }
    choice = value
    return true
  }

  /// Draws the map.
  func run(on console: Console) async throws -> ExitStatus {
    let register = try StoreOptions.open(at: StoreOptions.path(storePath))
    var query = IncidentQuery()
    query.includesUndated = false
    if let area { query.area = .place(try PlaceName(area).place(on: register.atlas)) }
    return try await look.draw(query, on: register, to: console)
  }
}
