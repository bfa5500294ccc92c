import Inquiry
import JSONText
import Records

extension EndpointRequest {
  /// A page of sources as a form and a table.
  func sourceItemsPage(_ found: Inquiry.SourcePage, links: [Link]) async throws -> Answer {
    let table = ItemsTable(
      collection: .sources, items: found.features, matched: found.numberMatched,
      next: found.next?.text, dataVersion: found.dataVersion,
      titles: [.name, .kind, .affiliation, .language, .reliability]
    ) { source, page in page.item(source) }
    return try await table.page(for: self, links: links)
  }

  /// One source as a page.
  func sourcePage(_ source: Source, dataVersion: DataVersion) async throws -> Answer {
    try await page(
      .data(source.name), under: [.collections, .collection(.sources), .items(.sources)],
      links: [.collection(.sources, self)], dataVersion: dataVersion
    ) { page in
      page.facts { page in
        page.fact(.identifier) { $0.code(source.id.text) }
        page.fact(.kind) { $0.word(source.kind) }
        page.fact(.affiliation) { $0.affiliation(of: source) }
        page.fact(.language) { $0.data(source.language, or: .unknown) }
        page.fact(.reliability) { $0.judgements(source.judgements) }
        if let note = source.note { page.fact(.note) { $0.data(note) } }
      }
      page.everything { $0.sourceFeature(source) }
    }
  }

  /// Every state of the register there has been, as a page.
  func versionsPage(_ versions: [DataVersion], links: [Link]) async throws -> Answer {
    try await page(.phrase(.versions), links: links) { page in
      page.table([.dataVersion, .recordedAt, .hash, .incidents]) { page in
        for version in versions {
          page.row { page in
            page.head { $0.number(version.sequence) }
            page.cell { page in
              if let moment = version.recordedAt {
                page.notation("\(moment)")
              } else {
                page.missing()
              }
            }
            page.cell { $0.code(version.hash) }
            page.cell { page in
              guard let moment = version.recordedAt else { return page.missing() }
              let asked = [("as-recorded", "\(moment)")]
              page.link(page.scope.address("/collections/incidents/items", asked)) {
                $0.words(.incidents)
              }
            }
          }
        }
      }
    }
  }
}

extension PageWriter {
  /// A source as a link to its page.
  mutating func source(_ id: SourceID, _ name: String? = nil) {
    link(scope.item(.sources, id.text)) { $0.data(name ?? id.text) }
  }

  fileprivate mutating func item(_ source: Source) {
    row { page in
      page.head { page in
        page.source(source.id, source.name)
        page.everything(.allProperties) { $0.sourceFeature(source) }
      }
      page.cell { $0.word(source.kind) }
      page.cell { $0.affiliation(of: source) }
      page.cell { $0.data(source.language, or: .unknown) }
      page.cell { $0.judgements(source.judgements) }
    }
  }

  fileprivate mutating func affiliation(of source: Source) {
    if let affiliation = source.affiliation {
      self.source(affiliation)
    } else {
      missing(.none)
    }
  }

  fileprivate mutating func judgements(_ judgements: [ReliabilityJudgement]) {
    guard !judgements.isEmpty else { return missing(.none) }
    list(judgements) { page, judgement in
      page.code(judgement.reliability.code)
      page.text(" ")
      page.data(judgement.assessor)
      page.text(" ")
      page.notation("\(judgement.date)")
    }
  }
}
