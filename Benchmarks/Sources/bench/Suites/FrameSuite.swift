import CAllocations
import Foundation
import MapRendering
import SimpleFeatures

extension Suite {
  /// Frames of 120 × 40 cells with every symbol in view: warm (the same view again), changed (the
  /// symbols of another day, names placed anew) and cold (another scale, everything drawn anew).
  static let frame = Suite(name: "frame") { size in
    let scenes = [FrameCity.scene(count: size), FrameCity.scene(count: size, shift: 7)]
    let fitted = try MapView(envelope: FrameCity.box, width: 120, height: 40)
    // As a viewer goes on from its first frame.
    let first = MapRenderer.render(scenes[0], view: fitted, capabilities: capabilities(.palette256))
    let views = [first.view, first.view.zoomed(by: 1.05, aboutColumn: 60, row: 14)]
    return ColourDepth.allCases.filter { $0 != .ansi16 }.map { depth in
      line(scenes, views, capabilities(depth), repetitions: size <= 100_000 ? 400 : 40)
    }
  }

  private static func capabilities(_ depth: ColourDepth) -> RenderCapabilities {
    RenderCapabilities(glyphs: .braille, colourDepth: depth)
  }

  private static func line(
    _ scenes: [MapScene], _ views: [MapView], _ capabilities: RenderCapabilities, repetitions: Int
  ) -> [String: JSON] {
    var renderer = FrameRenderer()
    let warm = Frames.measure(repetitions) { _ in
      renderer.draw(scenes[0], view: views[0], capabilities: capabilities)
    }
    let bytes = renderer.byteCount
    let changed = Frames.measure(repetitions) {
      renderer.draw(scenes[$0 % 2], view: views[0], capabilities: capabilities)
    }
    let cold = Frames.measure(repetitions) {
      renderer.draw(scenes[0], view: views[$0 % 2], capabilities: capabilities)
    }
    return [
      "peer": .text("sijil"), "colours": .text("\(capabilities.colourDepth)"),
      "warm": warm.json, "changed": changed.json, "cold": cold.json,
      "bytes": .number(Double(bytes)),
    ]
  }
}

/// CPU time of many frames one by one, and how often they asked for memory.
private struct Frames {
  /// Microseconds of the thread, ascending.
  var microseconds: [Double]
  /// Allocations of all frames after the first few, for each; `nil` where they are not counted.
  var allocations: Double?

  static func measure(_ count: Int, _ draw: (Int) -> Void) -> Frames {
    for index in 0..<8 { draw(index) }
    var times = [Double](repeating: 0, count: count)
    let before = sijil_allocation_count()
    for index in 0..<count {
      let start = Stopwatch.threadCPU
      draw(index)
      times[index] = (Stopwatch.threadCPU - start) * 1e6
    }
    let made = sijil_allocation_count() - before
    return Frames(
      microseconds: times.sorted(), allocations: before < 0 ? nil : Double(made) / Double(count))
  }

  var json: JSON {
    var members: [String: JSON] = [
      "cpu_us_p50": .rounded(microseconds[microseconds.count / 2]),
      "cpu_us_p99": .rounded(microseconds[microseconds.count * 99 / 100]),
      "cpu_us_least": .rounded(microseconds.first ?? .nan),
    ]
    if let allocations { members["allocations"] = .rounded(allocations, digits: 2) }
    return .object(members)
  }
}
