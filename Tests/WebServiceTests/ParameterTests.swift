import Inquiry
import MapRendering
import Records
import SimpleFeatures
import Testing

@testable import WebService

@Suite struct ParameterTests {
  @Test(arguments: [
    ("43,36.2,43.3,36.5", Envelope(west: 43, south: 36.2, east: 43.3, north: 36.5)),
    (" 43 ,36.2, 43.3,36.5", Envelope(west: 43, south: 36.2, east: 43.3, north: 36.5)),
    ("170,-10,-170,10", Envelope(west: 170, south: -10, east: -170, north: 10)),
    ("43,36.2,-5,43.3,36.5,900", Envelope(west: 43, south: 36.2, east: 43.3, north: 36.5)),
    ("-180,-90,180,90", Envelope(west: -180, south: -90, east: 180, north: 90)),
    (
      "43.100000000000001,36.299999999999997,43.200000000000003,36.399999999999999",
      Envelope(west: 43.1, south: 36.3, east: 43.2, north: 36.4)
    ),
    ("1e1,2E0,1.5e+1,30e-1", Envelope(west: 10, south: 2, east: 15, north: 3)),
    ("43,36,43,36", Envelope(west: 43, south: 36, east: 43, north: 36)),
  ])
  func `a box is read in the order of the wire`(text: String, box: Envelope) {
    #expect(BoundingBoxParameter.parse(text)?.envelope(in: .crs84) == box)
  }

  @Test(arguments: [
    "", ",,,", "1,2,3", "1,2,3,4,5", "1,2,3,4,5,6,7", "a,b,c,d", "nan,0,1,1", "inf,0,1,1",
    "1e400,0,1,1", "0x10,0,1,1", "0,91,1,92", "0,-91,1,1", "181,0,182,1", "0,10,1,9",
    "0,0,9,1,1,1", "1;2;3;4", "1,2,3,4'", "１,2,3,4", "1,2,3,\u{0}4", "--1,0,1,1", "1 2,3,4,5",
    String(repeating: "0", count: 155) + ",0,1,1",
  ])
  func `a box that is none is refused`(text: String) {
    #expect(BoundingBoxParameter.parse(text)?.envelope(in: .crs84) == nil)
  }

  @Test func `a box may be 160 bytes long and not 161`() {
    let text = String(repeating: "0", count: 152) + "1,2,3,4"
    #expect(text.utf8.count == 159)
    #expect(BoundingBoxParameter.parse("0" + text) != nil)
    #expect(BoundingBoxParameter.parse("00" + text) == nil)
  }

  @Test(arguments: [
    ("2017-03-17", "2017-03-17"), ("2017-03-17T", "2017-03-17"),
    ("2017-03-17T08:24:00Z", "2017-03-17"), ("2017-03-17T01:00:00+03:00", "2017-03-16"),
    ("2017-03-01/2017-03-31", "2017-03-01/2017-03-31"), ("../2017-03-31", "../2017-03-31"),
    ("/2017-03-31", "../2017-03-31"), ("2017-03-01/..", "2017-03-01/.."),
    ("2017-03-01/", "2017-03-01/.."), ("../..", "../.."), ("2023-10-07T/..", "2023-10-07/.."),
    ("0000-01-01T00:00:00Z/2017-03-31T00:00:00Z", "../2017-03-31"),
    ("2017-03-01T00:00:00Z/9999-12-31T00:00:00Z", "2017-03-01/.."),
    ("0000-01-01/9999-12-31", "../.."), ("2017-03-17/2017-03-17", "2017-03-17"),
    ("2017-03-17t08:24:00.123z/..", "2017-03-17/.."),
  ])
  func `a time is read as real clients write it`(text: String, days: String) {
    #expect(DatetimeParameter.parse(text)?.description == days)
  }

  @Test(arguments: [
    "", "yesterday", "2017", "2017-3-1", "2017-02-30", "2017-03-17T08:24:00", "2017-03-17 T",
    "2017-03-31/2017-03-01", "a/b", "2017-03-01/2017-03-02/2017-03-03", "0000-01-01",
    "0000-13-01/..", "../0000-01-01", "0000/..", "9999-99-99/..", "../9999-99-99",
    "2017-03-17Z", "now/..", "2017-03-17T25:00:00Z", "２017-03-17",
    "2017-03-01/" + String(repeating: "9", count: 80),
  ])
  func `a time that is none is refused`(text: String) {
    #expect(DatetimeParameter.parse(text) == nil)
  }

  @Test(arguments: [
    ("1", 1), ("100", 100), ("10000", 10_000), ("10001", 10_000), ("007", 7),
    ("99999999999999999999999", 10_000),
  ])
  func `a limit is cut to the maximum`(text: String, limit: Int) {
    #expect(LimitParameter.parse(text) == limit)
  }

  @Test(arguments: ["", "0", "-1", "+1", "1.5", "1e3", "ten", "0x10", " 1", "١"])
  func `a limit that is no positive number is refused`(text: String) {
    #expect(LimitParameter.parse(text) == nil)
  }

  @Test func `days, codes and sizes are read strictly`() {
    #expect(AsOfParameter.parse("2017-03-25")?.description == "2017-03-25")
    #expect(AsOfParameter.parse("2017-03-25T")?.description == "2017-03-25")
    for text in ["", "2017-03", "25.03.2017", "2017-03-25/..", "2017-03-25TT"] {
      #expect(AsOfParameter.parse(text) == nil, "\(text)")
    }
    #expect(MatchParameter.parse("certain") == .certain)
    #expect(MatchParameter.parse("Certain") == nil)
    #expect(MapWidthParameter.parse("20") == 20)
    #expect(MapWidthParameter.parse("99999999999999999999") == .max)
    for text in ["0", "-80", "80.0", "", "+80", "8O"] {
      #expect(MapWidthParameter.parse(text) == nil, "\(text)")
    }
    #expect(GlyphsParameter.parse("auto") == .braille)
    #expect(GlyphsParameter.parse("half") == .box)
    #expect(GlyphsParameter.parse("octant") == .octant)
    #expect(GlyphsParameter.parse("Octant") == nil)
    #expect(ColorParameter.parse("24") == .trueColour)
    #expect(ColorParameter.parse("8") == nil)
    #expect(ZoomParameter.parse("12.5") == 12.5)
    for text in ["-1", "22.1", "1e1000", "", "nan"] {
      #expect(ZoomParameter.parse(text) == nil, "\(text)")
    }
    #expect(CenterParameter.parse("43.1, 36") == [43.1, 36])
    for text in ["43.1", "43,36,1", "a,b", ",", ""] {
      #expect(CenterParameter.parse(text) == nil, "\(text)")
    }
    #expect(IncidentCursorParameter.parse("dgo~I-10")?.text == "dgo~I-10")
    #expect(IncidentCursorParameter.parse("~30") == .past(30))
    #expect(IncidentCursorParameter.parse("~-1") == nil)
    #expect(IncidentCursorParameter.parse("I-10") == nil)
    #expect(PlaceParameter.parse("../../etc") == nil)
  }
}
