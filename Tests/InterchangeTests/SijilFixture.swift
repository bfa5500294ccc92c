import Foundation
import Interchange
import Records
import TestSupport

/// A small, sound set of tables; a test changes one line and looks at what is refused.
struct SijilFixture {
  var tables: [SijilTable: [String]] = [
    .sources: [
      "id,name,kind,affiliation,language,note",
      "reuters,Reuters,news-agency,,en,", "civil-defence,Civil Defence,rescue-service,,ar,",
      "chief,The Civil Defence chief,official,civil-defence,ar,speaks for it",
    ],
    .reliability: ["source_id,reliability,assessor,date", "reuters,B,us,2017-04-01"],
    .places: [
      "id,kind,name_en,name_ar,variants,bank,parent,longitude,latitude,precision_m,origin,"
        + "coordinate_source,note",
      "mosul,city,Mosul,الموصل,Mawsil|Mossoul,both,,,,,,,",
      "west,area,West Mosul,,,right,mosul,43.1,36.34,3000,approximate,our reading,",
      "jadida,district,Mosul al-Jadida,,New Mosul,right,west,,,,,,a name only",
    ],
    .areas: [
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"place_id":"mosul",\
      "origin":"published-point","approximate":true,"precision_m":300,"source":"outline"},\
      "geometry":{"type":"Polygon","coordinates":[[[43,36],[44,36],[44,37],[43,36]]]}}]}
      """
    ],
    .incidents: [
      "id,title,time,time_precision,kind,foreign_source,foreign_id,note",
      "A,\"Strike, Jadida\",2017-03-17,day,airstrike,,,", "B,Other strike,,,unknown,reuters,77,",
    ],
    .incidentLinks: ["incident_id,kind,target,reason", "A,possibly-same-event,B,same street"],
    .claims: [
      "id,claimant,kinds,polarity,modality,hand,statement,place_as_stated,event_time,uttered,"
        + "published,attributed_to,grade,verdict,foreign_source,foreign_id,note",
      "C1,chief,reports-bodies-recovered|reports-buried,affirmed,asserted,on-site-official,"
        + "Forty bodies so far.,near a hospital,2017-03-17,2017-03-23,2017-03-23T10:00:00Z,,,,,,",
      "C2,reuters,denies,denied,alleged,institution,It denies.,,,,2017-03-25?,"
        + "Coalition|Iraqi forces,confirmed,credible-substantiated,reuters,r-2,a note",
    ],
    .claimIncidents: ["claim_id,incident_id,certainty", "C1,A,certain", "C2,A,possible"],
    .claimPlaces: ["claim_id,place_id,certainty", "C1,jadida,certain"],
    .relays: [
      "claim_id,hop,outlet,published,url,archive_url,content_hash,note",
      "C1,1,civil-defence,,,,,", "C1,2,reuters,2017-03-23,https://example.org/a,,,drops a hop",
    ],
    .quantities: [
      "claim_id,minimum,maximum,unit,status,bound,scope,phrase,cumulative,as_at",
      "C1,40,,bodies,recovered,at-least,event,,true,2017-03-23",
      "C2,,,civilians,killed,unquantified,event,many,false,",
    ],
    .claimEdges: ["claim_id,kind,target,certainty,note", "C2,denies,C1,certain,"],
    .locations: [
      "incident_id,asserted_by,scale,place_id,longitude,latitude,radius_m,stated_precision,"
        + "place_as_stated",
      "A,C1,neighbourhood_area,jadida,,,,,Mosul Jadida",
      "A,C2,within_100m,,43.1059,36.33256,100,within 100 m,", "B,C2,city,,,,,,Dwrat Abude",
    ],
  ]

  /// Reads the tables from a folder of their own.
  func read(
    known: KnownRecords = .none
  ) throws -> (batch: RecordBatch, outcome: ImportOutcome) {
    let folder = try TemporaryFolder()
    for (table, lines) in tables {
      try folder.write(lines.joined(separator: "\n") + "\n", table.fileName)
    }
    return try SijilCSVReader.read(folder: folder.url, known: known)
  }

  /// The tables with one line changed; line 1 is the header, a line past the end is added.
  func changing(_ table: SijilTable, line: Int, to text: String) -> SijilFixture {
    var copy = self
    var lines = copy.tables[table] ?? []
    if lines.indices.contains(line - 1) { lines[line - 1] = text } else { lines.append(text) }
    copy.tables[table] = lines
    return copy
  }
}
