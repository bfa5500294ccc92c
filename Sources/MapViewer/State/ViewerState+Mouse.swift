import MapRendering
import Records
import SimpleFeatures

// The mouse.

extension ViewerState {
  mutating func take(_ mouse: MouseEvent) -> [ViewerEffect] {
    let layout = layout
    if let pane = layout.pane, pane.contains(column: mouse.column, row: mouse.row) {
      return take(mouse, inPaneRow: mouse.row - pane.row - 1)
    }
    if case .press(.primary) = mouse.kind, mouse.row == layout.timeRow {
      return pointAtTime(mouse.column)
    }
    // The picture begins under the title.
    let row = mouse.row - 1
    switch mouse.kind {
    case .wheel(let up):
      guard isInPicture(row) else { return [] }
      zoom(by: up ? Self.wheelZoom : 1 / Self.wheelZoom, column: mouse.column, row: row)
    case .press(.primary):
      grip = isInPicture(row) ? (mouse.column, row, false) : nil
    case .drag(.primary):
      guard let grip, (grip.column, grip.row) != (mouse.column, row) else { return [] }
      pan(grip.column - mouse.column, grip.row - row)
      self.grip = (mouse.column, row, true)
    case .release(.primary):
      defer { grip = nil }
      guard let grip, !grip.hasMoved else { return [] }
      click(column: mouse.column, row: row)
    default: break
    }
    return []
  }

  private func isInPicture(_ row: Int) -> Bool { row >= 0 && row < pictureSize.rows }

  /// Chooses the incident under the pointer; where there are several, the one after that in focus.
  private mutating func click(column: Int, row: Int) {
    let near = incidents(nearColumn: column, row: row)
    guard !near.isEmpty else {
      focus = nil
      if let position = view?.position(column: column, row: row) {
        say(PlainWords.position(latitude: position.latitude, longitude: position.longitude))
      }
      return
    }
    let current = focus.flatMap { incidents.place(of: $0) }.flatMap { near.firstIndex(of: $0) }
    let order = current.map { ($0 + 1) % near.count } ?? 0
    setFocus(
      incidents.items[near[order]].feature,
      near.count > 1 ? "\(order + 1) of \(near.count) here" : nil)
  }

  private mutating func take(_ mouse: MouseEvent, inPaneRow row: Int) -> [ViewerEffect] {
    switch mouse.kind {
    case .wheel(let up): return scroll(by: up ? -3 : 3)
    case .press(.primary):
      switch panes.last {
      case .list(let place): return choose(place.top + row)
      case .places(let places): return choose(places.place.top + row)
      default: return []
      }
    default: return []
    }
  }

  private mutating func pointAtTime(_ column: Int) -> [ViewerEffect] {
    guard let range = slider.range, let day = TimeBar(self).day(at: column) else { return [] }
    slider.move(to: min(max(day, range.lowerBound), range.upperBound))
    sayTime()
    return []
  }
}
