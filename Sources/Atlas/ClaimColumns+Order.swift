import Assessment

extension ClaimColumns {
  /// Puts the claims in another order and keeps where each was recorded.
  ///
  /// Claims that are read together then lie together: a ledger has them in the order in which they
  /// were entered, and an incident's few would each cost a wait for memory in every column.
  ///
  /// - Parameter order: The claims by their old ordinals, each once.
  mutating func reorder(_ order: [Int32]) {
    var places = [Int32](repeating: 0, count: order.count)
    for (place, old) in order.enumerated() { places[Int(old)] = Int32(truncatingIfNeeded: place) }
    let parts = concurrentMap(2) { [self] part in
      part == 0 ? reorderedHeads(order) : reorderedLists(order)
    }
    guard parts.count == 2 else { return }
    let (superseders, echoes) = (superseders, echoes)
    self = parts[0]
    takeLists(of: parts[1])
    self.superseders = superseders.moved(to: places) { $0.map { places[Int($0)] } }
    self.echoes = echoes.moved(to: places) {
      $0.map { (source: places[Int($0.source)], isCertain: $0.isCertain) }
    }
    recorded = places
  }

  private func reorderedHeads(_ order: [Int32]) -> ClaimColumns {
    var columns = ClaimColumns()
    columns.ids = order.map { ids[Int($0)] }
    columns.publicDays = order.map { publicDays[Int($0)] }
    columns.eventStarts = order.map { eventStarts[Int($0)] }
    columns.eventEnds = order.map { eventEnds[Int($0)] }
    columns.isAssessment = order.map { isAssessment[Int($0)] }
    columns.grades = order.map { grades[Int($0)] }
    return columns
  }

  private func reorderedLists(_ order: [Int32]) -> ClaimColumns {
    var columns = ClaimColumns()
    columns.signals = order.map { signals[Int($0)] }
    columns.origins = order.map { origins[Int($0)] }
    (columns.figures, columns.figureOffsets) = figureOffsets.gathered(figures, order)
    (columns.attributions, columns.attributionOffsets) =
      attributionOffsets.gathered(attributions, order)
    (columns.places, columns.placeOffsets) = placeOffsets.gathered(places, order)
    return columns
  }

  private mutating func takeLists(of other: ClaimColumns) {
    signals = other.signals
    origins = other.origins
    (figures, figureOffsets) = (other.figures, other.figureOffsets)
    (attributions, attributionOffsets) = (other.attributions, other.attributionOffsets)
    (places, placeOffsets) = (other.places, other.placeOffsets)
  }
}

extension ColumnOffsets {
  /// The rows of owners in another order, with where the rows of each then stand.
  fileprivate func gathered<Row>(_ rows: [Row], _ order: [Int32]) -> ([Row], ColumnOffsets) {
    var gathered: [Row] = []
    gathered.reserveCapacity(rows.count)
    var offsets = ColumnOffsets()
    offsets.reserveCapacity(order.count)
    for owner in order {
      for row in self[Int(owner)] { gathered.append(rows[row]) }
      offsets.close(at: gathered.count)
    }
    return (gathered, offsets)
  }
}
