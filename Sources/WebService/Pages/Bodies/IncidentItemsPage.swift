import Assessment
import Inquiry
import Records
import SimpleFeatures

extension EndpointRequest {
  /// A page of incidents as a form, a map and a table.
  func incidentItemsPage(_ found: Inquiry.IncidentPage, links: [Link]) async throws -> Answer {
    let shapes = try await answering.mapBase().shapes
    let map = SVGMap(
      found.features.compactMap(SVGMap.Mark.init), on: shapes, showing: found.query.area?.box)
    let position = ItemsPosition(
      matched: found.numberMatched, shown: found.features.count, next: found.next?.text,
      isFirst: query["cursor"] == nil)
    return try await page(
      .phrase(.incidents), under: [.collections, .collection(.incidents)], links: links,
      dataVersion: found.dataVersion, headers: position.headers
    ) { page in
      FilterForm(endpoint.parameters, query: query, path: path).write(to: &page)
      position.write(to: &page, request: self)
      page.counts(found.counts)
      page.map(map, of: found.features.count)
      page.table([
        .title, .when, .wherePlace, .killed, .injured, .grade, .blamed, .claims,
      ]) { page in
        for feature in found.features { page.item(feature) }
      }
      position.writeNext(to: &page, request: self)
    }
  }
}

/// Where a page of items stands in the whole answer.
struct ItemsPosition {
  let matched: Int
  let shown: Int
  let next: String?
  let isFirst: Bool

  var headers: [HeaderField] {
    [
      HeaderField("OGC-NumberMatched", "\(matched)"),
      HeaderField("OGC-NumberReturned", "\(shown)"),
    ]
  }

  /// Counts, and whether something is left out.
  func write(to page: inout PageWriter, request: EndpointRequest) {
    page.facts { page in
      page.fact(.matched) { $0.number(matched) }
      page.fact(.shown) { $0.number(shown) }
    }
    if matched == 0 { return page.notice(.nothingMatches) }
    if !isFirst { page.notice(.laterPage) }
    if shown < matched {
      page.notice(.truncated)
    } else {
      page.paragraph(.everythingShown)
    }
    writeNext(to: &page, request: request)
  }

  /// The way to the next page.
  func writeNext(to page: inout PageWriter, request: EndpointRequest) {
    guard let next else { return }
    let query = request.query.setting("cursor", to: next)
    let address = PageAddress(path: request.path, query: query.text, under: page.scope.prefix)
    page.element(.p, [.class("next")]) { page in
      page.element(.a, [.address(address), .set(.rel, "next")]) { $0.words(.nextPage) }
    }
  }
}

extension SVGMap.Mark {
  /// An incident as a mark; `nil` for one without a usable place.
  init?(_ feature: IncidentFeature) {
    guard let point = feature.point else { return nil }
    self.init(
      subject: .incident(feature.id), title: feature.title, position: point.position,
      radiusMeters: point.radiusMeters, grade: feature.assessment.shownGrade,
      isApproximate: point.isApproximate)
  }
}

extension QueryArea {
  /// The box that a question names itself.
  fileprivate var box: Envelope? {
    if case .envelope(let box) = self { box } else { nil }
  }
}

extension PageWriter {
  fileprivate mutating func counts(_ counts: MatchCounts) {
    let all: [(Phrase, Int)] = [
      (.certainly, counts.certain), (.possibly, counts.possible), (.excluded, counts.excluded),
      (.unplaced, counts.unplaced), (.undated, counts.undated),
      (.notYetReported, counts.notYetReported),
    ]
    element(.p) { page in
      page.list(all.filter { $0.1 > 0 }) { page, count in
        page.words(count.0)
        page.text(" ")
        page.number(count.1)
      }
    }
  }

  /// A map with its legend, what it leaves out and what its signs mean.
  mutating func map(_ map: SVGMap?, of count: Int) {
    guard count > 0 else { return }
    section(.map) { page in
      guard let map, map.markCount > 0 else { return page.paragraph(.noMap) }
      page.element(.figure) { page in
        map.write(to: &page)
        page.element(.figcaption) { page in
          page.words(.mapNote)
          if map.cutsCircles {
            page.text(" ")
            page.words(.mapOutside)
          }
          if map.marks.count < map.markCount {
            page.text(" ")
            page.words(.mapFull)
          }
          page.legend()
          let unplaced = count - map.markCount
          if unplaced > 0 {
            page.words(.notDrawn)
            page.text(": ")
            page.number(unplaced)
          }
        }
      }
    }
  }

  private mutating func legend() {
    element(.ul, [.class("legend"), .set(.ariaLabel, Phrase.legend.text(in: language))]) { page in
      for mark in GradeMark.all { page.element(.li) { $0.grade(mark.grade) } }
    }
  }

  fileprivate mutating func item(_ feature: IncidentFeature) {
    row { page in
      page.head { page in
        page.link(page.scope.item(.incidents, feature.id.text)) { $0.data(feature.title) }
        page.text(" ")
        page.element(.small) { page in
          page.notation(feature.id.text)
          page.text(" ")
          page.word(feature.kind)
        }
      }
      page.cell { $0.time(feature) }
      page.cell { $0.whereabouts(feature) }
      page.cell { $0.range(feature.assessment.killed) }
      page.cell { $0.range(feature.assessment.injured) }
      page.cell { $0.grade(of: feature.assessment) }
      page.cell { page in
        if feature.attributedTo.isEmpty { page.missing(.nobodyNamed) }
        page.list(feature.attributedTo) { page, party in page.data(party) }
      }
      page.cell { page in
        page.link(
          page.scope.address(
            "/collections/claims/items", carrying: .both, [("incident", feature.id.text)])
        ) { $0.number(feature.assessment.claimCount) }
        if feature.undatedClaimCount > 0 {
          page.tag(.undated) { $0.number(feature.undatedClaimCount) }
        }
      }
    }
  }

  /// When an incident happened, and how finely that is known.
  mutating func time(_ feature: IncidentFeature) {
    guard let time = feature.time else { return missing(.notKnown) }
    element(.span, [.class("n")]) { $0.notation("\(time)") }
    if feature.timePrecision != .day { tag(.knownTo) { $0.word(feature.timePrecision) } }
  }

  private mutating func whereabouts(_ feature: IncidentFeature) {
    list(feature.districts) { page, district in page.district(district) }
    guard let point = feature.point else {
      if feature.districts.isEmpty { missing(.notKnown) }
      return
    }
    text(" ")
    element(.small) { page in
      page.words(.withinOf)
      page.text(" ")
      page.distance(point.radiusMeters)
    }
    by([point.assertedBy])
    if feature.candidateCount > 1 { tag(.candidates) { $0.number(feature.candidateCount) } }
    if let placement = feature.placement {
      tag(.match) { $0.text($0.language.word(placement.certainty)) }
    }
  }

  mutating func district(_ district: DistrictMembership) {
    place(district.place, district.name)
    if district.certainty == .possible {
      text(" ")
      let percent = district.share * 100
      let rounded = percent > 0 && percent < 1 ? "<1" : "\(Int(min(99, percent).rounded()))"
      notation("\(rounded)%")
    }
    if district.isApproximate {
      text(" ")
      element(.small) { $0.words(.approximate) }
    }
  }
}
