import Assessment
import Inquiry
import Interchange
import JSONText
import Records
import SimpleFeatures

extension EndpointRequest {
  /// A page of incidents as a form, a map and a table.
  func incidentItemsPage(
    _ found: Inquiry.IncidentPage, of collection: FeatureCollectionName, links: [Link]
  ) async throws -> Answer {
    let shapes = try await answering.mapBase().shapes
    let map = SVGMap(
      found.features.compactMap(SVGMap.Mark.init), on: shapes, showing: found.query.area?.box)
    let asOf = found.query.asOf
    let table = ItemsTable(
      collection: collection, items: found.features, matched: found.numberMatched,
      next: found.next?.text, dataVersion: found.dataVersion,
      titles: [.title, .when, .wherePlace, .killed, .injured, .grade, .blamed, .claims]
    ) { feature, page in
      page.item(feature) { $0.feature(feature, geometry: collection.incidentGeometry, asOf: asOf) }
    }
    return try await table.page(for: self, links: links) { page in
      page.counts(found.counts)
      page.map(map, of: found.features.count)
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
      page.list(all) { page, count in
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

  fileprivate mutating func item(
    _ feature: IncidentFeature, json: (inout JSONWriter) -> Void
  ) {
    row { page in
      page.head { page in
        page.link(page.scope.item(.incidents, feature.id.text)) { $0.data(feature.title) }
        page.text(" ")
        page.element(.small) { page in
          page.notation(feature.id.text)
          page.text(" ")
          page.word(feature.kind)
        }
        page.everything(.allProperties, json)
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
