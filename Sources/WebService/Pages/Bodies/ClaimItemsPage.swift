import Inquiry
import JSONText
import Records
import SimpleFeatures

extension EndpointRequest {
  /// A page of claims as a form and a table.
  func claimItemsPage(_ found: Inquiry.ClaimPage, links: [Link]) async throws -> Answer {
    let table = ItemsTable(
      collection: .claims, items: found.features, matched: found.numberMatched,
      next: found.next?.text, dataVersion: found.dataVersion,
      titles: [.claim, .claimant, .published, .statement, .figures, .incidents]
    ) { feature, page in page.item(feature) }
    return try await table.page(for: self, links: links)
  }

  /// One claim as a page.
  func claimPage(_ feature: ClaimFeature, dataVersion: DataVersion) async throws -> Answer {
    let claim = feature.claim
    let sources = [claim.claimant: feature.claimant].compactMapValues(\.self)
    return try await page(
      .data(claim.id.text), under: [.collections, .collection(.claims), .items(.claims)],
      links: [.collection(.claims, self)], dataVersion: dataVersion
    ) { page in
      ClaimArticle(claim, sources: sources).write(to: &page)
      page.facts { page in
        page.fact(.incidents) { page in
          page.list(claim.incidents) { page, membership in
            page.incident(membership.incident)
            if membership.certainty == .possible { page.tag(.possiblyAbout) }
          }
          if claim.incidents.isEmpty { page.missing(.none) }
        }
        page.fact(.position) { page in
          guard let point = feature.point else { return page.missing() }
          page.position(
            longitude: point.position.longitude, latitude: point.position.latitude)
          page.comma()
          page.words(.withinOf)
          page.text(" ")
          page.distance(point.radiusMeters)
          page.comma()
          page.word(point.scale)
          if point.isApproximate { page.tag(.approximate) }
          page.by([point.assertedBy])
        }
      }
      page.everything { $0.claimFeature(feature) }
    }
  }
}

extension PageWriter {
  fileprivate mutating func item(_ feature: ClaimFeature) {
    let claim = feature.claim
    row { page in
      page.head { page in
        page.claim(claim.id)
        page.everything(.allProperties) { $0.claimFeature(feature) }
      }
      page.cell { $0.data(feature.claimant?.name ?? claim.claimant.text) }
      page.cell { page in
        if let day = claim.published ?? claim.uttered {
          page.notation(day.description)
        } else {
          page.missing(.undated)
        }
      }
      page.cell { page in
        if claim.polarity != .affirmed { page.tag(.polarity) { $0.word(claim.polarity) } }
        page.data(claim.statement)
      }
      page.cell { page in
        page.element(.ul) { page in
          for quantity in claim.quantities { page.element(.li) { $0.quantity(quantity) } }
        }
      }
      page.cell { page in
        page.list(claim.incidents) { page, membership in page.incident(membership.incident) }
      }
    }
  }
}
