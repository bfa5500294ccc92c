import Foundation
import Ledger
import Records
import TestSupport
import Testing

@Suite struct `A damaged file` {
  /// Everything a reader can get from a ledger, in words.
  private func contents(_ ledger: Ledger) throws -> [String] {
    var lines = try ledger.entries().map { "\($0)" }
    let snapshot = try ledger.snapshot()
    lines.append("\(snapshot.counts)")
    try snapshot.forEachSource { record, _ in lines.append("\(record)") }
    try snapshot.forEachPlace { record, _ in lines.append("\(record)") }
    try snapshot.forEachIncident { record, _ in lines.append("\(record)") }
    try snapshot.forEachClaim { record, _ in lines.append("\(record)") }
    for id in ["CI550", "i3", "i39"] {
      lines.append("\(try snapshot.claims(of: Sample.id(id)))")
      lines.append("\(String(describing: try snapshot.incident(Sample.id(id))))")
    }
    lines.append("\(try ledger.snapshot(sequence: 1).counts)")
    return lines
  }

  /// What reading a damaged copy led to.
  private enum Fate: Hashable {
    case refused, reported, unharmed, wrong
  }

  private func fate(of path: String, _ expected: [String]) -> Fate {
    guard let ledger = try? Ledger.open(at: path, access: .readOnly),
      let verification = try? ledger.verify()
    else { return .refused }
    guard verification.isSound else { return .reported }
    guard let read = try? contents(ledger) else { return .refused }
    return read == expected ? .unharmed : .wrong
  }

  @Test func `no flipped byte gives a wrong answer unseen`() throws {
    let mosul = try MosulLedger()
    let sound = [UInt8](try Data(contentsOf: URL(fileURLWithPath: mosul.path)))
    let expected = try contents(mosul.open())
    let copy = mosul.scratch.path("copy.gpkg")
    var generator = SeededGenerator(seed: 4_096)
    let seed = generator.seed
    var fates: [Fate: Int] = [:]
    for _ in 0..<100 {
      var bytes = sound
      // Bytes that hold something: a page's unused part is zero, and damage there harms nobody.
      var index = generator.integer(in: 0...(bytes.count - 1))
      while bytes[index] == 0 { index = generator.integer(in: 0...(bytes.count - 1)) }
      let mask = UInt8(generator.integer(in: 1...255))
      bytes[index] ^= mask
      try Data(bytes).write(to: URL(fileURLWithPath: copy))
      let fate = fate(of: copy, expected)
      fates[fate, default: 0] += 1
      #expect(fate != .wrong, "SIJIL_SEED=\(seed) byte \(index) of \(bytes.count) ^ \(mask)")
      for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: copy + suffix) }
    }
    #expect(fates[.refused, default: 0] + fates[.reported, default: 0] > 20, "\(fates)")
  }

  @Test func `a file cut short or with pages swapped is refused or reported`() throws {
    let mosul = try MosulLedger()
    let sound = [UInt8](try Data(contentsOf: URL(fileURLWithPath: mosul.path)))
    let expected = try contents(mosul.open())
    let copy = mosul.scratch.path("copy.gpkg")
    var generator = SeededGenerator(seed: 8_192)
    // Clause 1.3.2 of SQLite's file format: the page size stands at offset 16.
    let pageSize = Int(sound[16]) << 8 | Int(sound[17])
    let pages = sound.count / pageSize
    for round in 0..<20 {
      var bytes = sound
      if round % 2 == 0 {
        bytes.removeLast(generator.integer(in: 1...(sound.count - 1)))
      } else {
        let (left, right) = (generator.integer(in: 0...(pages - 1)), round % pages)
        for offset in 0..<pageSize {
          bytes.swapAt(left * pageSize + offset, right * pageSize + offset)
        }
      }
      try Data(bytes).write(to: URL(fileURLWithPath: copy))
      let fate = fate(of: copy, expected)
      let isSame = bytes == sound
      #expect(fate != .wrong && (isSame || fate != .unharmed || round % 2 == 1), "round \(round)")
      for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: copy + suffix) }
    }
  }
}
