import Inquiry
public import MapRendering
import Records

extension ViewerState {
  /// Takes one event.
  ///
  /// - Parameter event: What happened.
  /// - Returns: What is to be done outside, in order; mostly nothing.
  public mutating func reduce(_ event: ViewerEvent) -> [ViewerEffect] {
    switch event {
    case .input(let input): return take(input)
    case .action(let action): return perform(action)
    case .goTo(let text): return goTo(text)
    case .filter(let text): return setFilter(text)
    case .choose(let line): return choose(line)
    case .focus(let id): incidents.place(of: id).map { focusOn($0) }
    case .happened(let day): setDay(day, on: .event)
    case .asOf(let day): setDay(day, on: .knowledge)
    case .unit(let unit): setUnit(unit)
    case .tick: tick()
    case .resized(let size): return resize(to: size)
    case .answered(let answer): take(answer)
    case .found(let finding): take(finding)
    case .dossier(let id, let lines): take(id, lines)
    case .failed(let reason): say(reason)
    }
    return []
  }

  /// Says something new.
  ///
  /// - Parameters:
  ///   - text: One sentence without its full stop.
  ///   - withView: Whether the counts of the view follow.
  mutating func say(_ text: String, withView: Bool = false) {
    announcement = text
    announcesView = withView
  }

  private mutating func take(_ input: InputEvent) -> [ViewerEffect] {
    switch input {
    case .key(let press): return take(press)
    case .mouse(let mouse): return take(mouse)
    case .paste(let text, let isCut): paste(text, isCut: isCut)
    case .background(let red, let green, let blue) where followsBackground:
      // Rec. 709 weights, in thousandths.
      capabilities.theme = red * 213 + green * 715 + blue * 72 > 127_500 ? .light : .dark
    case .focus, .mode, .background: break
    }
    return []
  }

  private mutating func take(_ press: KeyPress) -> [ViewerEffect] {
    if press == KeyPress(.character("c"), .control) { return [.quit] }
    guard let pane = panes.last else {
      return bindings.action(for: press).map { perform($0) } ?? unknown(press)
    }
    if case .prompt(let prompt) = pane { return take(press, in: prompt) }
    if case .character(let scalar) = press.key, press.modifiers.isEmpty,
      let digit = scalar.properties.numericType == .decimal ? Int(String(scalar)) : nil,
      case .places = pane
    {
      return digit > 0 ? choose(digit - 1) : []
    }
    return bindings.action(for: press).map { performInPane($0) } ?? []
  }

  private mutating func unknown(_ press: KeyPress) -> [ViewerEffect] {
    let help = bindings.keys(for: .help).first ?? "help"
    say("\(press) does nothing here; \(help) shows the keys")
    return []
  }

  /// Does what was asked for on the map.
  mutating func perform(_ action: ViewerAction) -> [ViewerEffect] {
    switch action {
    case .panLeft, .panRight, .panUp, .panDown, .pageLeft, .pageRight, .pageUp, .pageDown,
      .zoomIn, .zoomOut, .reset:
      move(action)
    case .nextIncident: moveFocus(by: 1)
    case .previousIncident: moveFocus(by: -1)
    case .clock, .unit, .span, .stepBack, .stepForward, .firstDay, .lastDay, .play, .allTime:
      changeTime(action)
    case .nextLayers, .previousLayers, .tier, .labels, .legend: changeLook(action)
    case .goTo, .filter: openPrompt(action == .goTo ? .goTo : .filter)
    case .details: return openDossier()
    case .list: openList()
    case .help: panes.append(.help(ScrollList()))
    case .link: say(DeepLink(self).command)
    case .cancel: cancel()
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .quit: return [.quit]
    }
    return []
  }

  /// Escape with nothing open: stops playing, then lets go of the focus.
  private mutating func cancel() {
    if !panes.isEmpty {
      panes.removeLast()
      adoptSize()
    } else if slider.isPlaying {
      slider.isPlaying = false
      say("Stopped")
    } else {
      focus = nil
      say("", withView: true)
    }
  }

  private mutating func changeLook(_ action: ViewerAction) {
    switch action {
    case .nextLayers, .previousLayers:
      layers = layers.next(by: action == .nextLayers ? 1 : -1)
      say("Shown: \(layers.words)")
    case .tier:
      let now = Look(glyphs: capabilities.glyphs, image: capabilities.image)
      let next = looks[((looks.firstIndex(of: now) ?? 0) + 1) % looks.count]
      (capabilities.glyphs, capabilities.image) = (next.glyphs, next.image)
      say("Drawn with \(next.words)")
    case .labels:
      showsNames.toggle()
      say("Names \(showsNames ? "on" : "off")")
    case .legend:
      showsLegend.toggle()
      say("Legend \(showsLegend ? "on" : "off")")
    default: break
    }
  }

  private mutating func tick() {
    guard slider.isPlaying else { return }
    if slider.step(1) {
      sayTime()
    } else {
      slider.isPlaying = false
      say("The end of the record")
    }
  }

  // MARK: Answers

  private mutating func take(_ answer: ViewerAnswer) {
    incidents = answer.incidents
    answered = answer.query
    home = answer.home
    if let focus, incidents.place(of: focus) == nil {
      self.focus = nil
      say(
        (announcement.isEmpty ? "" : "\(announcement), ") + "\(focus) not among them",
        withView: true)
    }
    if view == nil { adoptHome() }
    if case .list(let place)? = panes.last {
      var place = place
      place.move(by: 0, of: incidents.items.count, height: layout.paneRows)
      panes[panes.count - 1] = .list(place)
    }
  }

  private mutating func take(_ id: IncidentID, _ lines: [String]?) {
    guard case .dossier(var dossier)? = panes.last, dossier.id == id else { return }
    dossier.lines = lines ?? ["\(id) is not known as of the day shown."]
    panes[panes.count - 1] = .dossier(dossier)
  }

  /// Goes on from the view as it was drawn.
  ///
  /// - Parameter map: The map that was drawn of this state.
  public mutating func settle(on map: RenderedMap) {
    view = map.view
    pictureSize = map.pictureSize
    countInView = map.symbolsInView
  }

  /// Moves the view to the incident in focus where it has to be seen and is not.
  ///
  /// - Returns: Whether the view is another one now.
  mutating func bringFocusIntoSight() -> Bool {
    defer { wantsFocusInSight = false }
    guard wantsFocusInSight, let place = focus.flatMap({ incidents.place(of: $0) }),
      let position = incidents.items[place].position, cell(of: position) == nil, let view
    else { return false }
    self.view = view.centered(on: position)
    return true
  }

  // MARK: Size

  private mutating func resize(to size: CellSize) -> [ViewerEffect] {
    self.size = size
    adoptSize()
    guard case .dossier(let dossier)? = panes.last else { return [] }
    return [.open(dossier.id, columns: layout.paneColumns)]
  }

  /// Gives the view the cells that the panes leave.
  mutating func adoptSize() {
    let cells = layout.map
    guard let view, view.width != cells.columns || view.height != cells.rows else { return }
    self.view = view.resized(width: cells.columns, height: cells.rows)
  }
}

extension CaseIterable where Self: Equatable {
  /// The case some places further on, round and round.
  fileprivate func next(by step: Int) -> Self {
    let all = Array(Self.allCases)
    let index = (all.firstIndex(of: self) ?? 0) + step
    return all[((index % all.count) + all.count) % all.count]
  }
}
