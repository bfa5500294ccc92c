import Records
import SimpleFeatures

/// The columns of the `places-csv` schema: Who's On First records reduced to a table.
enum PlacesColumn: Int, ForeignColumn {
  case id
  case placetype
  case name
  case nameArabic
  case variants
  case latitude
  case longitude
  case region
  case county
  case geonames
  case wikidata
  case geometrySource
  case geometryType
  case modified

  /// The name in the file's first line.
  var name: String {
    switch self {
    case .id: "wof_id"
    case .placetype: "placetype"
    case .name: "name"
    case .nameArabic: "name_ar"
    case .variants: "variants"
    case .latitude: "lat"
    case .longitude: "lon"
    case .region: "region_wof_id"
    case .county: "county_wof_id"
    case .geonames: "geonames_id"
    case .wikidata: "wikidata_id"
    case .geometrySource: "geometry_source"
    case .geometryType: "geometry_type"
    case .modified: "lastmodified_epoch"
    }
  }
}

/// Maps a row of Who's On First to a place `wof-<id>`.
///
/// The source gives no precision for its points; ours is a generous reading by the kind of place:
///
/// | `placetype` | kind | precision |
/// |---|---|---|
/// | `campus` | `campus` | 1 km |
/// | `neighbourhood` | `neighbourhood` | 1 km |
/// | `locality` | `locality` | 2 km |
/// | `county` (qadha) | `other` | 30 km |
/// | `region` (governorate) | `governorate` | 100 km |
/// | `country` | `country` | 500 km |
///
/// A point that stands for a polygon is marked approximate. The parent is the county, else the
/// region, else the country, where the file holds it.
struct PlacesMapping: RowMapping {
  static let requiredColumns: [PlacesColumn] = [
    .id, .placetype, .name, .nameArabic, .variants, .latitude, .longitude, .region, .county,
  ]

  private let known: KnownRecords
  /// The containers in the file: counties, regions and countries by identifier.
  private let containers: Set<Int>
  private let country: Int?
  private var seen: [Int: Int] = [:]

  /// Makes a mapping.
  ///
  /// - Parameters:
  ///   - known: What the ledger holds already.
  ///   - reader: A reader of the same file, which is read to its end to find the containers.
  /// - Throws: ``InterchangeError`` when the file cannot be read.
  init(known: KnownRecords, containersFrom reader: consuming CSVReader) throws(InterchangeError) {
    self.known = known
    var containers: Set<Int> = []
    var country: Int?
    let columns = ForeignColumns<PlacesColumn>(reader.columns)
    while let record = try reader.next() {
      guard case .row(let cells) = record else { continue }
      let row = ForeignRow(file: reader.file, row: cells, columns: columns)
      guard let id = Int(wholeNumber: row.cell(.id)) else { continue }
      switch row.text(.placetype) {
      case "county", "region": containers.insert(id)
      case "country": country = id
      default: break
      }
    }
    self.containers = containers
    self.country = country
  }

  mutating func map(
    _ row: inout ForeignRow<PlacesColumn>, into sink: inout some RecordSink
  ) throws -> ImportReport.Outcome {
    let number = row.requiredWholeNumber(.id)
    if let number, let line = seen.updateValue(row.row.line, forKey: number) {
      row.refuse(.id, "place \(number) was read already on line \(line)")
    }
    let type = placetype(of: &row)
    let names = names(of: &row)
    let position = row.requiredPosition(longitude: .longitude, latitude: .latitude)
    guard row.isSound, let number, let type, let position, let id = PlaceID("wof-\(number)") else {
      return .refused
    }
    if known.place(id) { return .duplicate }
    try sink.add(
      Place(
        id: id, kind: type.kind, names: names, parent: parent(of: row, number),
        location: PlaceLocation(
          geometry: .point(position), origin: .publishedPoint,
          precisionMeters: type.precisionMeters,
          isApproximate: row.text(.geometryType) != "Point",
          source: "Who's On First \(number)"
            + (row.text(.geometrySource).map { " (\($0))" } ?? "")),
        note: note(of: row)))
    return .stored
  }

  private func placetype(
    of row: inout ForeignRow<PlacesColumn>
  ) -> (kind: PlaceKind, precisionMeters: Double)? {
    switch row.requiredText(.placetype) {
    case "campus": return (.campus, 1_000)
    case "neighbourhood": return (.neighbourhood, 1_000)
    case "locality": return (.locality, 2_000)
    case "county": return (.other, 30_000)
    case "region": return (.governorate, 100_000)
    case "country": return (.country, 500_000)
    case nil: return nil
    case let other?:
      row.refuse(
        .placetype,
        "unknown placetype \"\(other)\"; allowed: campus, neighbourhood, locality, county,"
          + " region, country")
      return nil
    }
  }

  private func names(of row: inout ForeignRow<PlacesColumn>) -> [PlaceName] {
    var names: [PlaceName] = []
    if let name = row.requiredText(.name) { names.append(PlaceName(name)) }
    if let arabic = row.text(.nameArabic) { names.append(PlaceName(arabic, language: "ar")) }
    let variants = row.text(.variants)?.split(separator: "|") ?? []
    names += variants.map { PlaceName(String($0), kind: .variant) }
    return names
  }

  private func parent(of row: ForeignRow<PlacesColumn>, _ own: Int) -> PlaceID? {
    let candidates = [.county, .region].compactMap { (column: PlacesColumn) in
      Int(wholeNumber: row.cell(column)).flatMap { containers.contains($0) ? $0 : nil }
    }
    let parent = candidates.first { $0 != own } ?? country
    guard let parent, parent != own else { return nil }
    return PlaceID("wof-\(parent)")
  }

  private func note(of row: ForeignRow<PlacesColumn>) -> String? {
    let parts = [
      row.text(.placetype) == "county" ? "A qadha, the district of a governorate" : nil,
      row.text(.geonames).map { "GeoNames \($0)" }, row.text(.wikidata).map { "Wikidata \($0)" },
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}
