import Records
import SimpleFeatures

/// One search for places: reads the query in every sensible way and keeps each place's best.
struct PlaceSearch {
  /// What a reading of the query asks of a place beside its name.
  private struct Requirement {
    var bank: Bank?
    var containers: Set<Int32> = []
  }

  /// The best answer of one place so far.
  private struct Best {
    var score: Double
    let name: Int32
    let reason: MatchReason
    let qualifier: PlaceQualifier?
  }

  private enum Factor {
    static let bank = 0.97
    static let qualified = 0.98
    static let unknownBank = 0.85
    static let unknownContainer = 0.8
    static let unlocatedNear = 0.95
    static let farthestLoss = 0.1
    static let halfLossMeters = 50_000.0
  }

  private let gazetteer: Gazetteer
  private let text: String
  private let lowercased: String
  private let near: Position?
  private var best: [Int32: Best] = [:]

  init(_ gazetteer: Gazetteer, text: String, near: Position?) {
    self.gazetteer = gazetteer
    self.text = text
    lowercased = text.lowercased()
    self.near = near
  }

  /// Searches for the whole text, then for what is left when a bank or a container is taken off.
  mutating func run() {
    let folded = FoldedName(text)
    if folded.isEmpty { return }
    let split = BankWords.split(folded.words)
    consider(folded, Requirement(), elsewhere: split?.bank)
    considerContainers(folded, bank: nil)
    guard let split else { return }
    if split.rest.isEmpty {
      considerBank(split.bank)
    } else {
      let rest = FoldedName(words: split.rest, numbers: folded.numbers)
      consider(rest, Requirement(bank: split.bank), elsewhere: nil)
      considerContainers(rest, bank: split.bank)
    }
  }

  private mutating func consider(
    _ name: FoldedName, _ requirement: Requirement, elsewhere: Bank?
  ) {
    var search = NameSearch(NameForm(name), in: gazetteer.index)
    search.run()
    for hit in search.hits {
      for name in gazetteer.index.names(ofForm: hit.form) {
        offer(hit, name, requirement, elsewhere: elsewhere)
      }
    }
  }

  /// Reads every beginning and every end of the words as a place that contains the other words.
  private mutating func considerContainers(_ name: FoldedName, bank: Bank?) {
    let count = name.words.count
    guard (2...NameSearch.mostWords).contains(count) else { return }
    for cut in 1..<count {
      let head = Array(name.words[..<cut])
      let tail = Array(name.words[cut...])
      for (inner, outer) in [(head, tail), (tail, head)] {
        let containers = placesSpelled(outer)
        if containers.isEmpty { continue }
        let rest = FoldedName(words: inner, numbers: name.numbers)
        consider(rest, Requirement(bank: bank, containers: containers), elsewhere: nil)
      }
    }
  }

  private func placesSpelled(_ words: [Word]) -> Set<Int32> {
    let form = NameForm(FoldedName(words: words, numbers: []))
    var search = NameSearch(form, in: gazetteer.index)
    search.matchSpelling()
    var places: Set<Int32> = []
    for hit in search.hits {
      places.formUnion(gazetteer.index.names(ofForm: hit.form).lazy.map(\.place))
    }
    return places.intersection(gazetteer.containers)
  }

  private mutating func considerBank(_ bank: Bank) {
    for ordinal in gazetteer.bankAreas[bank] ?? [] {
      keep(Best(score: Factor.bank, name: 0, reason: .bank, qualifier: .bank(bank)), for: ordinal)
    }
  }

  private mutating func offer(
    _ hit: NameSearch.Hit, _ name: NameIndex.Name, _ requirement: Requirement, elsewhere: Bank?
  ) {
    if let elsewhere, hit.reason > .sound,
      gazetteer.banks[Int(name.place)].isOpposite(of: elsewhere)
    {
      return
    }
    guard let (factor, qualifier) = fulfilment(of: requirement, by: name.place) else { return }
    let isExact = hit.reason == .spelling && qualifier == nil && factor == 1 && isExact(name)
    keep(
      Best(
        score: isExact ? 1 : hit.score * factor, name: name.name,
        reason: isExact ? .exact : hit.reason, qualifier: qualifier), for: name.place)
  }

  private func isExact(_ name: NameIndex.Name) -> Bool {
    gazetteer.places[Int(name.place)].names[Int(name.name)].text.lowercased() == lowercased
  }

  private mutating func keep(_ new: Best, for ordinal: Int32) {
    guard new.score >= Gazetteer.leastScore else { return }
    if let old = best[ordinal],
      old.score > new.score || (old.score == new.score && old.name <= new.name)
    {
      return
    }
    best[ordinal] = new
  }

  private func fulfilment(
    of requirement: Requirement, by ordinal: Int32
  ) -> (factor: Double, qualifier: PlaceQualifier?)? {
    var factor = 1.0
    var qualifier: PlaceQualifier?
    if let asked = requirement.bank {
      let bank = gazetteer.banks[Int(ordinal)]
      if bank.isOpposite(of: asked) { return nil }
      qualifier = bank == asked ? .bank(asked) : nil
      factor *= bank == asked ? Factor.qualified : Factor.unknownBank
    }
    if !requirement.containers.isEmpty {
      let ancestors = gazetteer.ancestors(of: ordinal)
      if let container = ancestors.first(where: requirement.containers.contains) {
        qualifier = .container(gazetteer.places[Int(container)].id)
        factor *= Factor.qualified
      } else if ancestors.isEmpty {
        factor *= Factor.unknownContainer
      } else {
        return nil
      }
    }
    return (factor, qualifier)
  }
}

extension PlaceSearch {
  /// The best candidates, best first, equal ones by identifier.
  ///
  /// - Parameter limit: The greatest number.
  /// - Returns: At most that many, none below ``Gazetteer/leastScore``.
  func ranked(limit: Int) -> [GazetteerCandidate] {
    var scored: [(ordinal: Int32, thousandths: Int)] = []
    scored.reserveCapacity(best.count)
    for (ordinal, best) in best {
      let thousandths = Int((best.score * nearness(of: ordinal) * 1_000).rounded())
      if Double(thousandths) / 1_000 >= Gazetteer.leastScore {
        scored.append((ordinal, thousandths))
      }
    }
    guard limit > 0, !scored.isEmpty else { return [] }
    scored.sort { $0.thousandths > $1.thousandths }
    let cutoff = scored[min(limit, scored.count) - 1].thousandths
    let candidates = scored.prefix { $0.thousandths >= cutoff }.compactMap(candidate)
    return Array(
      candidates.sorted { $0.score != $1.score ? $0.score > $1.score : $0.id < $1.id }
        .prefix(limit))
  }

  private func candidate(_ ordinal: Int32, _ thousandths: Int) -> GazetteerCandidate? {
    guard let best = best[ordinal] else { return nil }
    let place = gazetteer.places[Int(ordinal)]
    return GazetteerCandidate(
      id: place.id, name: place.names[Int(best.name)], score: Double(thousandths) / 1_000,
      reason: best.reason, qualifier: best.qualifier, isLocated: place.location != nil)
  }

  private func nearness(of ordinal: Int32) -> Double {
    guard let near else { return 1 }
    let location = gazetteer.places[Int(ordinal)].location
    guard let position = location?.geometry.envelope?.center else { return Factor.unlocatedNear }
    let meters = near.distanceMeters(to: position)
    return 1 - Factor.farthestLoss * meters / (meters + Factor.halfLossMeters)
  }
}

extension Bank {
  fileprivate func isOpposite(of other: Bank) -> Bool {
    (self == .left && other == .right) || (self == .right && other == .left)
  }
}
