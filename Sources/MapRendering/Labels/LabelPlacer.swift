/// Places names where they cover nothing: greedy by rank with a cost for each anchor, then rounds
/// of repair that move placed names to make room for those that found none.
///
/// - Note: Source – Christensen, Marks, Shieber, ACM TOG 14(3) 1995 (the problem and its greedy
///   baseline); the bitmap makes the test of a candidate exact and cheap.
struct LabelPlacer: Hashable {
  /// Where a contender's label stands.
  struct Spot: Hashable {
    let form: LabelForm
    let width: Int
    let column: Int
    let row: Int
    let cost: Int

    /// The columns of the label and the blank one on either side.
    var halo: Range<Int> { column - 1..<column + width + 1 }
  }

  private(set) var ground: LabelGround
  /// What the places of the scene are called.
  private let names: [LabelTexts]
  var contenders: [LabelContender] = []
  /// The spot of each contender.
  var spots: [Spot?] = []
  /// Cells of signs and of the names placed so far.
  var taken: OccupancyBitmap
  /// One more than the contender whose name covers a cell, 0 for none.
  var holders: [UInt16]
  /// Names that stand as a number.
  var numbers = 0
  /// Contenders around which signs leave no room for any form of their name: nothing that moves
  /// names can help them, so they are not tried again and again.
  private var blocked: [Bool] = []
  /// How many names may become a number in the key.
  var keyCapacity = 0
  /// Moves that the repair may still try: what bounds its time.
  var moves = 200

  /// Prepares placing.
  ///
  /// - Parameters:
  ///   - scene: Places in placing order, and their areas.
  ///   - names: What the places are called, in the same order.
  ///   - ground: What the names stand on.
  ///   - viewport: The picture.
  init(_ scene: MapScene, names: [LabelTexts], ground: LabelGround, viewport: Viewport) {
    self.names = names
    self.ground = ground
    taken = ground.fixed
    holders = Array(repeating: 0, count: ground.columns * ground.rows)
    contenders = contenders(for: scene, viewport: viewport)
    spots = Array(repeating: nil, count: contenders.count)
  }

  /// The places in the picture: codes of points, then areas to which a name is due here, then the
  /// rest, each by rank.
  private mutating func contenders(
    for scene: MapScene, viewport: Viewport
  ) -> [LabelContender] {
    var found: [LabelContender] = []
    found.reserveCapacity(min(scene.places.count, Int(UInt16.max) - 1))
    // Spans, so that no item is copied to be looked at.
    let (places, areas) = (scene.places.span, scene.areas.span)
    var runs: VisibleRuns?
    for index in places.indices where places[index].role != .river {
      guard found.count < Int(UInt16.max) - 1 else { break }
      let area = places[index].area
      let district = area.flatMap { areas[$0].role == .district ? $0 : nil }
      var cell = viewport.cell(places[index].anchor)
      if cell == nil, let district, viewport.shows(areas[district].box) {
        if runs == nil { runs = VisibleRuns(ground, areaCount: areas.count) }
        cell = runs?.widest(of: district)
      }
      guard let cell else { continue }
      ground.addAnchor(column: cell.column, row: cell.row)
      found.append(
        LabelContender(
          places[index], index: index, cell: cell, district: district,
          isCramped: area.map { !viewport.hasRoomForName(areas[$0].box) } ?? false,
          texts: names[index]))
    }
    var ordered: [LabelContender] = []
    ordered.reserveCapacity(found.count)
    for contender in found where contender.isCoded { ordered.append(contender) }
    for contender in found where !contender.isCoded && contender.isEligible {
      ordered.append(contender)
    }
    for contender in found where !contender.isCoded && !contender.isEligible {
      ordered.append(contender)
    }
    return ordered
  }

  /// Places all names.
  ///
  /// - Parameter keyCapacity: How many names without a code may become a number in the key.
  mutating func place(keyCapacity: Int) {
    self.keyCapacity = keyCapacity
    // Where there are few signs most names have room, and gaps are not worth looking for.
    let isCrowded = ground.fixed.count * 4 > ground.columns * ground.rows
    let gaps = isCrowded ? LabelGaps(ground.fixed) : nil
    blocked = contenders.map { isBlocked($0, gaps) }
    for index in contenders.indices where contenders[index].isForKey { number(index) }
    for index in contenders.indices where spots[index] == nil {
      // The code of a point comes first: it leaves room for the names around it.
      if let spot = best(index, forms: forms(of: index)) { take(spot, for: index) }
    }
    for index in contenders.indices where spots[index] == nil {
      makeRoom(for: index, forms: forms(of: index))
    }
    for index in contenders.indices where spots[index] == nil { number(index) }
    improve()
    spellOutCodes()
    restorePriority()
    renumber()
  }

  /// The placing with other signs: names stay where they are, those under a sign look for another
  /// spot.
  ///
  /// - Parameter signs: The cells of signs and bridges.
  /// - Returns: The placing of the same names; they keep away from the signs before as well.
  func makingWay(for signs: OccupancyBitmap) -> LabelPlacer {
    var placer = self
    let covered = spots.indices.filter { index in
      spots[index].map { !signs.isFree(row: $0.row, $0.column..<$0.column + $0.width) } ?? false
    }
    for index in covered { placer.release(index) }
    placer.taken.formUnion(signs)
    for index in covered {
      if let spot = placer.best(index, forms: forms(of: index)) {
        placer.take(spot, for: index)
      } else {
        placer.number(index)
      }
    }
    if !covered.isEmpty { placer.renumber() }
    return placer
  }

  /// Whether signs leave no room for any form of a name; numbers have one to three digits.
  private func isBlocked(_ contender: LabelContender, _ gaps: LabelGaps?) -> Bool {
    func hasRoom(_ width: Int) -> Bool {
      width > 0 && gaps?.mayHold(contender, width: width) ?? true
        && self.hasRoom(contender, width)
    }
    return !hasRoom(contender.width(of: .name)) && !hasRoom(contender.width(of: .shortName))
      && !hasRoom(contender.width(of: .key))
      && (contender.hasCode || !(3...5).contains(where: hasRoom))
  }

  /// Whether signs leave room for a name of some columns.
  private func hasRoom(_ contender: LabelContender, _ width: Int) -> Bool {
    for anchor in anchors(contender, width: width) where ground.isClear(anchor, width: width) {
      return true
    }
    return false
  }

  /// Whether there is no room for a contender, whatever other names do.
  func isBlocked(_ index: Int) -> Bool { index < blocked.count && blocked[index] }

  static let allForms: [LabelForm] = [.name, .shortName, .key]
  static let keyOnly: [LabelForm] = [.key]
  static let namesOnly: [LabelForm] = [.name, .shortName]

  /// Whether a contender is a point with a code.
  func isCoded(_ index: Int) -> Bool { contenders[index].isCoded }

  /// The forms that a contender may have before codes are written out.
  func forms(of index: Int) -> [LabelForm] { isCoded(index) ? Self.keyOnly : Self.allForms }

  /// Visits the labels in placing order, with what they are names of.
  func forEachLabel(
    _ places: [ScenePlace], _ visit: (PlacedLabel, MapPlaceRole) -> Void
  ) {
    for (contender, spot) in zip(contenders, spots) {
      guard let spot else { continue }
      visit(
        PlacedLabel(
          placeID: places[contender.place].id, text: text(of: contender, spot.form),
          form: spot.form, column: spot.column, row: spot.row), contender.role)
    }
  }

  /// What the codes and numbers on the map stand for: codes by their text, then numbers.
  func key() -> [(code: TerminalText, name: TerminalText)] {
    zip(contenders, spots).compactMap { contender, spot in
      spot?.form == .key
        ? (text(of: contender, .key), names[contender.place].keyName) : nil
    }
  }

  private func text(of contender: LabelContender, _ form: LabelForm) -> TerminalText {
    names[contender.place].text(of: form, number: contender.number)
  }

  /// The cheapest free spot over some forms of a name.
  func best(_ index: Int, forms: [LabelForm]) -> Spot? {
    if isBlocked(index) { return nil }
    let contender = contenders[index]
    var found: Spot?
    var least = Int.max
    for form in forms {
      let width = contender.width(of: form)
      if width == 0 { continue }
      let penalty = Self.penalty(form)
      for anchor in anchors(contender, width: width) {
        if penalty + anchor.cost >= least { break }
        guard ground.isInside(anchor, width: width),
          taken.isFree(row: anchor.row, anchor.column - 1..<anchor.column + width + 1),
          let cost = ground.cost(of: anchor, width: width, for: contender),
          penalty + cost < least
        else { continue }
        least = penalty + cost
        found = Spot(
          form: form, width: width, column: anchor.column, row: anchor.row, cost: least)
      }
    }
    return found
  }

  /// A shorter form must be clearly better placed to beat the full name.
  static func penalty(_ form: LabelForm) -> Int {
    switch form {
    case .name: 0
    case .shortName: 6
    case .key: 14
    }
  }

  /// The anchors around a contender.
  func anchors(_ contender: LabelContender, width: Int) -> LabelAnchors {
    switch contender.role {
    case .area, .river:
      .area(
        width: width, column: contender.column, row: contender.row,
        greatestCost: contender.isCramped ? 7 : .max)
    case .point:
      .point(
        width: width, sign: ground.sign(column: contender.column, row: contender.row),
        row: contender.row)
    }
  }

  /// Gives a spot to a contender.
  mutating func take(_ spot: Spot, for index: Int) {
    spots[index] = spot
    mark(spot, holder: UInt16(index + 1))
  }

  /// Takes a contender's spot away.
  mutating func release(_ index: Int) {
    guard let spot = spots[index] else { return }
    spots[index] = nil
    mark(spot, holder: 0)
  }

  private mutating func mark(_ spot: Spot, holder: UInt16) {
    taken.set(row: spot.row, spot.column..<spot.column + spot.width, to: holder != 0)
    let base = spot.row * ground.columns + spot.column
    for cell in base..<base + spot.width { holders[cell] = holder }
  }
}
