import Foundation
import MapRendering
import SimpleFeatures

extension Suite {
  /// Frames of 120 × 40 cells with every incident in view: the scene made anew, and kept.
  static let frame = Suite(name: "frame") { size in
    let symbols = try Incidents.load(size).positions.enumerated().map { order, position in
      MapSymbol(id: "\(order)", order: order, position: position, classID: order % 4)
    }
    let box = Envelope(enclosing: symbols.map(\.position)) ?? .world
    let view = try MapView(envelope: box, width: 120, height: 40)
    let capabilities = RenderCapabilities(glyphs: .braille, colourDepth: .palette256)
    let repetitions = size <= 100_000 ? 50 : 10
    let (making, scene) = Timing.measure(repetitions: min(repetitions, 20)) { Self.crowd(symbols) }
    let (warm, frame) = Timing.measure(repetitions: repetitions) {
      MapRenderer.render(scene, view: view, capabilities: capabilities)
    }
    return [
      [
        "peer": .text("sijil"), "scene_cpu_s": .rounded(median(making.cpu), digits: 6),
        "frame_cpu_s": .rounded(median(warm.cpu), digits: 6),
        "frame_best_cpu_s": .rounded(warm.cpu.min() ?? .nan, digits: 6),
        "bytes": .number(Double(frame.bytes.count)),
        "in_view": .number(Double(frame.symbolsInView)),
      ]
    ]
  }

  private static func crowd(_ symbols: [MapSymbol]) -> MapScene {
    let classes = ["@", "#", "%", "o"].enumerated().map { rank, letter in
      MapSymbolClass(
        id: rank, rank: rank, ascii: letter.utf8.first ?? 0x2A, unicode: Character(letter),
        colour: .orange, word: "class \(rank)")
    }
    return MapScene(
      caption: MapCaption(title: "bench"), symbolClasses: classes, symbols: symbols)
  }
}
