import Assessment
import Records
import Testing

/// How range and grade move, and what two dates differ in.
struct TimelineTests {
  private let record: Testimony

  init() throws { record = try MosulClaims().testimony(of: "CI550") }

  @Test func `each day lists its claims and moves the range from where the last one left it`()
    throws
  {
    let timeline = Timeline(record)
    #expect(timeline.steps.map(\.day) == timeline.steps.map(\.day).sorted())
    #expect(
      timeline.steps.flatMap(\.claims) + timeline.undatedClaims == record.entries.map(\.id))
    for (last, next) in zip(timeline.steps, timeline.steps.dropFirst()) {
      #expect(last.change.after == next.change.before)
    }
    for step in timeline.steps {
      #expect(step.change.after == AssessmentSnapshot(record.published(by: step.day)))
      #expect(step.change.shifts.allSatisfy { !$0.because.isEmpty })
    }
  }

  @Test func `the steps of the strike of 17 March 2017`() throws {
    let steps = Timeline(record).steps
    let first = try #require(steps.first)
    #expect(try first.day == day("2017-03-23"))
    #expect(first.change.before.grade.decision == .notYetReported)
    #expect(first.change.before.killed.isUnknown)
    let grades = steps.compactMap { step -> String? in
      for shift in step.change.shifts {
        if case .grade(_, let new) = shift.fact {
          return "\(step.day) \(new.code) \(shift.because.map(\.text).joined(separator: " "))"
        }
      }
      return nil
    }
    #expect(
      grades == [
        "2017-03-23 weak L01 S13 S14 L02 L03 L05", "2017-03-25 contested L06 S01 S04 S06 S08",
        "2017-05-25 confirmed L22",
      ])
    let inquiry = try #require(steps.first { $0.claims.map(\.text) == ["L22"] })
    #expect(inquiry.change.superseded.map(\.claim.text).sorted() == ["L15", "S06", "S18"])
    #expect(inquiry.change.superseded.allSatisfy { $0.by.map(\.text) == ["L22"] })
    #expect(
      inquiry.change.shifts.contains {
        $0.fact == .verdict(of: "US-led Coalition", from: .open, to: .credible)
          && $0.because.map(\.text) == ["L22"]
      })
  }

  @Test func `undated claims are counted apart`() throws {
    let timeline = Timeline(record)
    #expect(timeline.undatedClaims.map(\.text) == ["C08", "L25", "L27"])
    let change = try #require(timeline.undatedChange)
    #expect(change.after.killed.values == [105, 141] && change.claimsIn == timeline.undatedClaims)
    #expect(
      change.shifts.contains {
        if case .killedMaximum(_, 141) = $0.fact {
          $0.because.map(\.text) == ["L25"]
        } else {
          false
        }
      })
    let none = Timeline(Testimony([]))
    #expect(none.steps.isEmpty && none.undatedClaims.isEmpty && none.undatedChange == nil)
  }

  @Test func `a difference says what came in, what it replaced and what it changed`() throws {
    let change = try #require(
      AssessmentChange(record, from: day("2017-03-26"), to: day("2017-04-05")))
    #expect(
      change.claimsIn.map(\.text) == [
        "L13", "C11", "L14", "L15", "L18", "L17", "C10", "L19", "L20",
      ])
    #expect(change.before.killed.values == [61, 240] && change.after.killed.values == [61, 278])
    #expect(change.shifts.count == 1)
    #expect(change.shifts.first?.fact == .killedMaximum(from: 240, to: 278))
    #expect(change.shifts.first?.because.map(\.text) == ["L19"])
  }

  @Test func `nothing between two days is an empty difference, and days have an order`() throws {
    let still = try #require(
      AssessmentChange(record, from: day("2017-03-01"), to: day("2017-03-22")))
    #expect(still.isEmpty && still.shifts.isEmpty && still.superseded.isEmpty)
    #expect(try AssessmentChange(record, from: day("2017-03-26"), to: day("2017-03-25")) == nil)
    let all = try #require(AssessmentChange(record, from: .earliest, to: nil))
    #expect(all.claimsIn.count == record.entries.count)
    #expect(all.after == AssessmentSnapshot(record))
  }

  @Test func `a count that goes with its successor is because of the successor`() throws {
    let testimony = try Testimony([
      claim("A", [figure(300, 300)], on: "2017-03-20"),
      claim("B", [figure(50, 60)], on: "2017-03-20"),
      claim("C", on: "2017-03-21", kinds: [.retracts], edges: [(.corrects, "A")]),
    ])
    let step = try #require(Timeline(testimony).steps.last)
    #expect(step.change.shifts.map(\.fact).first == .killedMaximum(from: 300, to: 60))
    #expect(step.change.shifts.first?.because.map(\.text) == ["C"])
    #expect(step.change.superseded.map(\.claim.text) == ["A"])
  }

  @Test func `a ceiling that comes to an open end is a change, though the number stays`() throws {
    let testimony = try Testimony([
      claim("A", [figure(40, nil)], by: "a", on: "2017-03-20"),
      claim("B", [figure(40, 40)], by: "b", on: "2017-03-21", edges: [(.supersedes, "A")]),
    ])
    let step = try #require(Timeline(testimony).steps.last)
    #expect(step.change.before.killed.maximum?.isOpen == true)
    #expect(step.change.after.killed.maximum?.isOpen == false)
    #expect(step.change.shifts.map(\.fact).first == .killedMaximum(from: 40, to: 40))
    #expect(step.change.shifts.first?.because.map(\.text) == ["B"])
  }

  @Test func `a very long record gathers days, and loses no claim`() throws {
    let first = try day("1990-01-01")
    let entries = try (0..<200).map { index in
      var said = try claim("C\(index)", [figure(index, index)], by: "s\(index % 50)").claim
      said.published = StatedTime(first.adding(days: index))
      return Testimony.Entry(claim: said, certainty: .certain)
    }
    let plain = Timeline(Testimony(entries))
    #expect(plain.daysPerStep == 1 && plain.steps.count == 200)
    let long = Timeline(Testimony(entries), claimBudget: 4_000)
    #expect(long.daysPerStep == 10 && long.steps.count == 20)
    #expect(long.steps.flatMap(\.claims).count == 200)
    #expect(long.steps.allSatisfy { $0.firstDay.adding(days: 9) == $0.day })
    #expect(long.steps.last?.change.after == plain.steps.last?.change.after)
    #expect(Timeline(Testimony(entries), claimBudget: -1).steps.count == 1)
  }
}

/// Timelines under other methods than the default one.
struct TimelineMethodTests {
  @Test(arguments: Method.allCases)
  func `every step has the range that the method gives on its day`(method: Method) throws {
    let testimony = try MosulClaims().testimony(of: "CI550")
    let timeline = Timeline(testimony, method: method)
    #expect(timeline.method == method && timeline.steps.count > 5)
    for step in timeline.steps {
      let result = MethodTable(of: testimony, asOf: step.day)[method]
      #expect(step.change.after.killed == result[.killed].compact, "\(method) on \(step.day)")
      #expect(step.change.after.injured == result[.injured].compact, "\(method) on \(step.day)")
    }
  }
}
