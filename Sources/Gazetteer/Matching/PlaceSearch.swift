import Records
import SimpleFeatures

/// One search for places: reads the query in every sensible way and keeps each place's best.
struct PlaceSearch {
  /// What a reading of the query asks of a place beside its name.
  private struct Requirement {
    var bank: Bank?
    var containers: Set<Int32> = []
  }

  private struct Best {
    let score: Double
    let entry: Int32
    let reason: MatchReason
    let qualifier: PlaceQualifier?
  }

  private enum Factor {
    static let qualified = 0.98
    static let unknownBank = 0.85
    static let unknownContainer = 0.8
    static let unlocatedNear = 0.95
    static let farthestLoss = 0.1
    static let halfLossMeters = 50_000.0
  }

  private let gazetteer: Gazetteer
  private let text: String
  private let near: Position?
  private var best: [Int32: Best] = [:]

  init(_ gazetteer: Gazetteer, text: String, near: Position?) {
    self.gazetteer = gazetteer
    self.text = text
    self.near = near
  }

  /// Searches for the whole text, then for what is left when a bank or a container is taken off.
  mutating func run() {
    let longest = NamePiece.longestText
    guard text.unicodeScalars.prefix(longest + 1).count <= longest else { return }
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

  /// The candidates found, best first, equal ones by identifier.
  var ranked: [GazetteerCandidate] {
    best.compactMap { ordinal, best in candidate(ordinal, best) }
      .sorted { $0.score != $1.score ? $0.score > $1.score : $0.id < $1.id }
  }

  private mutating func consider(
    _ name: FoldedName, _ requirement: Requirement, elsewhere: Bank?
  ) {
    let search = NameSearch(index: gazetteer.index)
    var found: [NameSearch.Hit] = []
    search.search(NameForm(name)) { hit in
      if hit.score >= Gazetteer.leastScore { found.append(hit) }
    }
    for hit in found { offer(hit, requirement, elsewhere: elsewhere) }
  }

  /// Reads every beginning and every end of the words as a place that contains the other words.
  private mutating func considerContainers(_ name: FoldedName, bank: Bank?) {
    let count = name.words.count
    guard (2...8).contains(count) else { return }
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
    var places: Set<Int32> = []
    let form = NameForm(FoldedName(words: words, numbers: []))
    NameSearch(index: gazetteer.index).matchSpelling(form) { hit in
      places.insert(gazetteer.index.entries[Int(hit.entry)].place)
    }
    return places
  }

  private mutating func considerBank(_ bank: Bank) {
    for ordinal in gazetteer.bankAreas[bank] ?? [] {
      let entry = gazetteer.index.entries.firstIndex { $0.place == ordinal }
      guard let entry else { continue }
      keep(
        Best(score: 0.97, entry: Int32(entry), reason: .bank, qualifier: .bank(bank)),
        for: ordinal)
    }
  }

  private mutating func offer(
    _ hit: NameSearch.Hit, _ requirement: Requirement, elsewhere: Bank?
  ) {
    let ordinal = gazetteer.index.entries[Int(hit.entry)].place
    let place = gazetteer.places[Int(ordinal)]
    if let elsewhere, hit.reason > .sound, place.bank.isOpposite(of: elsewhere) { return }
    guard let (factor, qualifier) = fulfilment(of: requirement, by: place) else { return }
    var score = hit.score
    var reason = hit.reason
    if reason == .spelling, qualifier == nil, isExact(hit.entry) {
      score = 1
      reason = .exact
    }
    keep(
      Best(score: score * factor, entry: hit.entry, reason: reason, qualifier: qualifier),
      for: ordinal)
  }

  private mutating func keep(_ new: Best, for ordinal: Int32) {
    guard new.score >= Gazetteer.leastScore else { return }
    if let old = best[ordinal],
      (old.score, Int(new.entry)) >= (new.score, Int(old.entry))
    {
      return
    }
    best[ordinal] = new
  }

  private func isExact(_ entry: Int32) -> Bool {
    let entry = gazetteer.index.entries[Int(entry)]
    let name = gazetteer.places[Int(entry.place)].names[Int(entry.name)].text
    return name.lowercased() == text.lowercased()
  }

  private func fulfilment(
    of requirement: Requirement, by place: Place
  ) -> (Double, PlaceQualifier?)? {
    var factor = 1.0
    var qualifier: PlaceQualifier?
    if let bank = requirement.bank {
      if place.bank.isOpposite(of: bank) { return nil }
      qualifier = place.bank == bank ? .bank(bank) : nil
      factor *= place.bank == bank ? Factor.qualified : Factor.unknownBank
    }
    if !requirement.containers.isEmpty {
      let ancestors = gazetteer.ancestors(of: place.id).map(\.id)
      let container = ancestors.first { id in
        gazetteer.ordinals[id].map(requirement.containers.contains) ?? false
      }
      if let container {
        qualifier = .container(container)
        factor *= Factor.qualified
      } else if ancestors.isEmpty {
        factor *= Factor.unknownContainer
      } else {
        return nil
      }
    }
    return (factor, qualifier)
  }

  private func candidate(_ ordinal: Int32, _ best: Best) -> GazetteerCandidate? {
    let place = gazetteer.places[Int(ordinal)]
    let name = place.names[Int(gazetteer.index.entries[Int(best.entry)].name)]
    let score = (best.score * nearness(of: place) * 1_000).rounded() / 1_000
    guard score >= Gazetteer.leastScore else { return nil }
    return GazetteerCandidate(
      id: place.id, name: name, score: score, reason: best.reason, qualifier: best.qualifier,
      isLocated: place.location != nil)
  }

  private func nearness(of place: Place) -> Double {
    guard let near else { return 1 }
    guard let position = place.location?.geometry.envelope?.center else {
      return Factor.unlocatedNear
    }
    let meters = near.distanceMeters(to: position)
    return 1 - Factor.farthestLoss * meters / (meters + Factor.halfLossMeters)
  }
}

extension Bank {
  fileprivate func isOpposite(of other: Bank) -> Bool {
    (self == .left && other == .right) || (self == .right && other == .left)
  }
}
