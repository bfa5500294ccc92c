import JSONText

extension PageWriter {
  /// What the closure writes for programs, folded away.
  mutating func everything(_ write: (inout JSONWriter) -> Void) {
    var writer = JSONWriter(reserving: 2_048)
    write(&writer)
    everything(writer.takeBytes())
  }

  /// A document for programs, folded away, so that a page lacks nothing that the document has.
  ///
  /// - Parameter json: The document as UTF-8.
  mutating func everything(_ json: [UInt8]) {
    guard let value = try? JSONValue(parsing: json) else { return }
    element(.details) { page in
      page.element(.summary) { $0.words(.everything) }
      page.tree(value)
    }
  }

  private mutating func tree(_ value: JSONValue) {
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
