/// The origins of the claims about one incident, from numbers alone.
///
/// What ``Origins`` and the keys of a graded testimony come to, for a column of a million claims:
/// claimants and bodies are numbers, and only claims that hold an edge of origin cost more.
public struct OriginTally: Sendable {
  /// One claim in play, in the order of the testimony.
  public struct Item: Sendable {
    /// Who claims: equal numbers are one claimant.
    public let claimant: UInt32
    /// The body behind the claimant, 0 for nobody in particular (``OriginSlots``).
    public let body: UInt32

    /// Makes an item.
    ///
    /// - Parameters:
    ///   - claimant: Who claims.
    ///   - body: The body behind the claimant.
    public init(claimant: UInt32, body: UInt32) {
      self.claimant = claimant
      self.body = body
    }
  }

  /// That one claim in play goes back to another, by their places.
  public struct Link: Sendable {
    /// The echo.
    public let echo: Int
    /// What it goes back to.
    public let source: Int
    /// Whether that is sure; a possible link never merges two origins.
    public let isCertain: Bool

    /// Makes a link.
    ///
    /// - Parameters:
    ///   - echo: The echo.
    ///   - source: What it goes back to.
    ///   - isCertain: Whether that is sure.
    public init(echo: Int, source: Int, isCertain: Bool) {
      self.echo = echo
      self.source = source
      self.isCertain = isCertain
    }
  }

  /// A number for the origin of each claim, from 1; 0 for one that has no independent origin.
  public let keys: [UInt32]
  /// The number of independent origins.
  public let independentCount: Int

  /// Groups claims by origin.
  ///
  /// - Parameters:
  ///   - items: The claims in play, in the order of the testimony.
  ///   - links: The edges of origin among them.
  /// - Complexity: O(*n* + *e*) on average, *n* claims and *e* links.
  public init(_ items: [Item], links: [Link] = []) {
    guard !links.isEmpty else {
      keys = items.map(\.body)
      var heard: Set<UInt32> = []
      var count = 0
      for item in items where item.body != 0 {
        if heard.insert(item.claimant).inserted { count += 1 }
      }
      independentCount = count
      return
    }
    var groups = DisjointSets(count: items.count)
    var isEcho = [Bool](repeating: false, count: items.count)
    for link in links where link.isCertain && link.echo != link.source {
      isEcho[link.echo] = true
      groups.join(link.echo, link.source)
    }
    let ordered = groups.sets().map { set in
      (lead: set.first { !isEcho[$0] } ?? set[0], members: set)
    }.sorted { $0.lead < $1.lead }
    independentCount = Self.independentCount(items, ordered, isEcho)
    keys = Self.keys(items, ordered, links)
  }

  private static func independentCount(
    _ items: [Item], _ groups: [(lead: Int, members: [Int])], _ isEcho: [Bool]
  ) -> Int {
    var heard: Set<UInt32> = []
    var count = 0
    for group in groups where items[group.lead].body != 0 {
      let roots = group.members.filter { !isEcho[$0] }
      let claimants = (roots.isEmpty ? group.members : roots).map { items[$0].claimant }
      if !claimants.contains(where: { heard.contains($0) }) { count += 1 }
      heard.formUnion(claimants)
    }
    return count
  }

  private static func keys(
    _ items: [Item], _ groups: [(lead: Int, members: [Int])], _ links: [Link]
  ) -> [UInt32] {
    var place = [Int](repeating: 0, count: items.count)
    for (index, group) in groups.enumerated() {
      for member in group.members { place[member] = index }
    }
    var union = DisjointSets(count: groups.count)
    for link in links { union.join(place[link.echo], place[link.source]) }
    var bodies: [UInt32: Int] = [:]
    for (index, group) in groups.enumerated() {
      let body = items[group.lead].body
      guard body != 0 else { continue }
      if let first = bodies[body] { union.join(index, first) } else { bodies[body] = index }
    }
    return items.indices.map { item in
      let group = place[item]
      return items[groups[group].lead].body == 0 ? 0 : UInt32(clamping: union.root(of: group) + 1)
    }
  }
}
