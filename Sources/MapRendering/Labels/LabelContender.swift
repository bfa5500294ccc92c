/// A place in the picture that may get a label.
struct LabelContender {
  /// Index of the place in ``MapScene/places``.
  let place: Int
  let column: Int
  let row: Int
  let role: MapPlaceRole
  /// Index of its district in ``MapScene/areas``, over which its name should stand.
  let district: Int?
  /// Whether the area is so small here that the name must stay close to it.
  let isCramped: Bool
  /// Columns of the full name, 0 where it cannot stand on the canvas.
  let nameWidth: Int
  /// Columns of the shorter name, 0 for none.
  let shortWidth: Int
  /// Columns of the code, 0 for none.
  let codeWidth: Int
  /// Its number in the key, 0 for none.
  var number = 0

  /// Makes a contender of a place.
  ///
  /// Right-to-left names would reorder the whole row in a terminal with implicit bidi, so they are
  /// left to the key.
  ///
  /// - Parameters:
  ///   - place: A place of the scene.
  ///   - index: Its index.
  ///   - cell: Its cell.
  ///   - district: Index of its area, if that is a district.
  ///   - isCramped: Whether its area is very small here.
  ///   - tier: The characters that names are written in.
  init(
    _ place: ScenePlace, index: Int, cell: (column: Int, row: Int), district: Int?,
    isCramped: Bool, tier: any RenderTier
  ) {
    self.place = index
    column = cell.column
    row = cell.row
    role = place.role
    self.district = district
    self.isCramped = isCramped
    nameWidth = place.name.isRightToLeft ? 0 : tier.text(place.name).columns
    let short = place.shortName.flatMap { $0.isRightToLeft ? nil : tier.text($0).columns } ?? 0
    shortWidth = nameWidth == 0 || short < nameWidth ? short : 0
    let code = place.code.flatMap { $0.isRightToLeft ? nil : tier.text($0).columns } ?? 0
    codeWidth = code <= 6 ? code : 0
  }

  /// Columns of a form of the name, 0 where the place has no such form.
  func width(of form: LabelForm) -> Int {
    switch form {
    case .name: nameWidth
    case .shortName: shortWidth
    case .key: number > 0 ? SymbolClusters.digits(number) + 2 : codeWidth
    }
  }

  /// The text of a form of the name.
  func text(of form: LabelForm, place: ScenePlace, tier: any RenderTier) -> TerminalText {
    switch form {
    case .name: tier.text(place.name)
    case .shortName: tier.text(place.shortName ?? place.name)
    case .key: number > 0 ? TerminalText("<\(number)>") : tier.text(place.code ?? .empty)
    }
  }
}
