import TestSupport
import Testing

@testable import MapRendering

@Suite struct TierTests {
  /// The dots of a mask, numbered row by row from 1.
  private func numbers(_ mask: UInt8, _ dots: DotGrid) -> [Int] {
    (0..<dots.down * dots.across).filter {
      mask & DotGrid.bit(x: $0 % dots.across, y: $0 / dots.across) != 0
    }.map { $0 + 1 }
  }

  @Test func `Octants are the characters of those names`() {
    let glyphs = OctantTier().waterGlyphs
    #expect(Set(glyphs).count == 256)
    var named = 0
    for mask in UInt8.min...UInt8.max {
      let digits = numbers(mask, .twoByFour).map(String.init).joined()
      let name = glyphs[Int(mask)].properties.name ?? ""
      if name.hasPrefix("BLOCK OCTANT-") {
        #expect(name == "BLOCK OCTANT-" + digits)
        named += 1
      } else {
        #expect(other[digits] == name, "\(digits)")
      }
    }
    #expect(named == 230)
  }

  @Test func `Sextants are the characters of those names`() {
    let glyphs = SextantTier().lineGlyphs
    var named = 0
    for mask in UInt8.min..<64 {
      let digits = numbers(mask, .twoByThree).map(String.init).joined()
      let name = glyphs[Int(mask)].properties.name ?? ""
      if name.hasPrefix("BLOCK SEXTANT-") {
        #expect(name == "BLOCK SEXTANT-" + digits)
        named += 1
      } else {
        let expected = ["": "SPACE", "135": "LEFT HALF BLOCK", "246": "RIGHT HALF BLOCK"]
        #expect((expected[digits] ?? "FULL BLOCK") == name)
      }
    }
    #expect(named == 60)
    #expect(glyphs[0xFF] == "█")
  }

  /// Shapes that are no octants by name.
  private let other = [
    "": "SPACE", "12345678": "FULL BLOCK", "1357": "LEFT HALF BLOCK", "2468": "RIGHT HALF BLOCK",
    "1234": "UPPER HALF BLOCK", "5678": "LOWER HALF BLOCK", "13": "QUADRANT UPPER LEFT",
    "24": "QUADRANT UPPER RIGHT", "57": "QUADRANT LOWER LEFT", "68": "QUADRANT LOWER RIGHT",
    "1368": "QUADRANT UPPER LEFT AND LOWER RIGHT",
    "2457": "QUADRANT UPPER RIGHT AND LOWER LEFT",
    "123457": "QUADRANT UPPER LEFT AND UPPER RIGHT AND LOWER LEFT",
    "123468": "QUADRANT UPPER LEFT AND UPPER RIGHT AND LOWER RIGHT",
    "135678": "QUADRANT UPPER LEFT AND LOWER LEFT AND LOWER RIGHT",
    "245678": "QUADRANT UPPER RIGHT AND LOWER LEFT AND LOWER RIGHT",
    "12": "UPPER ONE QUARTER BLOCK", "78": "LOWER ONE QUARTER BLOCK",
    "123456": "UPPER THREE QUARTERS BLOCK", "345678": "LOWER THREE QUARTERS BLOCK",
    "1": "LEFT HALF UPPER ONE QUARTER BLOCK", "2": "RIGHT HALF UPPER ONE QUARTER BLOCK",
    "7": "LEFT HALF LOWER ONE QUARTER BLOCK", "8": "RIGHT HALF LOWER ONE QUARTER BLOCK",
    "35": "MIDDLE LEFT ONE QUARTER BLOCK", "46": "MIDDLE RIGHT ONE QUARTER BLOCK",
  ]

  @Test func `Box lines go where their joints say`() {
    let glyphs = BoxTier().lineGlyphs
    let words: [(joint: LineJoint, part: String)] = [
      (.north, "UP"), (.east, "RIGHT"), (.south, "DOWN"), (.west, "LEFT"),
    ]
    for mask in UInt8(0)..<64 {
      let joint = LineJoint(rawValue: mask)
      let directions = words.filter { joint.contains($0.joint) }.map(\.part)
      let name = glyphs[Int(mask)].properties.name ?? ""
      if directions.isEmpty {
        #expect(name == "SPACE")
      } else if Set(directions).isSubset(of: ["UP", "DOWN"]) {
        #expect(name.contains("VERTICAL"))
      } else if Set(directions).isSubset(of: ["RIGHT", "LEFT"]) {
        #expect(name.contains("HORIZONTAL"))
      } else {
        let said = name.replacing("VERTICAL", with: "UP DOWN")
          .replacing("HORIZONTAL", with: "LEFT RIGHT")
        for word in words {
          #expect(said.contains(word.part) == directions.contains(word.part), "\(name)")
        }
      }
      if !directions.isEmpty { #expect(name.contains("HEAVY") == joint.contains(.heavy)) }
    }
  }

  @Test func `A path joins the cells that it passes, from either end alike`() {
    var generator = SeededGenerator(seed: 81)
    for dots in [DotGrid.oneByTwo, .twoByFour] {
      for _ in 0..<200 {
        var path = [(x: 20, y: 20)]
        for _ in 0..<30 {
          let last = path[path.count - 1]
          path.append(
            (
              last.x + Int.random(in: -1...1, using: &generator),
              last.y + Int.random(in: -1...1, using: &generator)
            ))
        }
        let there = joints(path, dots)
        #expect(there == joints(path.reversed(), dots), "seed \(generator.seed)")
        for (cell, joint) in there {
          let ways: [(LineJoint, Int, Int, LineJoint)] = [
            (.north, 0, -1, .south), (.east, 1, 0, .west), (.south, 0, 1, .north),
            (.west, -1, 0, .east),
          ]
          for (way, dx, dy, back) in ways where joint.contains(way) {
            let neighbour = there[[cell[0] + dx, cell[1] + dy]] ?? []
            #expect(neighbour.contains(back), "seed \(generator.seed)")
          }
        }
      }
    }
  }

  private func joints(_ path: [(x: Int, y: Int)], _ dots: DotGrid) -> [[Int]: LineJoint] {
    var joints: [[Int]: LineJoint] = [:]
    var joiner = LineJoiner(dots)
    for dot in path {
      joiner.move(dot.x, dot.y) { joints[[$0, $1], default: []].formUnion($2) }
    }
    return joints
  }

  @Test func `Masks of one grid are told apart and full ones are the last`() {
    #expect(DotGrid.oneByTwo.fullMask == 3 && DotGrid.twoByThree.fullMask == 0x3F)
    #expect(DotGrid.twoByFour.fullMask == 0xFF)
    for glyphs in GlyphSet.pictures {
      let tier = glyphs.tier
      #expect(tier.waterGlyphs.count == 256 && tier.lineGlyphs.count == 256)
      #expect(tier.waterGlyphs[Int(tier.dots.fullMask)] == tier.waterGlyphs[255])
      #expect(tier.lineGlyphs[Int(tier.hatchMask)] != " ")
    }
  }
}
