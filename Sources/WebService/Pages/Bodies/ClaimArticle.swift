import Records

/// One claim for reading: who says what, how it came here, when, with which figures.
struct ClaimArticle {
  private let claim: Claim
  private let sources: [SourceID: Source]
  private let certainty: Certainty

  /// Makes the article of a claim.
  ///
  /// - Parameters:
  ///   - claim: The claim.
  ///   - sources: The sources whose names are known here.
  ///   - certainty: How surely it speaks of the incident of the page.
  init(_ claim: Claim, sources: [SourceID: Source], certainty: Certainty = .certain) {
    self.claim = claim
    self.sources = sources
    self.certainty = certainty
  }

  /// Writes the claim; the closure writes what stands under it.
  func write(to page: inout PageWriter, _ answers: (inout PageWriter) -> Void = { _ in }) {
    page.element(
      .article,
      [
        .id(PageScope.anchor(of: claim.id)),
        .class(claim.polarity == .affirmed ? "claim" : "claim denied"),
      ]
    ) { page in
      heading(&page)
      page.element(.p, [.class("statement")]) { $0.data(claim.statement) }
      page.facts { facts(&$0) }
      answers(&page)
    }
  }

  private func heading(_ page: inout PageWriter) {
    page.element(.h3) { page in
      page.element(.a, [.address(page.scope.item(.claims, claim.id.text)), .class("id")]) {
        $0.notation(claim.id.text)
      }
      page.text(" ")
      page.source(claim.claimant, sources[claim.claimant]?.name)
      if certainty == .possible { page.tag(.possiblyAbout) }
      if claim.polarity != .affirmed { page.tag(.polarity) { $0.word(claim.polarity) } }
    }
  }

  private func facts(_ page: inout PageWriter) {
    page.fact(.kind) { page in
      page.list(claim.kinds) { page, kind in page.word(kind) }
    }
    page.fact(.modality) { $0.word(claim.modality) }
    page.fact(.hand) { $0.word(claim.hand) }
    page.fact(.chain) { chain(&$0) }
    clocks(&page)
    page.fact(.figures) { page in
      guard !claim.quantities.isEmpty else { return page.missing(.none) }
      page.element(.ul) { page in
        for quantity in claim.quantities { page.element(.li) { $0.quantity(quantity) } }
      }
    }
    places(&page)
    judgement(&page)
    edges(&page)
    foreign(&page)
    if let note = claim.note { page.fact(.note) { $0.data(note) } }
  }

  /// `A → B → C`: the claimant, then every outlet that handed it on.
  private func chain(_ page: inout PageWriter) {
    page.element(.ol, [.class("chain")]) { page in
      page.element(.li) { $0.data(name(of: claim.claimant)) }
      for hop in claim.relays {
        page.element(.li) { page in
          page.text(page.language == .arabic ? "← " : "→ ")
          page.source(hop.outlet, sources[hop.outlet]?.name)
          if let published = hop.published {
            page.text(" ")
            page.element(.small) { $0.notation(published.description) }
          }
          address(hop.url, .original, &page)
          address(hop.archiveURL, .archived, &page)
          if let hash = hop.contentHash { page.tag(.hash) { $0.code(hash) } }
          if let note = hop.note {
            page.text(" ")
            page.element(.small) { $0.data(note) }
          }
        }
      }
    }
  }

  private func address(_ url: String?, _ phrase: Phrase, _ page: inout PageWriter) {
    guard let url else { return }
    page.text(" ")
    page.element(.small) { page in
      page.text("[")
      page.outsideLink(url, text: phrase.text(in: page.language))
      page.text("]")
    }
  }

  private func clocks(_ page: inout PageWriter) {
    let clocks = [
      (Phrase.eventTime, claim.eventTime), (.uttered, claim.uttered),
      (.published, claim.published),
    ]
    page.fact(.clocks) { page in
      page.list(clocks) { page, clock in
        page.words(clock.0)
        page.text(" ")
        if let time = clock.1 { page.notation(time.description) } else { page.missing() }
      }
    }
  }

  private func places(_ page: inout PageWriter) {
    page.fact(.placeStated) { page in
      page.data(claim.placeAsStated, or: .none)
      guard !claim.placeCandidates.isEmpty else { return }
      page.text(" = ")
      page.list(claim.placeCandidates) { page, candidate in
        page.place(candidate.place)
        if candidate.certainty == .possible { page.tag(.possibly) }
      }
    }
  }

  private func judgement(_ page: inout PageWriter) {
    if !claim.attributedTo.isEmpty {
      page.fact(.attributedTo) { page in
        page.list(claim.attributedTo) { page, party in page.data(party) }
      }
    }
    if let grade = claim.grade { page.fact(.grade) { $0.grade(grade) } }
    if let verdict = claim.verdict { page.fact(.verdict) { $0.word(verdict) } }
  }

  private func edges(_ page: inout PageWriter) {
    guard !claim.edges.isEmpty else { return }
    page.fact(.edges) { page in
      page.element(.ul) { page in
        for edge in claim.edges {
          page.element(.li) { page in
            page.word(edge.kind)
            page.text(" ")
            page.claim(edge.target)
            if edge.certainty == .possible { page.tag(.possibly) }
            if let note = edge.note {
              page.text(" ")
              page.data(note)
            }
          }
        }
      }
    }
  }

  private func foreign(_ page: inout PageWriter) {
    if let foreign = claim.foreignID {
      page.fact(.foreignID) { page in
        page.data(name(of: foreign.source))
        page.text(" ")
        page.data(foreign.id)
      }
    }
    if !claim.foreignFields.isEmpty {
      page.fact(.foreignFields) { page in
        page.element(.ul) { page in
          for field in claim.foreignFields {
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

  private func name(of source: SourceID) -> String { sources[source]?.name ?? source.text }
}
