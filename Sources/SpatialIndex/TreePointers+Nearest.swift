import SimpleFeatures

extension TreePointers {
  /// Collects the items nearest to a position.
  ///
  /// Best first: nodes and items are taken by the lower bound of their distance, so that no
  /// node is opened that lies farther than the last answer, and hardly an item is measured that is
  /// not one.
  ///
  /// - Parameters:
  ///   - nearest: Takes the items.
  ///   - vantage: The position.
  ///   - isIncluded: Whether an ordinal counts.
  /// - Note: Source – G. Hjaltason, H. Samet, Distance browsing in spatial databases, ACM TODS 24
  ///   (1999), doi:10.1145/320248.320255.
  func collect(
    _ nearest: inout NearestCandidates, around vantage: SphericalVantage,
    where isIncluded: (Int) -> Bool
  ) {
    var frontier = NearestFrontier(nodeSize: nodeSize)
    open(root, from: vantage, in: &frontier)
    while let next = frontier.take(within: nearest.reach) {
      guard next.isItem else {
        open(next, from: vantage, in: &frontier)
        continue
      }
      let ordinal = Int(ordinals[next.place])
      guard isIncluded(ordinal) else { continue }
      nearest.offer(
        Neighbor(ordinal: ordinal, distanceMeters: vantage.meters(to: box(inSlot: next.place))))
    }
  }

  /// Puts a node's entries before the walk.
  @inline(__always)
  private func open(
    _ node: NodeReference, from vantage: SphericalVantage, in frontier: inout NearestFrontier
  ) {
    if node.height == 0 {
      let slots = slots(below: node)
      let first = NodeReference(place: slots.lowerBound, height: NodeReference.itemHeight)
      frontier.open(first) { bounds in
        for slot in slots {
          bounds[slot &- slots.lowerBound] = vantage.low(
            west: boxes.west[slot], south: boxes.south[slot], east: boxes.east[slot],
            north: boxes.north[slot])
        }
        return slots.count
      }
    } else {
      let below = levels[node.height &- 1]
      let places = entries(of: node, among: below.count)
      let first = NodeReference(place: places.lowerBound, height: node.height &- 1)
      frontier.open(first) { bounds in
        for place in places {
          let box = nodes[below.start &+ place]
          bounds[place &- places.lowerBound] = vantage.low(
            west: box.west, south: box.south, east: box.east, north: box.north)
        }
        return places.count
      }
    }
  }
}
