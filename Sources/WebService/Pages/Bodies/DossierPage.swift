import Assessment
import Inquiry
import Records
import SimpleFeatures

extension EndpointRequest {
  /// Everything known about one incident, for reading.
  ///
  /// - Parameters:
  ///   - dossier: The incident with its claims.
  ///   - links: The links of the document for programs.
  ///   - json: That document, which stands on the page too.
  /// - Returns: The page.
  /// - Throws: When the work does not end in its time.
  func dossierPage(_ dossier: IncidentDossier, links: [Link], json: [UInt8]) async throws -> Answer
  {
    let found = try IncidentCase(dossier: dossier, testimony: dossier.testimony)
    let explanation = try await answering.ask { _ in IncidentExplanation(found) }
    let shapes = try await answering.mapBase().shapes
    let map = SVGMap(
      dossier.locations.compactMap { SVGMap.Mark($0, of: dossier.feature) }, on: shapes)
    return try await page(
      .data(dossier.incident.title),
      under: [.collections, .collection(.incidents), .items(.incidents)],
      links: links + [.collection(.incidents, self)], dataVersion: dossier.dataVersion,
      claimsOnPage: Set(dossier.claims.map(\.claim.id))
    ) { page in
      page.views(of: dossier.incident.id)
      page.facts(of: dossier)
      if explanation.incidentCase.isNotYetReported {
        page.notice(.notYetReportedNote)
        return page.everything(json)
      }
      OverviewSection(explanation).write(to: &page)
      page.locations(of: dossier)
      page.map(map, of: dossier.locations.count)
      MethodsSection(explanation.table).write(to: &page)
      GradeSection(explanation.snapshot.grade).write(to: &page)
      page.links(of: dossier)
      ClaimsSection(dossier).write(to: &page)
      page.foreign(of: dossier.incident)
      page.everything(json)
    }
  }
}

extension SVGMap.Mark {
  /// A place where an incident may have been; `nil` for one that is not on the earth.
  fileprivate init?(_ location: DossierLocation, of feature: IncidentFeature) {
    guard let point = location.point else { return nil }
    self.init(
      subject: .candidate(location.candidate.assertedBy),
      title: location.candidate.placeAsStated ?? location.placeName ?? feature.title,
      position: point.position, radiusMeters: point.radiusMeters,
      grade: feature.assessment.shownGrade, isApproximate: point.isApproximate)
  }
}

extension PageWriter {
  /// The pages about one incident.
  mutating func views(of id: IncidentID) {
    let views: [(Phrase, PageAddress)] = [
      (.dossier, scope.incident(id, "dossier")), (.assessment, scope.incident(id, "assessment")),
      (.timeline, scope.incident(id, "timeline")),
      (.contradictions, scope.incident(id, "contradictions")),
      (
        .claims,
        scope.address("/collections/claims/items", carrying: .both, [("incident", id.text)])
      ),
    ]
    element(.ul, [.class("views")]) { page in
      for (phrase, address) in views {
        page.element(.li) { page in page.link(address) { $0.words(phrase) } }
      }
    }
  }

  fileprivate mutating func facts(of dossier: IncidentDossier) {
    let incident = dossier.incident
    facts { page in
      page.fact(.incident) { $0.incident(incident.id) }
      page.fact(.when) { page in
        guard let time = incident.time else { return page.missing(.notKnown) }
        page.notation(time.description)
        page.tag(.knownTo) { $0.word(incident.timePrecision) }
      }
      page.fact(.kind) { $0.word(incident.kind) }
      page.fact(.blamed) { page in
        if dossier.feature.attributedTo.isEmpty { page.missing(.nobodyNamed) }
        page.list(dossier.feature.attributedTo) { page, party in page.data(party) }
      }
      if dossier.feature.undatedClaimCount > 0 {
        page.fact(.undatedLeftOut) { $0.number(dossier.feature.undatedClaimCount) }
      }
      if let note = incident.note {
        page.fact(dossier.asOf == nil ? .note : .noteOfRegister) { $0.data(note) }
      }
    }
  }

  fileprivate mutating func locations(of dossier: IncidentDossier) {
    section(.wherePlace, id: "where") { page in
      guard !dossier.locations.isEmpty else { return page.paragraph(.noCandidate) }
      page.paragraph(.candidatesNote)
      page.element(.ul) { page in
        for location in dossier.locations { page.element(.li) { $0.location(location) } }
      }
      guard !dossier.feature.districts.isEmpty else { return }
      page.element(.ul) { page in
        for district in dossier.feature.districts {
          page.element(.li) { page in
            page.words(district.certainty == .certain ? .certainlyIn : .possiblyIn)
            page.text(" ")
            page.district(district)
          }
        }
      }
    }
  }

  private mutating func location(_ location: DossierLocation) {
    let candidate = location.candidate
    if let stated = candidate.placeAsStated {
      quoted(stated)
      text(" ")
    }
    switch candidate.extent {
    case .place(let id): place(id, location.placeName)
    case .disc: words(.ownPoint)
    case nil: if let name = location.placeName { data(name) }
    }
    tag(.assertedBy) { $0.claim(candidate.assertedBy) }
    tag(.precision) { $0.word(candidate.scale) }
    element(.p) { page in
      if let point = location.point {
        page.words(.withinOf)
        page.text(" ")
        page.distance(point.radiusMeters)
        page.text(" ")
        page.position(longitude: point.position.longitude, latitude: point.position.latitude)
        if point.isApproximate { page.tag(.approximate) }
        page.semicolon()
      }
      if let stated = candidate.statedPrecision {
        page.words(.asStated)
        page.text(": ")
        page.data(stated)
        page.semicolon()
      }
      page.english(location.basis)
    }
    guard !location.nearby.isEmpty else { return }
    element(.p) { page in
      page.words(.near)
      page.text(" ")
      page.list(location.nearby) { page, place in
        page.place(place.id, place.name)
        page.text(" ")
        page.distance(place.distanceMeters)
        page.text(" ")
        page.notation("\(Int(place.bearingDegrees.rounded()))°")
      }
    }
  }

  fileprivate mutating func links(of dossier: IncidentDossier) {
    let incident = dossier.incident
    let own = Set(incident.links.map(\.target))
    let others = dossier.linkedIncidents.filter { !own.contains($0) }
    guard !incident.links.isEmpty || !others.isEmpty else { return }
    section(.linksToOthers) { page in
      page.element(.ul) { page in
        for link in incident.links {
          page.element(.li) { page in
            page.word(link.kind)
            page.text(" ")
            page.incident(link.target)
            if let reason = link.reason {
              page.text(": ")
              page.data(reason)
            }
          }
        }
        for other in others { page.element(.li) { $0.incident(other) } }
      }
      page.link(page.scope.incident(incident.id, "assessment")) { $0.words(.assessment) }
    }
  }

  fileprivate mutating func foreign(of incident: Incident) {
    guard incident.foreignID != nil || !incident.foreignFields.isEmpty else { return }
    section(.foreignFields) { page in
      page.element(.ul) { page in
        if let foreign = incident.foreignID {
          page.element(.li) { page in
            page.data(foreign.source.text)
            page.text(" ")
            page.data(foreign.id)
          }
        }
        for field in incident.foreignFields {
          page.element(.li) { page in
            page.data(field.name)
            page.text(": ")
            page.data(field.value)
          }
        }
      }
    }
  }
}

/// Every claim of a dossier, denials under what they deny.
struct ClaimsSection {
  private let dossier: IncidentDossier
  private let thread: ClaimThread
  private let entries: [ClaimID: DossierClaim]

  init(_ dossier: IncidentDossier) {
    self.dossier = dossier
    thread = ClaimThread(dossier.claims.map(\.claim))
    entries = Dictionary(
      dossier.claims.map { ($0.claim.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func write(to page: inout PageWriter) {
    page.section(.claims, id: "claims") { page in
      page.paragraph(.claimsNote)
      for entry in dossier.claims where !thread.isNested(entry.claim.id) { write(entry, &page) }
    }
  }

  private func write(_ entry: DossierClaim, _ page: inout PageWriter) {
    ClaimArticle(entry.claim, sources: dossier.sources, certainty: entry.certainty)
      .write(to: &page) { page in
        for answer in thread.answers(to: entry.claim.id) {
          if let reply = entries[answer] { write(reply, &page) }
        }
      }
  }
}
