import Inquiry
import Records

/// A page of a collection: a form, counts, what the collection draws, and a table.
///
/// The rows are made as the client takes them, so a page of ten thousand holds one piece at a time.
struct ItemsTable<Item: Sendable>: Sendable {
  let collection: FeatureCollectionName
  let items: [Item]
  let matched: Int
  /// The cursor of the next page; `nil` on the last.
  let next: String?
  let dataVersion: DataVersion
  let titles: [Phrase]
  /// Writes the row of one item.
  let row: @Sendable (Item, inout PageWriter) -> Void

  /// The page as an answer.
  ///
  /// - Parameters:
  ///   - request: What asked for it.
  ///   - links: The links of the document for programs.
  ///   - above: Writes what stands between the counts and the table.
  /// - Returns: The page, its rows still to be made.
  /// - Throws: For parameters of time that cannot be read.
  func page(
    for request: EndpointRequest, links: [Link],
    above: (inout PageWriter) -> Void = { _ in }
  ) async throws -> Answer {
    let headers = [
      HeaderField("OGC-NumberMatched", "\(matched)"),
      HeaderField("OGC-NumberReturned", "\(items.count)"),
    ]
    var place: (scope: PageScope, offset: Int)?
    let answer = try await request.page(
      .phrase(collection.phrase), under: [.collections, .collection(collection)], links: links,
      dataVersion: dataVersion, headers: headers
    ) { page in
      FilterForm(request.endpoint.parameters, query: request.query, path: request.path)
        .write(to: &page)
      counts(&page, request)
      above(&page)
      page.table(titles) { place = ($0.scope, $0.html.bytes.count) }
      nextPage(&page, request)
    }
    guard let place, case .bytes(let bytes) = answer.body else { return answer }
    let rows = PageRows(
      before: Array(bytes[..<place.offset]), items: items, after: Array(bytes[place.offset...]),
      scope: place.scope, chunkBytes: request.answering.configuration.limits.chunkBytes, row: row)
    return Answer(
      mediaType: answer.mediaType, links: answer.links, headers: answer.headers,
      body: .chunks(rows))
  }

  /// Counts, and whether something is left out.
  private func counts(_ page: inout PageWriter, _ request: EndpointRequest) {
    page.facts { page in
      page.fact(.matched) { $0.number(matched) }
      page.fact(.shown) { $0.number(items.count) }
      page.fact(.answeredAt) { page in
        page.notation("\(request.answering.configuration.clock())")
      }
    }
    if matched == 0 { return page.notice(.nothingMatches) }
    if request.query["cursor"] != nil || request.query["offset"] != nil { page.notice(.laterPage) }
    if items.count < matched {
      page.notice(.truncated)
    } else {
      page.paragraph(.everythingShown)
    }
    nextPage(&page, request)
  }

  /// The way to the next page.
  private func nextPage(_ page: inout PageWriter, _ request: EndpointRequest) {
    guard let next else { return }
    let query = request.query.removing("offset").setting("cursor", to: next)
    let address = PageAddress(path: request.path, query: query.text, under: page.scope.prefix)
    page.element(.p, [.class("next")]) { page in
      page.element(.a, [.address(address), .set(.rel, "next")]) { $0.words(.nextPage) }
    }
  }
}

/// The text of a page whose rows are made piece by piece.
struct PageRows<Item: Sendable>: Sequence, Sendable {
  let before: [UInt8]
  let items: [Item]
  let after: [UInt8]
  let scope: PageScope
  /// A piece is handed on once it has this many bytes.
  let chunkBytes: Int
  let row: @Sendable (Item, inout PageWriter) -> Void

  func makeIterator() -> Iterator { Iterator(rows: self) }

  struct Iterator: IteratorProtocol {
    fileprivate let rows: PageRows
    private var position = -1

    fileprivate init(rows: PageRows) { self.rows = rows }

    /// The next piece, never empty; `nil` after the last.
    mutating func next() -> [UInt8]? {
      if position < 0 {
        position = 0
        return rows.before
      }
      guard position < rows.items.count else {
        guard position == rows.items.count else { return nil }
        position += 1
        return rows.after
      }
      var page = PageWriter(rows.scope, html: HTMLWriter(reserving: rows.chunkBytes + 8_192))
      while page.html.bytes.count < rows.chunkBytes, position < rows.items.count {
        rows.row(rows.items[position], &page)
        position += 1
      }
      return page.html.bytes
    }
  }
}
