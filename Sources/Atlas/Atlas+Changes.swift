public import Inquiry
public import Records

extension Atlas {
  /// The incidents that match, in the stable order, whatever the page asked for.
  ///
  /// - Parameter query: The question; its day decides.
  /// - Returns: Identifiers.
  /// - Throws: `InquiryError` for an area that cannot be used.
  public func matchingIncidents(_ query: IncidentQuery) throws -> [IncidentID] {
    var answer = Answer(begin: 0, limit: .max)
    try survey(IncidentFilter(query, of: self), &answer)
    return answer.matching.page().ordinals.map { incidents.ids[Int($0)] }
  }

  /// The incidents that match on either of two days and about which a claim became public after
  /// the first and by the second, in the stable order.
  ///
  /// - Parameters:
  ///   - query: The question; its own day is not looked at.
  ///   - from: The earlier day.
  ///   - to: The later day.
  /// - Returns: Identifiers and titles.
  /// - Throws: `InquiryError` for an area that cannot be used.
  public func incidents(
    _ query: IncidentQuery, withClaimsAfter from: CivilDate, by to: CivilDate
  ) throws -> [(id: IncidentID, title: String)] {
    var query = query
    var matching: Set<Int32> = []
    for day in [from, to] {
      query.asOf = day
      var answer = Answer(begin: 0, limit: .max)
      try survey(IncidentFilter(query, of: self), &answer)
      matching.formUnion(answer.matching.page().ordinals)
    }
    return matching.sorted().compactMap { ordinal in
      let isNews = incidents.claimOffsets[Int(ordinal)].contains { row in
        let day = claims.publicDays[Int(incidents.claims[row])]
        return day > from.daysSinceEpoch && day <= to.daysSinceEpoch
      }
      return isNews ? (incidents.ids[Int(ordinal)], incidents.titles[Int(ordinal)]) : nil
    }
  }
}
