import ArgumentParser
import Assessment
import Testing

@testable import CommandLineTool

struct WhySubjectTests {
  @Test func `every measure has three numbers, and the grade is a subject`() throws {
    #expect(try WhySubject("grade") == .grade)
    for measure in Measure.allCases {
      for point in RangePoint.allCases {
        #expect(
          try WhySubject("\(measure.rawValue).\(point.rawValue)") == .number(measure, point))
      }
    }
  }

  @Test(arguments: ["", "killed", "killed.", "killed.most", "died.max", "grade.max", "a.b.c", "."])
  func `a bad subject is answered with one line of the allowed ones`(text: String) throws {
    let error = try #require(throws: ValidationError.self) { try WhySubject(text) }
    #expect(!error.message.contains("\n"))
    for word in ["grade", "killed-or-buried", "all-killed", ".min", ".best", ".max"] {
      #expect(error.message.contains(word))
    }
  }
}
