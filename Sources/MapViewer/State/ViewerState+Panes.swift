import Inquiry
import MapRendering
import QueryLanguage
import Records

// What lies open over the map.

extension ViewerState {
  /// Does what was asked for while something lies open.
  mutating func performInPane(_ action: ViewerAction) -> [ViewerEffect] {
    switch action {
    case .cancel, .quit:
      panes.removeLast()
      adoptSize()
      return []
    case .panUp: return scroll(by: -1)
    case .panDown: return scroll(by: 1)
    case .pageUp: return scroll(by: -max(1, layout.paneRows - 1))
    case .pageDown, .play: return scroll(by: max(1, layout.paneRows - 1))
    case .firstDay: return scroll(by: .min)
    case .lastDay: return scroll(by: .max)
    case .details: return choose(nil)
    case .nextIncident, .previousIncident:
      return follow(by: action == .nextIncident ? 1 : -1)
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .help:
      if case .help? = panes.last { panes.removeLast() } else { return perform(.help) }
      return []
    case .list:
      if case .list? = panes.last { return performInPane(.cancel) }
      return []
    default: return []
    }
  }

  mutating func scroll(by lines: Int) -> [ViewerEffect] {
    let height = layout.paneRows
    switch panes.last {
    case .list(var place):
      place.move(by: lines, of: incidents.items.count, height: height)
      panes[panes.count - 1] = .list(place)
      focusOn(place.chosen)
    case .places(var places):
      places.place.move(by: lines, of: places.choices.count, height: height)
      panes[panes.count - 1] = .places(places)
    case .dossier(var dossier):
      dossier.place.scroll(by: lines, of: dossier.lines?.count ?? 0, height: height)
      panes[panes.count - 1] = .dossier(dossier)
    case .help(var place):
      place.scroll(by: lines, of: HelpText(bindings).lines.count, height: height)
      panes[panes.count - 1] = .help(place)
    case .prompt, nil: break
    }
    return []
  }

  /// Opens what a line stands for; `nil` for the chosen one.
  mutating func choose(_ line: Int?) -> [ViewerEffect] {
    switch panes.last {
    case .list(let place):
      let index = line ?? place.chosen
      guard incidents.items.indices.contains(index) else { return [] }
      focusOn(index)
      return openDossier()
    case .places(let places):
      let index = line ?? places.place.chosen
      guard places.choices.indices.contains(index) else {
        say("There is no number \(index + 1)")
        return []
      }
      let choice = places.choices[index]
      guard choice.isLocated else {
        say("\(choice.name) is a known name, but nobody has said where it is")
        return []
      }
      panes.removeLast()
      adoptSize()
      return [.fetch(choice.id)]
    case .dossier, .help, .prompt, nil: return []
    }
  }

  /// The dossier of the next or previous incident of the whole answer.
  private mutating func follow(by step: Int) -> [ViewerEffect] {
    guard case .dossier(let dossier)? = panes.last else { return scroll(by: step) }
    guard let place = incidents.place(of: dossier.id) else { return [] }
    let count = incidents.items.count
    let next = (place + step + count) % count
    focusOn(next)
    let id = incidents.items[next].feature.id
    panes[panes.count - 1] = .dossier(ViewerPane.Dossier(id: id))
    return [.open(id, columns: layout.paneColumns)]
  }

  // MARK: Prompts

  mutating func openPrompt(_ purpose: ViewerPane.Prompt.Purpose) {
    let text = purpose == .filter ? filterText : ""
    panes.append(.prompt(ViewerPane.Prompt(purpose: purpose, editor: LineEditor(text))))
    say(purpose == .filter ? "Type a filter" : "Type the name of a place, or lat,lon")
  }

  mutating func take(_ press: KeyPress, in prompt: ViewerPane.Prompt) -> [ViewerEffect] {
    var prompt = prompt
    switch press.key {
    case .escape:
      panes.removeLast()
      say("", withView: true)
      return []
    case .enter:
      return submit(prompt)
    case .up, .down:
      recall(press.key == .up ? 1 : -1, in: &prompt)
    default:
      if prompt.editor.take(press) { prompt.fault = nil }
    }
    panes[panes.count - 1] = .prompt(prompt)
    return []
  }

  mutating func paste(_ text: String, isCut: Bool) {
    guard case .prompt(var prompt)? = panes.last else { return }
    prompt.editor.insert(text.split(whereSeparator: \.isNewline).joined(separator: " "))
    prompt.fault = nil
    panes[panes.count - 1] = .prompt(prompt)
    if isCut { say("Only the first \(KeyDecoder.pasteLimit) bytes were pasted") }
  }

  private mutating func recall(_ step: Int, in prompt: inout ViewerPane.Prompt) {
    let lines = history[prompt.purpose] ?? []
    let reach = min(max(prompt.reach + step, 0), lines.count)
    guard reach != prompt.reach else { return }
    prompt.reach = reach
    prompt.editor = LineEditor(reach == 0 ? "" : lines[lines.count - reach])
    prompt.fault = nil
  }

  private mutating func submit(_ prompt: ViewerPane.Prompt) -> [ViewerEffect] {
    let text = prompt.editor.text
    if !text.isEmpty, history[prompt.purpose]?.last != text {
      history[prompt.purpose, default: []].append(text)
    }
    panes.removeLast()
    switch prompt.purpose {
    case .goTo:
      guard !text.isEmpty else {
        say("", withView: true)
        return []
      }
      return goTo(text)
    case .filter:
      return setFilter(text, refusedIn: prompt)
    }
  }

  /// Puts a filter in force, or says what is wrong with it and keeps the old one.
  mutating func setFilter(
    _ text: String, refusedIn prompt: ViewerPane.Prompt? = nil
  ) -> [ViewerEffect] {
    guard text.contains(where: { !$0.isWhitespace }) else {
      filter = nil
      filterText = ""
      say("No filter", withView: true)
      return []
    }
    do {
      filter = try Self.checked(text)
      filterText = text
      say("Filter \(text)", withView: true)
    } catch {
      say("\(error)")
      if var prompt {
        let place = error.lineAndColumn(in: Array(text.utf8))
        prompt.fault = ViewerPane.Fault(
          column: place.map { $0.column - 1 }, reason: "\(error.fault)")
        panes.append(.prompt(prompt))
      }
    }
    return []
  }
}
