public import Assessment
public import Inquiry
import JSONText
import Records

/// What changed between two states of the record, as one JSON object.
public enum ChangeDocument {
  /// Writes a report.
  ///
  /// - Parameter report: The report.
  /// - Returns: One JSON object.
  public static func bytes(of report: ChangeReport) -> [UInt8] {
    var writer = JSONWriter(reserving: 16_384)
    writer.beginObject()
    writer.span(report.query)
    for (name, changes) in [("changes", report.changes), ("unmoved", report.unmoved)] {
      writer.key(name)
      writer.beginArray()
      for change in changes { writer.change(change) }
      writer.endArray()
    }
    writer.key("data_version")
    writer.dataVersion(report.dataVersion)
    writer.endObject()
    return writer.takeBytes()
  }
}

extension ChangedFact {
  /// The fact's name for programs.
  public var name: String {
    switch self {
    case .killedMinimum: "killed.min"
    case .killedMaximum: "killed.max"
    case .injuredMinimum: "injured.min"
    case .injuredMaximum: "injured.max"
    case .grade: "grade"
    case .strikeStatus: "strike-status"
    case .verdict: "verdict"
    }
  }
}

extension JSONWriter {
  fileprivate mutating func span(_ query: ChangeQuery) {
    var days: (from: String?, to: String?) = (nil, nil)
    var moments: (from: String?, to: String?) = (nil, nil)
    var asOf: String?
    switch query.span {
    case .published(let from, let to): days = (from.description, to.description)
    case .recorded(let from, let to, let day):
      moments = (from.description, to.description)
      asOf = day?.description
    }
    for (name, value) in [
      ("from", days.from), ("to", days.to), ("recorded_from", moments.from),
      ("recorded_to", moments.to), ("as_of", asOf),
      ("as_recorded", query.incidents.asRecorded?.description),
      ("match", query.incidents.match.code),
    ] {
      key(name)
      string(value)
    }
  }

  fileprivate mutating func change(_ item: IncidentChange) {
    beginObject()
    key("id")
    string(item.id.text)
    key("title")
    string(item.title)
    key("first_reported")
    boolean(item.change.isFirstReport)
    key("claims_in")
    identifiers(item.change.claimsIn)
    key("claims_out")
    identifiers(item.change.claimsOut)
    key("superseded")
    beginArray()
    for replacement in item.change.superseded {
      beginObject()
      key("claim")
      string(replacement.claim.text)
      key("by")
      identifiers(replacement.by)
      endObject()
    }
    endArray()
    key("shifts")
    beginArray()
    for shift in item.change.shifts { self.shift(shift, in: item.change) }
    endArray()
    endObject()
  }

  /// Writes one fact that changed, before and after, with the claims because of which it did.
  mutating func shift(_ shift: AssessmentShift, in change: AssessmentChange) {
    beginObject()
    key("fact")
    string(shift.fact.name)
    switch shift.fact {
    case .killedMinimum: numbers(change.before.killed.minimum, change.after.killed.minimum)
    case .killedMaximum: numbers(change.before.killed.maximum, change.after.killed.maximum)
    case .injuredMinimum: numbers(change.before.injured.minimum, change.after.injured.minimum)
    case .injuredMaximum: numbers(change.before.injured.maximum, change.after.injured.maximum)
    case .grade(let from, let to):
      ends(from.code, to.code)
      key("rule")
      if case .graded(let rule) = to { string(rule.rawValue) } else { null() }
    case .strikeStatus(let from, let to): ends(from?.code, to?.code)
    case .verdict(let party, let from, let to):
      key("of")
      string(party)
      ends(from?.code, to?.code)
    }
    key("because")
    identifiers(shift.because)
    endObject()
  }

  private mutating func numbers(_ from: RangeEnd<ClaimID>?, _ to: RangeEnd<ClaimID>?) {
    for (name, end) in [("from", from), ("to", to)] {
      key(name)
      integer(end?.value)
      key("\(name)_open")
      boolean(end?.isOpen)
    }
  }

  private mutating func ends(_ from: String?, _ to: String?) {
    key("from")
    string(from)
    key("to")
    string(to)
  }
}
