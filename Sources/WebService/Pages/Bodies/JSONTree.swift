import JSONText

extension EndpointRequest {
  /// A document for programs as a page of its members.
  func documentPage(
    _ title: PageText, under crumbs: [Page.Crumb] = [], links: [Link], json: [UInt8]
  ) async throws -> Answer {
    try await page(title, under: crumbs, links: links) { page in
      if let value = try? JSONValue(parsing: json) { page.tree(value) }
    }
  }
}

extension PageWriter {
  /// What the closure writes for programs, folded away.
  mutating func everything(
    _ phrase: Phrase = .everything, _ write: (inout JSONWriter) -> Void
  ) {
    var writer = JSONWriter(reserving: 2_048)
    write(&writer)
    everything(writer.takeBytes(), phrase)
  }

  /// A document for programs, folded away, so that a page lacks nothing that the document has.
  ///
  /// - Parameters:
  ///   - json: The document as UTF-8.
  ///   - phrase: What unfolds it.
  mutating func everything(_ json: [UInt8], _ phrase: Phrase = .everything) {
    guard let value = try? JSONValue(parsing: json) else { return }
    element(.details) { page in
      page.element(.summary) { $0.words(phrase) }
      page.tree(value)
    }
  }

  fileprivate mutating func tree(_ value: JSONValue) {
    switch value {
    case .null: missing()
    case .boolean(let truth): words(truth ? .yes : .no)
    case .number(let number): notation(number.text)
    case .string(let text): data(text)
    case .array(let elements):
      guard !elements.isEmpty else { return missing(.none) }
      element(.ol, [.class("tree")]) { page in
        for element in elements { page.element(.li) { $0.tree(element) } }
      }
    case .object(let object):
      element(.ul, [.class("tree")]) { page in
        for member in object.members {
          page.element(.li) { page in
            page.code(member.name)
            page.text(": ")
            page.tree(member.value)
          }
        }
      }
    }
  }
}
