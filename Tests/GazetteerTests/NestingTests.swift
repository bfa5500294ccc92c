import Gazetteer
import Records
import SimpleFeatures
import Testing

/// Banks, halves of the city and containing places in a query.
struct NestingTests {
  private static let table = Gazetteer(PlaceTable.ours)
  private var gazetteer: Gazetteer { NestingTests.table }
  private static let pairs = Gazetteer(Twins.places)
  private var twins: Gazetteer { NestingTests.pairs }

  @Test(arguments: [
    ("west Mosul", "west-mosul"), ("West bank", "west-mosul"), ("right bank", "west-mosul"),
    ("the right coast of Mosul", "west-mosul"), ("Mosul west", "west-mosul"),
    ("western side", "west-mosul"), ("الساحل الأيمن", "west-mosul"),
    ("الجانب الايمن", "west-mosul"),
    ("غرب الموصل", "west-mosul"), ("al-Sahil al-Ayman", "west-mosul"),
    ("East bank", "east-mosul"), ("left coast", "east-mosul"), ("eastern Mosul", "east-mosul"),
    ("الجانب الأيسر", "east-mosul"), ("شرق الموصل", "east-mosul"), ("Mosul", "mosul"),
    ("الموصل", "mosul"), ("Old City", "old-city"), ("المدينة القديمة", "old-city"),
    ("old city of Mosul", "old-city"), ("Bab al-Tob, Old City", "bab-al-tob"),
    ("Old City, Bab al-Tob", "bab-al-tob"), ("Bab al Tob Old City", "bab-al-tob"),
    ("باب الطوب، الموصل القديمة", "bab-al-tob"), ("Zanjili, west Mosul", "zanjili"),
    ("Wadi Hajar, Mosul", "wadi-hajar"), ("al-Wahda east", "wahda"),
    ("Old City, west Mosul", "old-city"), ("al-Rashidiya", "rashidiya"),
    ("Camp Ghazlani", "ghazlani"),
  ])
  func `resolves to one place`(text: String, id: String) {
    guard case .one(let found) = gazetteer.resolve(text) else {
      Issue.record("\(text): \(gazetteer.resolve(text))")
      return
    }
    #expect(found.id.text == id, "\(text)")
  }

  @Test func `equal names on both banks are two candidates of one score`() {
    for text in ["al-Wahda", "Wahda", "الوحدة", "حي الوحده", "Wahdah"] {
      let found = twins.candidates(for: text)
      #expect(found.map(\.id.text) == ["wahda-left", "wahda-right"], "\(text)")
      #expect(Set(found.map(\.score)).count == 1, "\(text)")
      guard case .ambiguous(let rivals) = twins.resolve(text) else {
        Issue.record("\(text) is not ambiguous: \(twins.resolve(text))")
        continue
      }
      #expect(rivals.count == 2)
    }
  }

  @Test(arguments: [
    ("al-Wahda east", "wahda-left"), ("Wahda, left bank", "wahda-left"),
    ("east Mosul Wahda", "wahda-left"), ("الوحدة الجانب الأيسر", "wahda-left"),
    ("al-Wahda west", "wahda-right"), ("Wahda right bank", "wahda-right"),
    ("Wahda, West Mosul", "wahda-right"), ("الوحدة الايمن", "wahda-right"),
  ])
  func `the bank chooses between equal names and shuts the other out`(text: String, id: String) {
    let found = twins.candidates(for: text)
    #expect(found.first?.id.text == id)
    let expected: Bank = id.hasSuffix("left") ? .left : .right
    #expect(found.first?.qualifier == .bank(expected))
    let other = found.contains { $0.id.text.hasPrefix("wahda") && $0.id.text != id }
    #expect(!other, "\(text)")
  }

  @Test func `a position chooses between equal names far apart and only orders near ones`() {
    let mosul = Position(longitude: 43.13, latitude: 36.34)
    let west = twins.candidates(for: "al-Wahda", near: Position(longitude: 43.09, latitude: 36.33))
    #expect(west.first?.id.text == "wahda-right")
    guard case .ambiguous = twins.resolve("al-Wahda", near: mosul) else {
      Issue.record("two banks are too near to choose by position")
      return
    }
    guard case .ambiguous = twins.resolve("Karama"),
      case .one(let one) = twins.resolve("Karama", near: mosul)
    else {
      Issue.record("\(twins.resolve("Karama", near: mosul))")
      return
    }
    #expect(one.id.text == "karama-mosul")
  }

  @Test(.enabled(if: !PlaceTable.iraq.isEmpty, "needs ../shared/data"))
  func `our own places keep their names when all of Iraq is known too`() {
    let all = Gazetteer(PlaceTable.ours + PlaceTable.iraq)
    #expect(PlaceTable.iraq.count == 21_675)
    let mosul = Position(longitude: 43.13, latitude: 36.34)
    for (text, id) in [
      ("Mosul", "mosul"), ("الموصل", "mosul"), ("Old City", "old-city"), ("Zanjily", "zanjili"),
      ("west Mosul", "west-mosul"), ("al-Faisaliya", "faisaliya"), ("Badush", "badush"),
      ("al-Karama, east Mosul", "karama"), ("Fifth Bridge", "bridge-fifth"),
    ] {
      guard case .one(let found) = all.resolve(text, near: mosul), found.id.text == id else {
        Issue.record("\(text): \(all.resolve(text, near: mosul))")
        continue
      }
    }
  }

  @Test func `a circle of parents ends`() throws {
    let first = try #require(PlaceID("first"))
    let second = try #require(PlaceID("second"))
    let circle = Gazetteer([
      Place(
        id: first, kind: .area, names: [PlaceName("North Hill"), PlaceName("Hill Top")],
        parent: second),
      Place(
        id: second, kind: .area, names: [PlaceName("South Hill"), PlaceName("Hill Top")],
        parent: first),
    ])
    #expect(circle.ancestors(of: first).map(\.id) == [second])
    #expect(circle.candidates(for: "North Hill, South Hill").isEmpty == false)
    guard case .ambiguous(let rivals) = circle.resolve("Hill Top") else {
      Issue.record("\(circle.resolve("Hill Top"))")
      return
    }
    #expect(rivals.count == 2, "each inside the other leaves both")
  }
}

/// Equal names on both banks, and in two cities.
enum Twins {
  static let places: [Place] = [
    place("wahda-left", .left, ["al-Wahda", "الوحدة"], 43.193, 36.333),
    place("wahda-right", .right, ["al-Wahda", "الوحدة"], 43.09, 36.33),
    place("karama-mosul", .left, ["al-Karama"], 43.207, 36.349),
    place("karama-baghdad", .unknown, ["al-Karama"], 44.37, 33.31),
  ].compactMap { $0 }

  private static func place(
    _ id: String, _ bank: Bank, _ names: [String], _ longitude: Double, _ latitude: Double
  ) -> Place? {
    PlaceID(id).map {
      Place(
        id: $0, kind: .district, names: names.map { PlaceName($0) }, bank: bank,
        location: PlaceLocation(
          geometry: .point(Position(longitude: longitude, latitude: latitude)),
          origin: .publishedPoint, precisionMeters: 400, isApproximate: false, source: "test"))
    }
  }
}
