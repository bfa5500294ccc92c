import Inquiry
import Records

/// A piece of text that is either ours or from data.
enum PageText: Hashable, Sendable {
  case phrase(Phrase)
  case data(String)
}

extension PageWriter {
  mutating func write(_ text: PageText) {
    switch text {
    case .phrase(let phrase): words(phrase)
    case .data(let data): self.data(data)
    }
  }
}

/// A page: what stands around its content.
///
/// - Note: Source – OGC API Features Part 1 §8.3: a page has all the information of the document for
///   programs, and all of its links as anchors.
struct Page: Sendable {
  /// One step on the way from the landing page.
  struct Crumb: Sendable {
    let text: PageText
    let path: String
  }

  /// What the page is about.
  var title: PageText
  /// Whether it is the landing page itself.
  var isHome = false
  /// Whether the page is of the data, and says of which state.
  var showsVersion = true
  /// The steps between the landing page and this one.
  var crumbs: [Crumb] = []
  /// The links of the document for programs.
  var links: [Link] = []
  /// The state of the data that answered; `nil` where nobody could say.
  var dataVersion: DataVersion?
  /// The same page in the other language.
  var otherLanguage: PageAddress?
  /// The same resource in other formats.
  var alternates: [(type: MediaType, address: PageAddress)] = []
  /// The address under which links of the service stand.
  var serviceURL = ""

  /// The page as UTF-8.
  ///
  /// - Parameters:
  ///   - scope: Its language and what its links carry.
  ///   - content: Writes what stands under the title.
  /// - Returns: The whole page.
  func bytes(_ scope: PageScope, _ content: (inout PageWriter) -> Void) -> [UInt8] {
    var page = PageWriter(scope)
    page.html.doctype()
    let language = scope.language
    page.element(
      .html, [.set(.lang, language.code), .set(.dir, language.direction)]
    ) { page in
      page.element(.head) { head(&$0) }
      page.element(.body) { page in
        page.element(.a, [.address(PageAddress(fragment: "main")), .class("skip")]) {
          $0.words(.skipToContent)
        }
        page.element(.header) { header(&$0) }
        page.element(.main, [.id("main")]) { page in
          page.element(.h1) { $0.write(title) }
          time(&page)
          content(&page)
        }
        page.element(.footer) { footer(&$0) }
      }
    }
    return page.html.bytes
  }

  private func head(_ page: inout PageWriter) {
    page.element(.meta, [.set(.charset, "utf-8")])
    page.element(
      .meta, [.set(.name, "viewport"), .set(.content, "width=device-width, initial-scale=1")])
    page.element(.title) { page in
      switch title {
      case .phrase(let phrase): page.words(phrase)
      case .data(let data): page.text(data)
      }
      guard !isHome else { return }
      page.text(" – ")
      page.words(.register)
    }
    page.element(
      .link, [.set(.rel, "stylesheet"), .address(page.scope.plain("/style.css"))])
    page.element(.link, [.set(.rel, "icon"), .noIcon])
    for (type, address) in alternates {
      page.element(
        .link, [.set(.rel, "alternate"), .set(.type, type.rawValue), .address(address)])
    }
  }

  private func header(_ page: inout PageWriter) {
    page.element(
      .nav, [.set(.ariaLabel, Phrase.breadcrumbs.text(in: page.language))]
    ) { page in
      page.element(.ol) { page in
        let home = Crumb(text: .phrase(.register), path: "/")
        for crumb in isHome ? [] : [home] + crumbs {
          page.element(.li) { page in
            page.link(page.scope.address(crumb.path)) { $0.write(crumb.text) }
          }
        }
        page.element(.li) { page in
          page.element(.span, [.set(.ariaCurrent, "page")]) { $0.write(title) }
        }
      }
    }
    guard let otherLanguage else { return }
    let other = page.language.other
    page.element(
      .a,
      [
        .address(otherLanguage), .set(.lang, other.code), .set(.hreflang, other.code),
        .set(.rel, "alternate"), .class("language"),
      ]
    ) { $0.data(other.ownName) }
  }

  /// What narrows the question in time, said before the answer.
  private func time(_ page: inout PageWriter) {
    if let asOf = page.scope.asOf {
      page.element(.p, [.class("notice")]) { page in
        page.words(.asOf)
        page.text(" ")
        page.notation("\(asOf)")
        page.text(". ")
        page.words(.asOfNotice)
      }
    }
    if let asRecorded = page.scope.asRecorded {
      page.element(.p, [.class("notice")]) { page in
        page.words(.asRecorded)
        page.text(" ")
        page.notation("\(asRecorded)")
        page.text(". ")
        page.words(.asRecordedNotice)
      }
    }
  }

  private func footer(_ page: inout PageWriter) {
    if !alternates.isEmpty {
      page.element(.p) { page in
        page.words(.thisPageAs)
        page.text(" ")
        page.list(alternates.map(\.self)) { page, alternate in
          page.element(
            .a,
            [
              .address(alternate.address), .set(.rel, "alternate"),
              .set(.type, alternate.type.rawValue),
            ]
          ) { $0.english(alternate.type.words) }
        }
      }
    }
    let shown = links.filter { $0.rel != "self" && $0.rel != "alternate" }
    if !shown.isEmpty {
      page.element(
        .nav, [.set(.ariaLabel, Phrase.linksOfThisPage.text(in: page.language))]
      ) { page in
        page.element(.h2) { $0.words(.linksOfThisPage) }
        page.element(.ul) { page in
          for link in shown { page.element(.li) { anchor(link, &$0) } }
        }
      }
    }
    version(&page)
  }

  private func anchor(_ link: Link, _ page: inout PageWriter) {
    let about: [HTMLAttribute] = [.set(.rel, link.rel), .set(.type, link.type.rawValue)]
    let target =
      link.href.hasPrefix(serviceURL)
      ? [.address(page.scope.plain(String(link.href.dropFirst(serviceURL.count))))] + about
      : HTMLAttribute.outside(link.href)
    if let target {
      page.element(.a, target) { $0.english(link.title ?? link.rel) }
    } else {
      page.data(link.href)
    }
    page.text(" ")
    page.element(.small) { page in
      page.code(link.rel)
      page.text(" ")
      page.english(link.type.words)
    }
  }

  private func version(_ page: inout PageWriter) {
    guard showsVersion else { return }
    page.element(.p, [.class("version")]) { page in
      page.words(.dataVersion)
      page.text(": ")
      if let dataVersion {
        page.number(dataVersion.sequence)
        if let moment = dataVersion.recordedAt {
          page.text(" ")
          page.words(.recordedAt)
          page.text(" ")
          page.notation("\(moment)")
        }
        page.text(" ")
        page.words(.hash)
        page.text(" ")
        page.code(dataVersion.hash)
      } else {
        page.missing()
      }
      page.text(". ")
      if page.scope.asOf == nil, page.scope.asRecorded == nil { page.words(.today) }
    }
  }
}
