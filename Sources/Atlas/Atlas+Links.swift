public import Records

extension Atlas {
  /// The incidents joined to one by a link, whichever of the two holds it.
  ///
  /// - Parameter id: The incident.
  /// - Returns: Each once, those that it links to first, then those that link to it by identifier.
  /// - Complexity: O(*l*), incidents with links: few.
  public func incidentsLinked(to id: IncidentID) -> [IncidentID] {
    var found: [IncidentID] = []
    for link in incidents.links[id] ?? [] where link.target != id && !found.contains(link.target) {
      found.append(link.target)
    }
    let holders = incidents.links.filter { holder, links in
      holder != id && links.contains { $0.target == id }
    }
    for holder in holders.keys.sorted() where !found.contains(holder) { found.append(holder) }
    return found.filter { ordinal(of: $0) != nil }
  }
}
