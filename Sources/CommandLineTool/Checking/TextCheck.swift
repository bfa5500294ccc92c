import Foundation
import Interchange
import JSONText
import SimpleFeatures

/// Checks texts that are no GeoJSON: one JSON value, a list of WKT, a CSV.
struct TextCheck {
  private let report: CheckReport

  /// A JSON text is read as a whole, so there is a bound.
  static let jsonLimit = 1 << 26
  /// A line of WKT at most.
  static let lineLimit = 1 << 26

  init(_ report: CheckReport) { self.report = report }

  /// One JSON value.
  func json(_ input: InputBytes) throws {
    var bytes: [UInt8] = []
    while let piece = try input.next() {
      bytes += piece
      guard bytes.count <= Self.jsonLimit else {
        throw CommandError.unreadable(
          path: input.name, reason: "a JSON text longer than \(Self.jsonLimit) bytes")
      }
    }
    report.checked += 1
    do { _ = try JSONValue(parsing: bytes, maximumDepth: 512) } catch {
      try report.add(
        CheckProblem(code: CheckCode(error), offset: error.offset, reason: "\(error)"))
    }
  }

  /// One geometry a line; empty lines and those that begin with `#` say nothing.
  func wkt(_ input: InputBytes) throws {
    var line: [UInt8] = []
    var number = 0
    var start = 0
    var isOver = false
    func end() throws {
      number += 1
      defer {
        start += line.count + 1
        line.removeAll(keepingCapacity: true)
      }
      if !isOver { try wkt(line, number: number, offset: start) }
      isOver = false
    }
    while let piece = try input.next() {
      for byte in piece {
        if byte == 0x0A {
          try end()
        } else if line.count < Self.lineLimit {
          line.append(byte)
        } else if !isOver {
          isOver = true
          report.checked += 1
          try report.add(
            CheckProblem(
              code: .textTooLong, line: number + 1, offset: start,
              reason: "a line longer than \(Self.lineLimit) bytes"))
        } else {
          start += 1
        }
      }
    }
    if !line.isEmpty { try end() }
  }

  private func wkt(_ bytes: [UInt8], number: Int, offset: Int) throws {
    let text = bytes.last == 0x0D ? bytes.dropLast() : bytes[...]
    guard let first = text.first(where: { $0 != 0x20 && $0 != 0x09 }), first != UInt8(ascii: "#")
    else { return }
    report.checked += 1
    func add(_ code: CheckCode, _ place: Int, _ reason: String) throws {
      try report.add(
        CheckProblem(code: code, line: number, offset: offset + place, reason: reason))
    }
    guard let string = String(validating: text, as: UTF8.self) else {
      return try add(.textSyntax, 0, "bytes that are not UTF-8")
    }
    let geometry: Geometry
    do {
      geometry = try Geometry(wkt: string)
    } catch .refused(let fault, .byte(let place)) {
      return try add(CheckCode(fault, grammar: .textSyntax), place, "\(fault)")
    } catch {
      return try add(.textSyntax, 0, "\(error)")
    }
    for problem in GeometryCheck(wantsWinding: false).problems(of: geometry) {
      try add(problem.code, 0, problem.reason)
    }
  }

  /// A CSV: its form, and where its columns are those of a known schema its values.
  func csv(_ file: URL) throws {
    let guess = try ImportSchema(guessing: file)
    guard let schema = guess, schema != .sijilCSV else {
      if guess == nil {
        report.notes.append("its columns are those of no known schema: only its form was checked")
      }
      return try form(file)
    }
    let outcome = try RecordImporter.read(file: file, schema: schema) { _, _ in }
    report.checked += outcome.rowsIn
    for issue in outcome.issues {
      try report.add(
        CheckProblem(
          code: .csvValue, line: issue.row, member: issue.column, reason: issue.reason))
    }
    let untold = outcome.reports.reduce(0) { $0 + $1.issueCount - $1.issues.count }
    if untold > 0 { report.notes.append("\(untold) more rows have problems") }
  }

  private func form(_ file: URL) throws {
    var reader = try CSVReader(reading: file)
    while let record = try reader.next() {
      report.checked += 1
      guard case .refused(let fault) = record else { continue }
      try report.add(
        CheckProblem(
          code: .csvForm, line: fault.line, member: reader.columnName(of: fault),
          reason: "\(fault.reason)"))
    }
  }
}
