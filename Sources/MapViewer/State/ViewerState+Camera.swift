import MapRendering
import SimpleFeatures

// Where on the ground.

extension ViewerState {
  /// How much nearer one key press goes.
  static let keyZoom = 1.6
  /// How much nearer one notch of the wheel goes.
  static let wheelZoom = 1.25

  mutating func move(_ action: ViewerAction) {
    guard let view else { return }
    let (wide, high) = (max(pictureSize.columns, 1), max(pictureSize.rows, 1))
    let (columns, rows) = (max(1, wide / 8), max(1, high / 8))
    switch action {
    case .panLeft: pan(-columns, 0)
    case .panRight: pan(columns, 0)
    case .panUp: pan(0, -rows)
    case .panDown: pan(0, rows)
    case .pageLeft: pan(-wide, 0)
    case .pageRight: pan(wide, 0)
    case .pageUp: pan(0, -high)
    case .pageDown: pan(0, high)
    case .zoomIn, .zoomOut:
      self.view = zoomed(view, by: action == .zoomIn ? Self.keyZoom : 1 / Self.keyZoom)
      say(whereText, withView: true)
    case .reset:
      adoptHome()
      say("The first view", withView: true)
    default: break
    }
  }

  /// A view nearer to the middle of the picture, or farther from it.
  func zoomed(_ view: MapView, by factor: Double) -> MapView {
    view.zoomed(by: factor, aboutColumn: view.width / 2, row: max(pictureSize.rows, 1) / 2)
  }

  mutating func pan(_ columns: Int, _ rows: Int) {
    guard let view else { return }
    self.view = view.panned(columns: columns, rows: rows)
    say(whereText, withView: true)
  }

  mutating func zoom(by factor: Double, column: Int, row: Int) {
    guard let view else { return }
    self.view = view.zoomed(by: factor, aboutColumn: column, row: row)
    say(whereText, withView: true)
  }

  /// `12 km across, middle 36.3412 N 43.1301 E`.
  var whereText: String {
    guard let view else { return "" }
    let center = view.center
    let middle = PlainWords.position(latitude: center.latitude, longitude: center.longitude)
    return "\(PlainWords.distance(view.metersAcross)) across, middle \(middle)"
  }

  /// The first view: the one asked for, or what the answer is about.
  mutating func adoptHome() {
    let cells = layout.map
    if let start {
      view = try? MapView(
        center: start.center, metersAcross: start.metersAcross, width: cells.columns,
        height: cells.rows)
    } else if let home {
      view = try? MapView(envelope: home, width: cells.columns, height: cells.rows)
    }
  }

  /// Shows a box with some ground around it.
  mutating func show(_ envelope: Envelope) {
    let cells = layout.map
    // A mosque alone would fill the screen with nothing around it to tell where it is.
    let ground = Envelope(envelope.center).expanded(byMeters: 600).union(envelope)
    if let view = try? MapView(envelope: ground, width: cells.columns, height: cells.rows) {
      self.view = view
    }
  }

  // MARK: Places by name

  mutating func goTo(_ text: String) -> [ViewerEffect] {
    if let position = Self.position(text) {
      view = view?.centered(on: position)
      say(
        "At \(PlainWords.position(latitude: position.latitude, longitude: position.longitude))",
        withView: true)
      return []
    }
    say("Looking for \(text)")
    return [.find(text)]
  }

  /// `36.34,43.13` as latitude and longitude, or with letters in either order: `43.13E 36.34N`.
  static func position(_ text: String) -> Position? {
    let parts = text.uppercased().split { $0 == "," || $0 == " " || $0 == "°" }
    var numbers: [(value: Double, letter: Character?)] = []
    for part in parts {
      let letter = part.last.flatMap { "NSEW".contains($0) ? $0 : nil }
      let digits = letter == nil ? part : part.dropLast()
      if digits.isEmpty, let letter, !numbers.isEmpty, numbers[numbers.count - 1].letter == nil {
        numbers[numbers.count - 1].letter = letter
        continue
      }
      guard let value = Double(strictDecimal: digits) else { return nil }
      numbers.append((value, letter))
    }
    guard numbers.count == 2 else { return nil }
    let isReversed = numbers[0].letter.map { "EW".contains($0) } ?? false
    let (latitude, longitude) = isReversed ? (numbers[1], numbers[0]) : (numbers[0], numbers[1])
    guard latitude.letter.map({ "NS".contains($0) }) ?? true,
      longitude.letter.map({ "EW".contains($0) }) ?? true
    else { return nil }
    let position = Position(
      longitude: longitude.letter == "W" ? -longitude.value : longitude.value,
      latitude: latitude.letter == "S" ? -latitude.value : latitude.value)
    return position.isValid ? position : nil
  }

  mutating func take(_ finding: PlaceFinding) {
    switch finding {
    case .place(let name, let envelope):
      show(envelope)
      say(name, withView: true)
    case .ambiguous(let choices):
      open(choices, "Several places answer to that name")
    case .unknown(let text, let nearest):
      guard !nearest.isEmpty else { return say("No place is called \(text)") }
      open(nearest, "No place is called \(text); the nearest names")
    case .unlocated(let name):
      say("\(name) is a known name, but nobody has said where it is")
    }
  }

  private mutating func open(_ choices: [PlaceChoice], _ title: String) {
    panes.append(.places(ViewerPane.Places(title: title, choices: choices)))
    adoptSize()
    say("\(title): choose by number")
  }
}
