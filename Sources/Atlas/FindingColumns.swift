import Assessment
import Inquiry
import Records
import Synchronization

/// What the claims about every incident come to, as all of them have it: grades and ends of ranges
/// without the claims behind them, for filters and orders alone.
struct FindingColumns: Sendable {
  /// Places in `Grade.allCases`, counted from 1; 0 for none.
  private let grades: [UInt8]
  /// By the places of the numbers.
  private let numbers: [[Int32]]

  /// The properties that are held here.
  static let properties = [.grade] + FindingNumber.allCases.map(\.property)

  /// Stands for no number.
  private static let none = Int32.min
  /// Stands for a number that has no room here.
  private static let large = Int32.max

  /// - Complexity: O(*n* + *c*), *n* incidents and *c* claims; on all cores.
  init(of atlas: Atlas) {
    let size = 1 << 14
    let pieces = concurrentMap((atlas.incidents.count + size - 1) / size) { number in
      let incidents = number * size..<min((number + 1) * size, atlas.incidents.count)
      return incidents.map { Finding(atlas.assessment(of: $0, asOf: nil)) }
    }
    grades = pieces.flatMap { $0.map(\.grade) }
    numbers = FindingNumber.allCases.map { number in pieces.flatMap { $0.map { $0[number] } } }
  }

  /// The grade of an incident.
  func grade(of incident: Int) -> Grade? {
    let place = Int(grades[incident])
    return place > 0 ? Grade.allCases[place - 1] : nil
  }

  /// A number of an incident.
  ///
  /// - Returns: `nil` where it has to be worked out; a value that is `nil` itself for none.
  func number(_ number: FindingNumber, of incident: Int) -> Int?? {
    switch numbers[number.rawValue][incident] {
    case Self.large: nil
    case Self.none: .some(nil)
    case let value: .some(Int(value))
    }
  }

  /// The highest number that some claim gives of an incident, killed or injured.
  ///
  /// - Returns: `nil` where it has to be worked out; less than any number for none.
  func reach(of incident: Int) -> Int? {
    var reach = Int.min
    for (maximum, minimum) in [
      (FindingNumber.killedMaximum, FindingNumber.killedMinimum),
      (.injuredMaximum, .injuredMinimum),
    ] {
      guard let upper = number(maximum, of: incident), let lower = number(minimum, of: incident)
      else { return nil }
      reach = max(reach, upper ?? lower ?? .min)
    }
    return reach
  }

  /// The incidents that have one of some grades, ascending.
  func incidents(graded wanted: Set<Grade>) -> [Int32] {
    let isWanted = [false] + Grade.allCases.map(wanted.contains)
    return grades.indices.filter { isWanted[Int(grades[$0])] }.map { Int32(clamping: $0) }
  }

  /// The incidents of which a number lies in a range, ascending, and those that have no room here.
  func incidents(_ number: FindingNumber, in range: ClosedRange<Double>) -> [Int32] {
    let values = numbers[number.rawValue]
    return values.indices.filter { place in
      let value = values[place]
      return value == Self.large || (value != Self.none && range.contains(Double(value)))
    }.map { Int32(clamping: $0) }
  }

  private struct Finding {
    let grade: UInt8
    private let killed: (minimum: Int32, maximum: Int32)
    private let injured: (minimum: Int32, maximum: Int32)

    init(_ assessment: IncidentAssessment<Int32>) {
      let place = assessment.shownGrade.flatMap { Grade.allCases.firstIndex(of: $0) }
      grade = place.map { UInt8(clamping: $0 + 1) } ?? 0
      killed = Self.ends(assessment.killed)
      injured = Self.ends(assessment.injured)
    }

    private static func ends(_ range: HarmRange<Int32>) -> (Int32, Int32) {
      let values = [range.minimum, range.maximum].map { end in
        end.map { Int32(exactly: $0.value) ?? FindingColumns.large } ?? FindingColumns.none
      }
      return (values[0], values[1])
    }

    subscript(number: FindingNumber) -> Int32 {
      switch number {
      case .killedMinimum: killed.minimum
      case .killedMaximum: killed.maximum
      case .injuredMinimum: injured.minimum
      case .injuredMaximum: injured.maximum
      }
    }
  }
}

/// An end of a range that filters ask for.
enum FindingNumber: Int, CaseIterable {
  case killedMinimum
  case killedMaximum
  case injuredMinimum
  case injuredMaximum

  /// The property that shows it.
  var property: IncidentProperty {
    switch self {
    case .killedMinimum: .killedMinimum
    case .killedMaximum: .killedMaximum
    case .injuredMinimum: .injuredMinimum
    case .injuredMaximum: .injuredMaximum
    }
  }
}

/// The findings, made when they are asked for a second time: one question alone is answered sooner
/// without.
final class FindingMemo: Sendable {
  private struct State {
    var isAsked = false
    var findings: FindingColumns?
  }

  private let state = Mutex(State())

  /// The findings, or `nil` on the first question.
  func findings(of atlas: Atlas) -> FindingColumns? {
    state.withLock { state in
      guard state.isAsked else {
        state.isAsked = true
        return nil
      }
      if let findings = state.findings { return findings }
      let made = FindingColumns(of: atlas)
      state.findings = made
      return made
    }
  }
}
