import TestSupport
import Testing

@testable import MapRendering

@Suite struct LabelGapTests {
  @Test func `Gaps deny room only where no anchor of a label is clear`() throws {
    var generator = SeededGenerator(seed: 61)
    var denied = 0
    for _ in 0..<300 {
      let columns = Int.random(in: 1...150, using: &generator)
      let rows = Int.random(in: 1...12, using: &generator)
      let share = Int.random(in: 1...9, using: &generator)
      var fixed = OccupancyBitmap(columns: columns, rows: rows)
      for cell in 0..<columns * rows where Int.random(in: 0..<10, using: &generator) < share {
        fixed.set(row: cell / columns, cell % columns..<cell % columns + 1)
      }
      let planes = CellPlanes(columns: columns, rows: rows)
      let ground = LabelGround(planes, owners: planes.owners, fixed: fixed)
      let gaps = LabelGaps(fixed)
      let contender = Self.contender(
        column: Int.random(in: 0..<columns, using: &generator),
        row: Int.random(in: 0..<rows, using: &generator))
      for width in 1...20 {
        let anchors = LabelAnchors.area(
          width: width, column: contender.column, row: contender.row, greatestCost: .max)
        if gaps.mayHold(contender, width: width) { continue }
        denied += 1
        #expect(
          !anchors.contains { ground.isClear($0, width: width) }, "seed \(generator.seed)")
      }
    }
    #expect(denied > 0)
  }

  @Test func `Runs of a bitmap are those of its cells`() {
    var generator = SeededGenerator(seed: 62)
    for _ in 0..<60 {
      let columns = Int.random(in: 1...200, using: &generator)
      let cells = (0..<columns).map { _ in Bool.random(using: &generator) }
      var bitmap = OccupancyBitmap(columns: columns, rows: 1)
      for column in cells.indices where cells[column] {
        bitmap.set(row: 0, column..<column + 1)
      }
      var found: [Int] = []
      bitmap.forEachRun(row: 0) { run in
        #expect(!run.isEmpty && run.allSatisfy { cells[$0] }, "seed \(generator.seed)")
        found += run
      }
      #expect(found == cells.indices.filter { cells[$0] }, "seed \(generator.seed)")
      #expect(bitmap.count == found.count)
      var pairs = bitmap.framed()
      pairs.intersectWithNext()
      for column in 0..<columns - 1 {
        let isPair = !pairs.isFree(row: 0, column + 1..<column + 2)
        #expect(isPair == (cells[column] && cells[column + 1]), "seed \(generator.seed)")
      }
    }
  }

  @Test func `A text over wide characters leaves no half of one`() {
    for start in 0...6 {
      var grid = CellGrid(columns: 10, rows: 1)
      grid.write(TerminalText("漢字漢字"), column: 1, row: 0, ink: .plain)
      grid.write(TerminalText("a b"), column: start, row: 0, ink: .title)
      for column in 0..<10 where grid.cells[column].scalar == CellGrid.Cell.continuation {
        let left = grid.cells[column - 1].scalar
        #expect(left == 0x6F22 || left == 0x5B57, "column \(column) after \(start)")
      }
      for column in 0..<10 where [0x6F22, 0x5B57].contains(grid.cells[column].scalar) {
        #expect(grid.cells[column + 1].scalar == CellGrid.Cell.continuation)
      }
      #expect(grid.cells[start].scalar == 0x61 && grid.cells[start + 2].scalar == 0x62)
      #expect(grid.cells[start + 1] == CellGrid.Cell())
    }
  }

  private static func contender(column: Int, row: Int) -> LabelContender {
    let position = WorldPosition(x: 0, y: 0)
    let place = ScenePlace(
      id: "p", role: .area, position: position, anchor: position, name: TerminalText("name"),
      names: [:], shortName: nil, code: nil, area: nil)
    let naming = LabelNaming(MapCaption(title: ""), tier: BrailleTier())
    return LabelContender(
      place, index: 0, cell: (column, row), district: nil, isCramped: false,
      texts: LabelTexts(place, naming: naming))
  }
}
