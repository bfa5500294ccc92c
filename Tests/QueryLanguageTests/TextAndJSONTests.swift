import QueryLanguage
import Testing

@Suite("The same filter as text and as JSON") struct TextAndJSONTests {
  /// Text, and the JSON of the same filter after the schema of the standard.
  static let pairs: [(String, String)] = [
    ("floors > 5", #"{"op":">","args":[{"property":"floors"},5]}"#),
    (
      "a <> 1.5 OR NOT b",
      #"{"op":"or","args":[{"op":"<>","args":[{"property":"a"},1.5]},{"op":"not","args":[{"property":"b"}]}]}"#
    ),
    ("name LIKE 'Smith%'", #"{"op":"like","args":[{"property":"name"},"Smith%"]}"#),
    ("depth BETWEEN 100.0 AND 150.5", #"{"op":"between","args":[{"property":"depth"},100,150.5]}"#),
    ("city IN ('Mosul', 'Erbil')", #"{"op":"in","args":[{"property":"city"},["Mosul","Erbil"]]}"#),
    (
      "kind NOT IN (1, 2)",
      #"{"op":"not","args":[{"op":"in","args":[{"property":"kind"},[1,2]]}]}"#
    ),
    ("geometry IS NULL", #"{"op":"isNull","args":[{"property":"geometry"}]}"#),
    (
      "CASEI(road) IN (CASEI('Οδος'), CASEI('Straße'))",
      #"{"op":"in","args":[{"op":"casei","args":[{"property":"road"}]},[{"op":"casei","args":["Οδος"]},{"op":"casei","args":["Straße"]}]]}"#
    ),
    (
      "ACCENTI(etat) = ACCENTI('débárquér')",
      #"{"op":"=","args":[{"op":"accenti","args":[{"property":"etat"}]},{"op":"accenti","args":["débárquér"]}]}"#
    ),
    (
      "S_INTERSECTS(geometry, POINT(36.319836 32.288087))",
      #"{"op":"s_intersects","args":[{"property":"geometry"},{"type":"Point","coordinates":[36.319836,32.288087]}]}"#
    ),
    (
      "S_WITHIN(geometry, BBOX(160.6, -55.95, -170, -25.89))",
      #"{"op":"s_within","args":[{"property":"geometry"},{"bbox":[160.6,-55.95,-170,-25.89]}]}"#
    ),
    (
      "T_INTERSECTS(event, INTERVAL('1969-07-16T05:32:00Z', '..'))",
      #"{"op":"t_intersects","args":[{"property":"event"},{"interval":["1969-07-16T05:32:00Z",".."]}]}"#
    ),
    (
      "T_DURING(INTERVAL(touchdown, lift), INTERVAL('1969-07-16', '1969-07-24'))",
      #"{"op":"t_during","args":[{"interval":[{"property":"touchdown"},{"property":"lift"}]},{"interval":["1969-07-16","1969-07-24"]}]}"#
    ),
    ("T_FINISHEDBY(a, b)", #"{"op":"t_finishedBy","args":[{"property":"a"},{"property":"b"}]}"#),
    ("day = DATE('2017-03-17')", #"{"op":"=","args":[{"property":"day"},{"date":"2017-03-17"}]}"#),
    (
      "at < TIMESTAMP('2017-03-17T08:24:00Z')",
      #"{"op":"<","args":[{"property":"at"},{"timestamp":"2017-03-17T08:24:00Z"}]}"#
    ),
    (
      "A_CONTAINS(layer:ids, ('layers-ca', 'layers-us'))",
      #"{"op":"a_contains","args":[{"property":"layer:ids"},["layers-ca","layers-us"]]}"#
    ),
    ("A_CONTAINEDBY(ids, ('x'))", #"{"op":"a_containedBy","args":[{"property":"ids"},["x"]]}"#),
    (
      "vehicle_height > bridge - 1 div 2 ^ x % 3",
      #"{"op":">","args":[{"property":"vehicle_height"},{"op":"-","args":[{"property":"bridge"},{"op":"%","args":[{"op":"div","args":[1,{"op":"^","args":[2,{"property":"x"}]}]},3]}]}]}"#
    ),
    (
      "S_WITHIN(road, Buffer(geometry, 10, 'm'))",
      #"{"op":"s_within","args":[{"property":"road"},{"op":"Buffer","args":[{"property":"geometry"},10,"m"]}]}"#
    ),
    ("TRUE", "true"),
  ]

  @Test(arguments: pairs) func `both read to one tree`(text: String, json: String) throws {
    let tree = try read(text)
    #expect(try read(json, .cql2JSON) == tree)
    #expect(String(decoding: tree.json, as: UTF8.self) == json)
    #expect(try read(tree.text) == tree)
  }

  @Test func `the writer keeps the text that it would write`() throws {
    for text in [
      "a = 1 AND (b = 2 OR c = 3)", "NOT (a = 1 AND b = 2)", "NOT a = 1", "(a + 1) * 2 > 3",
      "a - (b - c) = 0", "(a ^ b) ^ c = 1", "\"and\" = 'it''s'", "\"two words\" IS NULL",
      "S_DISJOINT(g, GEOMETRYCOLLECTION(POINT(1 2),LINESTRING(1 2,3 4)))",
      "f(['x']) AND g(('x', 'y'))",
      "A_EQUALS(t, ())", "a LIKE '50\\\\%\\n'", "a = 'C:\\\\'",
    ] {
      #expect(try read(text).text == text)
    }
  }
}
