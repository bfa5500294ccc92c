import Interchange
import RegexBuilder
import TestSupport
import Testing

/// One broken line, and where and why it must be refused.
struct BrokenLine: CustomTestStringConvertible, Sendable {
  let table: SijilTable
  let line: Int
  let text: String
  let column: String?
  let reason: String

  init(_ table: SijilTable, _ line: Int, _ text: String, _ column: String?, _ reason: String) {
    self.table = table
    self.line = line
    self.text = text
    self.column = column
    self.reason = reason
  }

  var testDescription: String { "\(table): \(text)" }
}

struct SijilRefusalTests {
  static let sourcesAndPlaces: [BrokenLine] = [
    BrokenLine(
      .sources, 2, "reuters,Reuters,agency,,en,", "kind",
      "unknown source kind \"agency\"; allowed: news-agency, broadcaster,"),
    BrokenLine(.sources, 2, "reuters,,news-agency,,en,", "name", "must not be empty"),
    BrokenLine(.sources, 5, "reuters,Again,newspaper,,,", "id", "declared already on line 2"),
    BrokenLine(
      .sources, 5, "x,X,official,x,,", "affiliation", "a source cannot belong to itself"),
    BrokenLine(.sources, 5, "x,X,official,who,,", "affiliation", "there is no source who"),
    BrokenLine(.sources, 5, "-x,X,official,,,", "id", "is no identifier"),
    BrokenLine(.reliability, 2, "nobody,B,us,2017-04-01", "source_id", "no source nobody here"),
    BrokenLine(.reliability, 2, "reuters,G,us,2017-04-01", "reliability", "allowed: A, B, C"),
    BrokenLine(.reliability, 2, "reuters,B,us,2017-02-30", "date", "is no day"),
    BrokenLine(
      .places, 3, "west,area,West,,,right,mosul,43.1,36.34,,approximate,our,", "precision_m",
      "a point needs a precision"),
    BrokenLine(
      .places, 3, "west,area,West,,,right,mosul,43.1,96.34,10,approximate,our,", "latitude",
      "outside the world"),
    BrokenLine(
      .places, 3, "west,area,West,,,right,mosul,243.1,36.34,10,approximate,our,", "longitude",
      "outside the world"),
    BrokenLine(
      .places, 3, "west,area,West,,,right,mosul,nan,36.34,10,approximate,our,", "longitude",
      "\"nan\" is no decimal number"),
    BrokenLine(
      .places, 3, "west,area,West,,,right,mosul,1e400,36.34,10,approximate,our,", "longitude",
      "no decimal number"),
    BrokenLine(
      .places, 3, "west,area,West,,,right,mosul,,36.34,10,approximate,our,", "longitude",
      "a point needs longitude and latitude"),
    BrokenLine(
      .places, 3, "west,area,West,,,right,mosul,43.1,36.34,0,approximate,our,", "precision_m",
      "more than 0"),
    BrokenLine(
      .places, 3, "west,area,West,,,right,mosul,43.1,36.34,10,,our,", "origin", "its origin"),
    BrokenLine(
      .places, 3, "west,area,West,,,right,mosul,43.1,36.34,10,approximate,,", "coordinate_source",
      "must not be empty"),
    BrokenLine(
      .places, 3, "west,area,West,,,right,mosul,,,10,,,", "precision_m", "the row has no point"),
    BrokenLine(.places, 3, "west,area,,,,right,mosul,,,,,,", "name_en", "at least one name"),
    BrokenLine(.places, 3, "west,area,W,,a||b,right,mosul,,,,,,", "variants", "an empty item"),
    BrokenLine(.places, 3, "west,area,W,,,middle,mosul,,,,,,", "bank", "unknown bank"),
    BrokenLine(.places, 3, "west,area,W,,,right,erbil,,,,,,", "parent", "there is no place erbil"),
    BrokenLine(.places, 3, "west,area,W,,,right,jadida,,,,,,", "parent", "inside itself"),
    BrokenLine(
      .places, 2, "mosul,city,Mosul,,,both,,43,36,9,surveyed,x,", "place_id",
      "has a point or an area already"),
  ]

  static let incidents: [BrokenLine] = [
    BrokenLine(.incidents, 2, "A,,2017-03-17,day,airstrike,,,", "title", "must not be empty"),
    BrokenLine(.incidents, 2, "A,T,17.3.2017,day,airstrike,,,", "time", "is no time"),
    BrokenLine(
      .incidents, 2, "A,T,2017-03-25/2017-02-19,days,airstrike,,,", "time", "ends before it starts"),
    BrokenLine(.incidents, 2, "A,T,2017-03-17,,airstrike,,,", "time_precision", "one of day, days"),
    BrokenLine(.incidents, 2, "A,T,2017-03-17,day,bomb,,,", "kind", "unknown incident kind"),
    BrokenLine(.incidents, 2, "A,T,2017-03-17,day,airstrike,reuters,,", "foreign_id", "together"),
    BrokenLine(.incidents, 2, "A,T,2017-03-17,day,airstrike,ap,7,", "foreign_source", "source ap"),
    BrokenLine(.incidents, 4, "A,T,2017-03-17,day,airstrike,,,", "id", "already on line 2"),
    BrokenLine(.incidents, 2, "A,T,2017-03-17", nil, "the row has 3 cells, the header 8"),
    BrokenLine(.incidentLinks, 2, "A,part-of,A,", "target", "cannot link to itself"),
    BrokenLine(.incidentLinks, 2, "A,part-of,Q,", "target", "there is no incident Q"),
    BrokenLine(.incidentLinks, 2, "Q,part-of,A,", "incident_id", "there is no incident Q here"),
    BrokenLine(
      .locations, 2, "A,C1,city,jadida,43.1,36.3,10,,", "place_id", "not both"),
    BrokenLine(.locations, 2, "A,C1,city,,43.1,36.3,,,", "radius_m", "a point needs the radius"),
    BrokenLine(.locations, 2, "A,C1,city,,43.1,36.3,-1,,", "radius_m", "more than 0"),
    BrokenLine(.locations, 2, "A,C1,city,,43.1,36.3x,5,,", "latitude", "no decimal number"),
    BrokenLine(.locations, 2, "A,C1,city,,,,5,,words", "radius_m", "the row has no point"),
    BrokenLine(.locations, 2, "A,C1,city,,,,,,", "place_as_stated", "at least its words"),
    BrokenLine(.locations, 2, "A,C9,city,jadida,,,,,", "asserted_by", "there is no claim C9"),
    BrokenLine(.locations, 2, "A,C1,city,nowhere,,,,,", "place_id", "there is no place nowhere"),
    BrokenLine(.locations, 2, "A,C1,house,jadida,,,,,", "scale", "unknown location scale"),
  ]

  static let claims: [BrokenLine] = [
    BrokenLine(
      .claims, 3, "C2,ghost,denies,denied,alleged,institution,,,,,,,,,,,", "claimant",
      "there is no source ghost"),
    BrokenLine(
      .claims, 3, "C2,reuters,,denied,alleged,institution,,,,,,,,,,,", "kinds", "must not be empty"),
    BrokenLine(
      .claims, 3, "C2,reuters,denies|lies,denied,alleged,institution,,,,,,,,,,,", "kinds",
      "unknown claim kind \"lies\""),
    BrokenLine(
      .claims, 3, "C2,reuters,denies,no,alleged,institution,,,,,,,,,,,", "polarity",
      "allowed: affirmed, denied, unknown"),
    BrokenLine(
      .claims, 3, "C2,reuters,denies,denied,alleged,institution,,,2017-13,,,,,,,,", "event_time",
      "is no time"),
    BrokenLine(
      .claims, 3, "C2,reuters,denies,denied,alleged,institution,,,,,,,sure,,,,", "grade",
      "unknown grade"),
    BrokenLine(.claimEdges, 2, "C2,denies,C7,certain,", "target", "there is no claim C7"),
    BrokenLine(.claimEdges, 2, "C2,denies,C2,certain,", "target", "cannot stand to itself"),
    BrokenLine(.claimEdges, 2, "C2,hates,C1,certain,", "kind", "unknown claim edge"),
    BrokenLine(.claimIncidents, 3, "C1,A,possible", "incident_id", "linked to incident A already"),
    BrokenLine(.claimIncidents, 3, "C2,Q,possible", "incident_id", "there is no incident Q"),
    BrokenLine(.claimPlaces, 3, "C1,jadida,possible", "place_id", "names place jadida already"),
    BrokenLine(.relays, 2, "C1,2,civil-defence,,,,,", "hop", "hop 2 follows hop 0"),
    BrokenLine(.relays, 3, "C1,3,reuters,,,,,", "hop", "wanted 2"),
    BrokenLine(.relays, 3, "C1,2,reuters,,,,abc,", "content_hash", "64 hexadecimal digits"),
    BrokenLine(.relays, 3, "C1,2,bbc,,,,,", "outlet", "there is no source bbc"),
    BrokenLine(
      .quantities, 2, "C1,50,40,bodies,recovered,between,event,,true,", "maximum",
      "the range is reversed: 50 to 40"),
    BrokenLine(
      .quantities, 2, "C1,-5,,bodies,recovered,at-least,event,,true,", "minimum", "whole number"),
    BrokenLine(
      .quantities, 2, "C1,40,41,bodies,recovered,exactly,event,,true,", "bound", "both equal"),
    BrokenLine(
      .quantities, 2, "C1,40,50,bodies,recovered,at-least,event,,true,", "bound", "no maximum"),
    BrokenLine(
      .quantities, 2, "C1,0,,bodies,recovered,more-than,event,,true,", "bound", "n + 1"),
    BrokenLine(
      .quantities, 2, "C1,1,9,bodies,recovered,up-to,event,,true,", "bound", "no minimum"),
    BrokenLine(
      .quantities, 2, "C1,1,,bodies,recovered,between,event,,true,", "bound", "minimum and maximum"),
    BrokenLine(
      .quantities, 2, "C1,,,bodies,recovered,about,event,,true,", "bound", "both equal"),
    BrokenLine(
      .quantities, 2, "C1,4,,bodies,recovered,unquantified,event,,true,", "bound", "neither"),
  ]

  @Test(arguments: sourcesAndPlaces + incidents + claims)
  func `a broken line is refused with its place and its reason`(_ broken: BrokenLine) throws {
    let fixture = SijilFixture().changing(broken.table, line: broken.line, to: broken.text)
    let outcome = try fixture.read().outcome
    #expect(!outcome.isAccepted)
    let table = broken.reason.contains("point or an area") ? SijilTable.areas : broken.table
    let match = outcome.issues.first {
      $0.file == table.fileName && $0.column == broken.column && $0.reason.contains(broken.reason)
    }
    #expect(match != nil, "found: \(outcome.issues.map(\.description))")
    if table == broken.table, !broken.reason.contains("inside itself") {
      let last = (fixture.tables[broken.table] ?? []).count
      #expect(match?.row == min(broken.line, last))
    }
    for report in outcome.reports {
      #expect(report.rowsIn == report.stored + report.refused + report.duplicates)
    }
  }

  @Test(arguments: [
    ("\"place_id\":\"nowhere\"", "place_id", "there is no place nowhere in places.csv"),
    ("\"origin\":\"guess\"", "origin", "unknown geometry origin \"guess\""),
    ("\"approximate\":1", "approximate", "must be true or false"),
    ("\"precision_m\":0", "precision_m", "more than 0"),
    ("\"source\":\"\"", "source", "must be text"),
    ("[44,37],[43,35]", "geometry", "last position must repeat its first"),
    ("[44,97],[43,36]", "geometry", "outside"),
  ])
  func `a broken feature is refused with its number`(
    change: String, column: String, reason: String
  ) throws {
    var fixture = SijilFixture()
    let sound = try #require(fixture.tables[.areas]?.first)
    let old =
      change.hasPrefix("[")
      ? "[44,37],[43,36]"
      : String(try #require(sound.firstMatch(of: memberPattern(of: change))).output)
    fixture.tables[.areas] = [sound.replacing(old, with: change)]
    let issues = try fixture.read().outcome.issues
    #expect(issues.map(\.file) == ["areas.geojson"])
    #expect(issues.map(\.row) == [1])
    #expect(issues.map(\.column) == [column])
    #expect(issues.first?.reason.contains(reason) == true, "\(issues)")
  }

  @Test func `areas that are no JSON or no collection are refused`() throws {
    for text in ["{\"type\":", "[1]", "{\"type\":\"FeatureCollection\"}"] {
      let outcome = try SijilFixture().changing(.areas, line: 1, to: text).read().outcome
      #expect(outcome.issues.count == 1)
      #expect(outcome.issues.first?.file == "areas.geojson")
    }
  }

  private func memberPattern(of change: String) -> Regex<Substring> {
    let name = change.prefix { $0 != ":" }
    return Regex {
      name; ":"; OneOrMore(CharacterClass.anyOf(",}").inverted)
    }
  }
}
