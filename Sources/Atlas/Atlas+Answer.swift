public import Inquiry

extension Atlas {
  /// The incidents that match a question, to be made one after another: what an export writes.
  ///
  /// - Parameter query: The question; its limit, offset and cursor count as for ``page(_:)``.
  /// - Returns: The answer; it holds four bytes for each incident that matches.
  /// - Throws: As ``page(_:)``.
  /// - Complexity: That of ``page(_:)``, without the features.
  public func answer(_ query: IncidentQuery) throws -> IncidentAnswer {
    let filter = try IncidentFilter(query, of: self)
    if let nearest = query.nearest {
      return IncidentAnswer(try nearestPage(nearest, filter: filter))
    }
    let selection = try select(filter)
    let ordinals = Array(selection.ordinals)
    return IncidentAnswer(
      head: page(of: [], selection, filter), count: ordinals.count
    ) { places in
      // Each comes once: to keep them would turn out what pages ask for.
      try ordinals[places].map { try self.feature(Int($0), filter: filter) }
    }
  }
}
