/// Places names where they cover nothing: greedy by rank with a cost for each anchor, then a
/// repair that moves one placed name to make room for one that found none.
///
/// - Note: Source – Christensen, Marks, Shieber, ACM TOG 14(3) 1995 (the problem and its greedy
///   baseline); the bitmap makes the test of a candidate exact and cheap.
struct LabelPlacer {
  /// Where a contender's label stands.
  struct Spot {
    let form: LabelForm
    let width: Int
    let column: Int
    let row: Int
  }

  let ground: LabelGround
  var contenders: [LabelContender] = []
  /// The spot of each contender.
  var spots: [Spot?] = []
  /// Cells of signs and of the names placed so far.
  var taken: OccupancyBitmap
  /// One more than the contender whose name covers a cell, 0 for none.
  var holders: [UInt16]
  /// Names that stand as a number.
  var numbers = 0
  /// Moves that the repair may still try: what bounds its time.
  var moves = 200

  /// Prepares placing.
  ///
  /// - Parameters:
  ///   - scene: Places in placing order, and their areas.
  ///   - planes: The drawn base map, signs included.
  ///   - fixed: The cells of symbols and bridges.
  ///   - viewport: The picture.
  ///   - tier: The characters that names are written in.
  init(
    _ scene: MapScene, over planes: CellPlanes, fixed: OccupancyBitmap, viewport: Viewport,
    tier: any RenderTier
  ) {
    var ground = LabelGround(planes, fixed: fixed)
    taken = fixed
    holders = Array(repeating: 0, count: planes.columns * planes.rows)
    contenders.reserveCapacity(min(scene.places.count, Int(UInt16.max) - 1))
    for (index, place) in scene.places.enumerated() {
      guard let cell = viewport.cell(place.position), contenders.count < Int(UInt16.max) - 1 else {
        continue
      }
      ground.addAnchor(column: cell.column, row: cell.row)
      let isCramped = place.area.map { Self.isCramped(scene.areas[$0], viewport) } ?? false
      let district = place.area.flatMap { scene.areas[$0].role == .district ? $0 : nil }
      contenders.append(
        LabelContender(
          place, index: index, cell: cell, district: district, isCramped: isCramped, tier: tier))
    }
    spots = Array(repeating: nil, count: contenders.count)
    self.ground = ground
  }

  /// Whether an area has fewer than six by one cells.
  private static func isCramped(_ area: SceneArea, _ viewport: Viewport) -> Bool {
    (area.box.maxX - area.box.minX) << 8 < viewport.fixedUnitsPerColumn * 6
      || (area.box.maxY - area.box.minY) << 8 < viewport.fixedUnitsPerRow
  }

  /// Places all names.
  ///
  /// - Parameter keyCapacity: How many names without a code may become a number in the key.
  mutating func place(keyCapacity: Int) {
    for index in contenders.indices {
      // The code of a point comes first: it leaves room for the names around it.
      let contender = contenders[index]
      let isCoded = contender.role == .point && contender.codeWidth > 0
      if let spot = best(index, forms: isCoded ? Self.keyOnly : Self.allForms) {
        take(spot, for: index)
      }
    }
    for index in contenders.indices where spots[index] == nil {
      makeRoom(for: index, forms: Self.allForms)
    }
    for index in contenders.indices where spots[index] == nil && numbers < keyCapacity {
      number(index)
    }
    for index in contenders.indices { lengthen(index) }
    renumber()
  }

  static let allForms: [LabelForm] = [.name, .shortName, .key]
  static let keyOnly: [LabelForm] = [.key]
  static let namesOnly: [LabelForm] = [.name, .shortName]

  /// The labels in placing order.
  func labels(_ places: [ScenePlace], tier: any RenderTier) -> [PlacedLabel] {
    var labels: [PlacedLabel] = []
    labels.reserveCapacity(spots.count)
    for (contender, spot) in zip(contenders, spots) {
      guard let spot else { continue }
      let place = places[contender.place]
      labels.append(
        PlacedLabel(
          placeID: place.id, text: contender.text(of: spot.form, place: place, tier: tier),
          form: spot.form, column: spot.column, row: spot.row))
    }
    return labels
  }

  /// The cheapest free spot over some forms of a name.
  func best(_ index: Int, forms: [LabelForm]) -> Spot? {
    let contender = contenders[index]
    var found: Spot?
    var least = Int.max
    for form in forms {
      let width = contender.width(of: form)
      if width == 0 { continue }
      // A shorter form must be clearly better placed to beat the full name.
      let penalty = form == .name ? 0 : form == .shortName ? 6 : 14
      for anchor in anchors(contender, width: width) {
        if penalty + anchor.cost >= least { break }
        guard ground.isInside(anchor, width: width),
          taken.isFree(row: anchor.row, anchor.column - 1..<anchor.column + width + 1),
          let cost = ground.cost(of: anchor, width: width, for: contender),
          penalty + cost < least
        else { continue }
        least = penalty + cost
        found = Spot(form: form, width: width, column: anchor.column, row: anchor.row)
      }
    }
    return found
  }

  /// The anchors around a contender.
  func anchors(_ contender: LabelContender, width: Int) -> LabelAnchors {
    switch contender.role {
    case .area:
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
