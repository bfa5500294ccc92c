/// A place in the picture that may get a label.
struct LabelContender: Hashable {
  /// Index of the place in ``MapScene/places``.
  let place: Int
  let column: Int
  let row: Int
  let role: MapPlaceRole
  /// Index of its district in ``MapScene/areas``, over which its name should stand.
  let district: Int?
  /// Whether it is the name of an area whose shape is known.
  let hasArea: Bool
  /// Whether the area is so small here that the name must stay close to it.
  let isCramped: Bool
  /// Whether the name asked for can only be read in the key.
  let isForKey: Bool
  /// Columns of the name, the shorter one and the code, 0 for none.
  private let nameWidth: Int
  private let shortWidth: Int
  private let codeWidth: Int
  /// Its number in the key, 0 for none.
  var number = 0

  /// Makes a contender of a place.
  ///
  /// - Parameters:
  ///   - place: A place of the scene.
  ///   - index: Its index.
  ///   - cell: Its cell.
  ///   - district: Index of its area, if that is a district.
  ///   - isCramped: Whether its area is very small here.
  ///   - texts: Its names.
  init(
    _ place: ScenePlace, index: Int, cell: (column: Int, row: Int), district: Int?,
    isCramped: Bool, texts: LabelTexts
  ) {
    self.place = index
    column = cell.column
    row = cell.row
    role = place.role
    self.district = district
    hasArea = place.area != nil
    self.isCramped = isCramped
    isForKey = texts.isForKey
    nameWidth = texts.name.columns
    shortWidth = texts.shortName.columns
    codeWidth = texts.code.columns
  }

  /// Whether it has a code.
  var hasCode: Bool { codeWidth > 0 }

  /// Whether it is a point with a code.
  var isCoded: Bool { role == .point && hasCode }

  /// Whether it names an area that is large enough for a name here.
  var isEligible: Bool { role == .area && hasArea && !isCramped }

  /// Columns of a form of the name, 0 where the place has no such form.
  func width(of form: LabelForm) -> Int {
    switch form {
    case .name: nameWidth
    case .shortName: shortWidth
    case .key: number > 0 ? SymbolClusters.digits(number) + 2 : codeWidth
    }
  }
}
