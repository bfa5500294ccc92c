import JSONText

/// One thing that is wrong with a file, and where.
struct CheckProblem {
  let code: CheckCode
  /// The feature's or row's number in the file or layer, counted from 1.
  var feature: Int?
  /// The line, counted from 1.
  var line: Int?
  /// The byte in the file, counted from 0.
  var offset: Int?
  /// The layer, member or column.
  var member: String?
  /// What is wrong and what would be right.
  let reason: String

  /// One line: file, place, code, reason.
  func line(in file: String) -> String {
    let place = [
      line.map { "line \($0)" }, feature.map { "feature \($0)" }, offset.map { "byte \($0)" },
      member.flatMap { $0.isEmpty ? nil : $0 },
    ].compactMap { $0 }
    return "\(file): \(place.joined(separator: ", "))\(place.isEmpty ? "" : ": ")"
      + "\(code.rawValue): \(reason)"
  }

  /// An object with every member, `null` where there is nothing to tell.
  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("code")
    writer.string(code.rawValue)
    writer.key("feature")
    writer.integer(feature)
    writer.key("line")
    writer.integer(line)
    writer.key("offset")
    writer.integer(offset)
    writer.key("member")
    writer.string(member)
    writer.key("reason")
    writer.string(reason)
    writer.endObject()
  }
}
