import Foundation
import GRDB
import Ledger
import Records

/// A ledger with every kind of row: replaced, redacted, located and not, of several entries.
struct MosulLedger {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    let ledger = try scratch.ledger()
    try ledger.write(at: "2017-03-25T10:00:00Z") { appender in
      try appender.insert(Sample.source("civil-defence"))
      try appender.insert(Sample.source("dpa", name: "dpa"))
      try appender.insert(Sample.place("jadida"))
      try appender.insert(Sample.area("west-mosul"))
      try appender.insert(Sample.incident("CI550", assertedBy: "L01"))
      for number in 0..<40 {
        let longitude = 43 + Double(number) / 100
        try appender.insert(
          Sample.incident("i\(number)", at: [(longitude, 36.3)], foreign: "\(number)"))
        try appender.insert(Sample.claim("i\(number)-c", of: ["i\(number)"]))
      }
      try appender.insert(Sample.claim("L01"))
    }
    let origin = ImportOrigin(
      fileName: "late.csv", fileHash: LedgerDigest(hashing: [1, 2, 3]), schema: "sijil-csv")
    try ledger.write(at: "2017-03-26T10:00:00Z", origin: origin) { appender in
      try appender.insert(Sample.incident("CI550", title: "Strike on Jadida", assertedBy: "L01"))
      try appender.insert(Sample.claim("L02", of: ["CI550", "i3"], killed: 230))
      try appender.insert(Sample.claim("L04", of: ["CI550"], killed: 108))
      try appender.insert(Sample.place("jadida", longitude: 43.12))
    }
    try ledger.redact(
      "L04", kind: .claim, author: "editor", reason: "names a witness",
      recordedAt: .moment("2017-03-27T10:00:00Z"))
  }

  var path: String { scratch.path() }

  /// Changes the file behind the ledger's back.
  func tamper(_ sql: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { database in
      for name in ["ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"] {
        database.add(function: DatabaseFunction(name, argumentCount: 1) { _ in 1 })
      }
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }

  func open() throws -> Ledger { try Ledger.open(at: path, access: .readOnly) }
}
