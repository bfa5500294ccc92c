import Inquiry
import QueryLanguage
import Records

/// The incidents that a question has to look at one by one.
///
/// What sorted columns, names and the spatial index leave over: none of the others can match or be
/// counted.
struct Narrowing {
  private var runs: OrdinalRuns
  /// Ascending; `nil` where no name and no box tells.
  private var listed: [Int32]?

  init(of count: Int) {
    runs = OrdinalRuns()
    runs.append(0..<count)
  }

  /// Leaves what lies in some runs.
  mutating func keep(_ other: OrdinalRuns) { runs = runs.intersection(other) }

  /// Leaves what a list names.
  ///
  /// - Parameter ordinals: Ascending.
  mutating func keep(_ ordinals: [Int32]) {
    guard let known = listed else {
      listed = ordinals
      return
    }
    var common: [Int32] = []
    var next = 0
    for ordinal in known {
      while next < ordinals.count, ordinals[next] < ordinal { next += 1 }
      if next < ordinals.count, ordinals[next] == ordinal { common.append(ordinal) }
    }
    listed = common
  }

  /// Takes each, ascending.
  func forEach(_ take: (Int) throws -> Void) rethrows {
    for run in runs.runs {
      guard let listed else {
        for incident in run { try take(incident) }
        continue
      }
      var place = listed.partitioningIndex { Int($0) >= run.lowerBound }
      while place < listed.count, Int(listed[place]) < run.upperBound {
        try take(Int(listed[place]))
        place += 1
      }
    }
  }
}

extension Narrowing {
  /// Leaves the incidents whose first and last day a filter may want.
  mutating func keep(_ filter: Filter, _ blocks: TimeBlocks) {
    keep(filter, .eventStart) { blocks.runs(startingIn: $0) }
    keep(filter, .eventEnd) { blocks.runs(endingIn: $0) }
  }

  private mutating func keep(
    _ filter: Filter, _ property: IncidentProperty, _ find: (ClosedRange<Int32>) -> OrdinalRuns
  ) {
    guard let slot = filter.slot(of: property.name) else { return }
    switch filter.necessaryTimes(of: slot) {
    case .anything: break
    case .nothing: runs = OrdinalRuns()
    case .within(let windows):
      // A day is met whole: two windows that meet one leave the days from the later beginning to
      // the earlier end.
      let days = windows.map {
        Self.day(ofSecond: $0.lowerBound)...Self.day(ofSecond: $0.upperBound)
      }
      let first = days.map(\.lowerBound).max() ?? .min
      let last = days.map(\.upperBound).min() ?? .max
      if first <= last { keep(find(first...last)) } else { runs = OrdinalRuns() }
    }
  }

  private static func day(ofSecond second: Int64) -> Int32 {
    let (quotient, rest) = second.quotientAndRemainder(dividingBy: 86_400)
    return Int32(clamping: rest < 0 ? quotient - 1 : quotient)
  }
}

extension Narrowing {
  /// Leaves the incidents of which grade and numbers are such as a filter may want.
  mutating func keep(_ filter: Filter, _ findings: FindingColumns) {
    if let slot = filter.slot(of: IncidentProperty.grade.name) {
      switch filter.necessaryStrings(of: slot) {
      case .anything: break
      case .nothing: runs = OrdinalRuns()
      case .within(let codes):
        keep(findings.incidents(graded: Set(codes.compactMap { Grade(rawValue: $0) })))
      }
    }
    for number in FindingNumber.allCases {
      guard let slot = filter.slot(of: number.property.name) else { continue }
      switch filter.necessaryNumbers(of: slot) {
      case .anything: break
      case .nothing: runs = OrdinalRuns()
      case .within(let range): keep(findings.incidents(number, in: range))
      }
    }
  }
}
