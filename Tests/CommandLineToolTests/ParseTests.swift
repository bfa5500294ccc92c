import ArgumentParser
import Inquiry
import Records
import SimpleFeatures
import Testing

@testable import CommandLineTool

/// What a refusal says.
private func refusal<Value>(_ parse: () throws -> Value) -> String? {
  do {
    _ = try parse()
    return nil
  } catch {
    return (error as? ValidationError)?.message ?? "another error: \(error)"
  }
}

struct ParseTests {
  @Test func `a code is one of its vocabulary, and a refusal lists them`() throws {
    let match: Match = try Parse.code("certain")
    #expect(match == .certain)
    let grade: Grade = try Parse.code("fair")
    #expect(grade == .fair)
    #expect(
      refusal { try Parse.code("sure") as Match } == "'sure' is no match: use certain, possible")
    #expect(
      refusal { try Parse.code("Fair") as Grade }
        == "'Fair' is no grade: use confirmed, fair, weak, contested, discounted")
  }

  @Test(arguments: [
    ("2017-03-17", "2017-03-17", "2017-03-17"), ("2017-03", "2017-03-01", "2017-03-31"),
    ("2016-02", "2016-02-01", "2016-02-29"), ("2017", "2017-01-01", "2017-12-31"),
    ("2017-03-13/2017-03-14", "2017-03-13", "2017-03-14"),
  ])
  func `a date is a span of days`(text: String, start: String, end: String) throws {
    let time = try Parse.date(text)
    #expect(time.interval.start == CivilDate(start))
    #expect(time.interval.end == CivilDate(end))
  }

  @Test(arguments: ["", "yesterday", "17.3.2017", "2017-13", "2017-02-30", "2017-3-1", "٢٠١٧"])
  func `what is no date is refused with the forms that are`(text: String) {
    #expect(
      refusal { try Parse.date(text) } == "'\(text)' is no date: use 2017-03-17, 2017-03 or 2017")
  }

  @Test(arguments: ["", "2017", "2017-03", "2017-02-29", "2017-03-17T00:00:00Z", " 2017-03-17"])
  func `a day must be whole`(text: String) {
    #expect(refusal { try Parse.day(text) } == "'\(text)' is no day: use the form 2017-03-17")
  }

  @Test func `an instant may be a day, which means all of it`() throws {
    #expect(try Parse.day("2016-02-29") == CivilDate("2016-02-29"))
    #expect(try Parse.instant("2017-03-17T08:24:00Z") == Instant("2017-03-17T08:24:00Z"))
    #expect(try Parse.instant("2017-03-17") == Instant("2017-03-17T23:59:59Z"))
    #expect(
      refusal { try Parse.instant("noon") }
        == "'noon' is no instant: use 2017-03-17 or 2017-03-17T08:24:00Z")
  }

  @Test func `a box is four numbers, west before south`() throws {
    #expect(
      try Parse.envelope("43.1,36.3,43.2,36.4")
        == Envelope(west: 43.1, south: 36.3, east: 43.2, north: 36.4))
    #expect(try Parse.envelope("-180,-90,180,90") == Envelope.world)
    #expect(try Parse.envelope("179,-1,-179,1").crossesAntimeridian)
    #expect(try Parse.envelope("43,36,43,36").width == 0)
  }

  @Test(arguments: [
    "", "43.1", "43.1,36.3,43.2", "43.1,36.3,43.2,36.4,0", "43.1,36.4,43.2,36.3",
    "43.1,36.3,43.2,x", "43.1,,43.2,36.4", "181,0,182,1", "0,-91,1,0", "nan,0,1,1",
    "0,0,inf,1", "43.1, 36.3, 43.2, 36.4", "0x10,0,20,1", "0,0,1,91",
  ])
  func `what is no box is refused`(text: String) {
    #expect(
      refusal { try Parse.envelope(text) }
        == "'\(text)' is no box: use west,south,east,north in degrees")
  }

  @Test func `a position is longitude, then latitude`() throws {
    #expect(
      try Parse.position("43.1285,36.345") == Position(longitude: 43.1285, latitude: 36.345))
    #expect(try Parse.position("-180,-90") == Position(longitude: -180, latitude: -90))
  }

  @Test(arguments: ["", "43", "43,", ",36", "43,36,1", "36.3N,43.1E", "43,136", "200,36", "43;36"])
  func `what is no position is refused`(text: String) {
    #expect(
      refusal { try Parse.position(text) }
        == "'\(text)' is no position: use longitude,latitude in degrees")
  }

  @Test(arguments: [
    ("500m", 500.0), ("2km", 2_000), ("0.5km", 500), ("750", 750), ("1.5m", 1.5),
  ])
  func `a distance has a unit, or metres`(text: String, meters: Double) throws {
    #expect(try Parse.meters(text) == meters)
  }

  @Test(arguments: [
    "", "m", "km", "0", "0m", "-5m", "5 km", "five", "2mi", "1e999km", "nan", "inf",
  ])
  func `what is no distance is refused`(text: String) {
    #expect(
      refusal { try Parse.meters(text) } == "'\(text)' is no distance: use 500m or 2km")
  }
}
