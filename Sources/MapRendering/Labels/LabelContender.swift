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
  /// The full name as it may stand on the canvas; empty where it may not.
  let name: TerminalText
  /// The shorter name, empty for none.
  let shortName: TerminalText
  /// The code, empty for none.
  let code: TerminalText
  /// What a code or number stands for in the key.
  let keyName: TerminalText
  /// Whether the name asked for can only be read in the key.
  let isForKey: Bool
  /// Its number in the key, 0 for none.
  var number = 0

  /// Makes a contender of a place.
  ///
  /// Right-to-left names would reorder the whole row in a terminal with implicit bidi, so they are
  /// left to the key, unless the receiver asked for them inline: then they come shaped and in
  /// visual order.
  ///
  /// - Parameters:
  ///   - place: A place of the scene.
  ///   - index: Its index.
  ///   - cell: Its cell.
  ///   - district: Index of its area, if that is a district.
  ///   - isCramped: Whether its area is very small here.
  ///   - naming: The language and characters that names are written in.
  init(
    _ place: ScenePlace, index: Int, cell: (column: Int, row: Int), district: Int?,
    isCramped: Bool, naming: LabelNaming
  ) {
    self.place = index
    column = cell.column
    row = cell.row
    role = place.role
    self.district = district
    hasArea = place.area != nil
    self.isCramped = isCramped
    let asked = naming.name(of: place)
    keyName = asked.key
    isForKey = asked.canvas == nil && naming.prefersKey
    name = asked.canvas ?? naming.latin(place.name)
    let short = naming.shortName(of: place)
    shortName = name.isEmpty || short.columns < name.columns ? short : .empty
    let code = place.code.map(naming.latin) ?? .empty
    self.code = code.columns <= 6 ? code : .empty
  }

  /// Whether it is a point with a code.
  var isCoded: Bool { role == .point && !code.isEmpty }

  /// Whether it names an area that is large enough for a name here.
  var isEligible: Bool { role == .area && hasArea && !isCramped }

  /// Columns of a form of the name, 0 where the place has no such form.
  func width(of form: LabelForm) -> Int {
    switch form {
    case .name: name.columns
    case .shortName: shortName.columns
    case .key: number > 0 ? SymbolClusters.digits(number) + 2 : code.columns
    }
  }

  /// The text of a form of the name.
  func text(of form: LabelForm) -> TerminalText {
    switch form {
    case .name: name
    case .shortName: shortName
    case .key: number > 0 ? TerminalText("<\(number)>") : code
    }
  }
}

/// How names are written on a map: in which language, and what of it may stand on the canvas.
struct LabelNaming {
  let language: MapLanguage
  let arabic: ArabicPlacement
  let tier: any RenderTier

  init(_ caption: MapCaption, tier: any RenderTier) {
    language = caption.language
    arabic = caption.arabicPlacement
    self.tier = tier
  }

  /// Whether a name that may not stand on the canvas is rather read in the key than in Latin
  /// letters.
  var prefersKey: Bool { language != .english }

  /// The name asked for: as it may stand on the canvas, `nil` if it may not, and as the key has it.
  func name(of place: ScenePlace) -> (canvas: TerminalText?, key: TerminalText) {
    let asked = place.names[language] ?? place.name
    let key = tier.text(asked)
    guard asked.isRightToLeft else { return (key, key) }
    // Printable ASCII has no honest form of Arabic: there the Latin name stands for it.
    if key.isASCII { return (latin(place.name), latin(place.name)) }
    if arabic == .inline, let shaped = ArabicShaping.visual(asked) { return (shaped, key) }
    return (nil, key)
  }

  /// The shorter name, where the language has one.
  func shortName(of place: ScenePlace) -> TerminalText {
    language == .english || place.names[language] == nil
      ? place.shortName.map(latin) ?? .empty : .empty
  }

  /// A name in Latin letters, empty where it is not.
  func latin(_ text: TerminalText) -> TerminalText { text.isRightToLeft ? .empty : tier.text(text) }
}
