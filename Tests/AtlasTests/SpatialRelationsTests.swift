import Atlas
import QueryLanguage
import SimpleFeatures
import TestSupport
import Testing

struct SpatialRelationsTests {
  @Test func `a prepared relation answers as the plain one does`() throws {
    var random = SeededGenerator(seed: 0x5EA7)
    print("prepared relations, SIJIL_SEED=\(random.seed)")
    func position(_ random: inout SeededGenerator) -> Position {
      Position(
        longitude: Double(random.integer(in: 0...6)), latitude: Double(random.integer(in: 0...6)))
    }
    func geometry(_ random: inout SeededGenerator) -> Geometry {
      let corner = position(&random)
      let width = Double(random.integer(in: 1...3))
      let height = Double(random.integer(in: 1...3))
      func at(_ east: Double, _ north: Double) -> Position {
        Position(longitude: corner.longitude + east, latitude: corner.latitude + north)
      }
      switch random.integer(in: 0...2) {
      case 0: return .point(corner)
      case 1: return .lineString(LineString([corner, at(width, height)]))
      default:
        return .polygon(
          Polygon(
            exteriorRing: LinearRing([
              corner, at(width, 0), at(width, height), at(0, height), corner,
            ])))
      }
    }
    var answers: [Bool: Int] = [:]
    for _ in 0..<600 {
      let (first, second) = (geometry(&random), geometry(&random))
      for relation in SpatialOperator.allCases {
        guard let prepared = SpatialRelations.exact.prepare(relation, second) else { continue }
        let answer = try prepared(first)
        let plain = try SpatialRelations.exact.decide(relation, first, second)
        #expect(answer == plain, "\(relation) \(first) \(second)")
        answers[answer, default: 0] += 1
      }
    }
    #expect((answers[true] ?? 0) > 100 && (answers[false] ?? 0) > 100)
  }

  @Test func `what topology refuses is undecided, with its reason`() throws {
    let mixed = Geometry.geometryCollection([
      .point(Position(longitude: 1, latitude: 1)),
      .lineString(
        LineString([Position(longitude: 0, latitude: 0), Position(longitude: 2, latitude: 2)])),
    ])
    do {
      _ = try SpatialRelations.exact.decide(.crosses, mixed, mixed)
      Issue.record("decided")
    } catch {
      guard case .undecided(.crosses, let reason) = error.fault else {
        Issue.record("\(error)")
        return
      }
      #expect(reason.contains("mixed dimensions"))
    }
  }
}
