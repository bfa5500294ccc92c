/// The names of a place as they may stand on a map, made once for a scene and its characters.
struct LabelTexts: Hashable {
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

  /// Writes the names of a place.
  ///
  /// Right-to-left names would reorder the whole row in a terminal with implicit bidi, so they are
  /// left to the key, unless the receiver asked for them inline: then they come shaped and in
  /// visual order.
  ///
  /// - Parameters:
  ///   - place: A place of the scene.
  ///   - naming: The language and characters that names are written in.
  init(_ place: ScenePlace, naming: LabelNaming) {
    let asked = naming.name(of: place)
    keyName = asked.key
    isForKey = asked.canvas == nil && naming.prefersKey
    name = asked.canvas ?? naming.latin(place.name)
    let short = naming.shortName(of: place)
    shortName = name.isEmpty || short.columns < name.columns ? short : .empty
    let code = place.code.map(naming.latin) ?? .empty
    self.code = code.columns <= 6 ? code : .empty
  }

  /// The text of a form of the name.
  ///
  /// - Parameters:
  ///   - form: The form.
  ///   - number: The number in the key, 0 for none.
  /// - Returns: Empty where the place has no such form.
  func text(of form: LabelForm, number: Int) -> TerminalText {
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
