import Inquiry
import Records
import SimpleFeatures
import TestSupport
import Testing

@testable import Interchange

/// Answers written by several threads against one encoder that writes all.
struct OrderedEncodingTests {
  private static let formats: [ExportFormat] = [.geojson, .geojsonseq, .csv, .json, .kml]

  @Test(arguments: formats)
  func `the bytes do not tell how many threads wrote them`(_ format: ExportFormat) throws {
    let size = IncidentAnswer.pieceSize
    for count in [0, 1, size - 1, size, size + 1, 5 * size + 7] {
      let answer = try Self.answer(count)
      var encoder = format.makeEncoder(numberReturned: count)
      var expected: [UInt8] = []
      encoder.begin(answer.head, into: &expected)
      try answer.forEach { encoder.encode($0, into: &expected) }
      encoder.end(into: &expected)
      for threads in [1, 2, 5] {
        var written: [UInt8] = []
        try answer.encode(
          with: { format.makeEncoder(numberReturned: count) }, threads: threads
        ) { written += $0 }
        #expect(written == expected, "\(count) features, \(threads) threads")
      }
    }
  }

  @Test(arguments: [1, 3])
  func `the first error in the order of the pieces ends the writing`(_ threads: Int) throws {
    let size = IncidentAnswer.pieceSize
    let whole = try Self.answer(20 * size)
    let faulty = IncidentAnswer(head: whole.head, count: whole.count) { places in
      if places.lowerBound == 7 * size || places.lowerBound == 9 * size {
        throw Fault(piece: places.lowerBound / size)
      }
      return try whole.features(in: places)
    }
    var pieces = 0
    #expect(throws: Fault(piece: 7)) {
      try faulty.encode(with: { ExportFormat.csv.makeEncoder() }, threads: threads) { _ in
        pieces += 1
      }
    }
    #expect(pieces == 7)
    #expect(throws: Fault(piece: -1)) {
      try whole.encode(with: { ExportFormat.csv.makeEncoder() }, threads: threads) { _ in
        throw Fault(piece: -1)
      }
    }
  }

  private struct Fault: Error, Equatable {
    let piece: Int
  }

  /// An answer of so many features, made anew each time they are asked for.
  private static func answer(_ count: Int) throws -> IncidentAnswer {
    let head = try ExportFixture.page().withoutFeatures
    let full = try ExportFixture.full()
    return IncidentAnswer(head: head, count: count) { places in
      try places.map { number in
        number % 3 == 0 ? full : try ExportFixture.sparse("N\(number)", isPlaced: number % 2 == 0)
      }
    }
  }
}
