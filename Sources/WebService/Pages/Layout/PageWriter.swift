import Inquiry
import Records

/// Writes the parts that every page is made of, in the page's language.
struct PageWriter: Sendable {
  var html: HTMLWriter
  var scope: PageScope

  init(_ scope: PageScope, html: HTMLWriter = HTMLWriter()) {
    self.scope = scope
    self.html = html
  }

  var language: PageLanguage { scope.language }

  /// Writes an element whose content the closure writes.
  mutating func element(
    _ element: HTMLElement, _ attributes: [HTMLAttribute] = [],
    _ content: (inout PageWriter) -> Void = { _ in }
  ) {
    html.begin(element, attributes)
    guard !element.isVoid else { return }
    content(&self)
    html.end(element)
  }

  /// A phrase of the page's own.
  mutating func words(_ phrase: Phrase) { html.text(phrase.text(in: language)) }

  /// Words of somebody else, in the language's quotation marks.
  mutating func quoted(_ text: String) {
    let marks = language == .arabic ? ("«", "»") : ("“", "”")
    self.text(marks.0)
    data(text)
    self.text(marks.1)
  }

  /// What parts two words of a list.
  mutating func comma() { text(language == .arabic ? "، " : ", ") }

  /// What parts two statements of one line.
  mutating func semicolon() { text(language == .arabic ? "؛ " : "; ") }

  /// Text from data, isolated.
  mutating func data(_ text: String) { html.data(text) }

  /// Our own signs and spaces.
  mutating func text(_ text: String) { html.text(text) }

  /// Data, or the word for none.
  mutating func data(_ text: String?, or phrase: Phrase = .unknown) {
    if let text { data(text) } else { missing(phrase) }
  }

  /// The word for what is not there.
  mutating func missing(_ phrase: Phrase = .unknown) {
    element(.span, [.class("none")]) { $0.words(phrase) }
  }

  /// A number, left to right in every language.
  mutating func number(_ number: Int?) {
    guard let number else { return missing() }
    element(.bdi, [.class("n")]) { $0.text("\(number)") }
  }

  /// Our own notation that reads from left to right in every language, such as a day or a code.
  mutating func notation(_ text: String) {
    element(.bdi, [.set(.dir, "ltr")]) { $0.text(text) }
  }

  /// English words of the house on a page in any language.
  mutating func english(_ text: String) {
    element(.bdi, language == .english ? [] : [.set(.lang, "en")]) { $0.text(text) }
  }

  /// A code of a vocabulary as a word.
  mutating func word<Code: Vocabulary>(_ code: Code) {
    element(.bdi) { $0.text($0.language.word(code)) }
  }

  mutating func code(_ text: String) {
    element(.code, [.set(.dir, "ltr")]) { $0.text(text) }
  }

  mutating func link(_ address: PageAddress, _ content: (inout PageWriter) -> Void) {
    element(.a, [.address(address)], content)
  }

  // MARK: Blocks

  mutating func section(
    _ phrase: Phrase, id: String? = nil, _ content: (inout PageWriter) -> Void
  ) {
    element(.section, id.map { [.id($0)] } ?? []) { page in
      page.element(.h2) { $0.words(phrase) }
      content(&page)
    }
  }

  mutating func paragraph(_ phrase: Phrase) {
    element(.p) { $0.words(phrase) }
  }

  mutating func notice(_ phrase: Phrase) {
    element(.p, [.class("notice")]) { $0.words(phrase) }
  }

  /// A list of named facts.
  mutating func facts(_ content: (inout PageWriter) -> Void) { element(.dl, [], content) }

  /// One named fact of a list.
  mutating func fact(_ phrase: Phrase, _ content: (inout PageWriter) -> Void) {
    element(.div) { page in
      page.element(.dt) { $0.words(phrase) }
      page.element(.dd, [], content)
    }
  }

  /// A table that scrolls by itself where the screen is narrow.
  mutating func table(_ titles: [Phrase], _ rows: (inout PageWriter) -> Void) {
    // It can be reached by keys, for else nobody without a pointer could scroll it.
    element(.div, [.class("scroll"), .set(.tabIndex, "0"), .set(.role, "group")]) { page in
      page.element(.table) { page in
        page.element(.thead) { page in
          page.element(.tr) { page in
            for title in titles {
              page.element(.th, [.set(.scope, "col")]) { $0.words(title) }
            }
          }
        }
        page.element(.tbody, [], rows)
      }
    }
  }

  mutating func row(_ cells: (inout PageWriter) -> Void) { element(.tr, [], cells) }

  mutating func cell(_ content: (inout PageWriter) -> Void) { element(.td, [], content) }

  /// The cell that names its row.
  mutating func head(_ content: (inout PageWriter) -> Void) {
    element(.th, [.set(.scope, "row")], content)
  }

  /// Items one after another, with the language's comma between them.
  mutating func list<Item>(_ items: [Item], _ write: (inout PageWriter, Item) -> Void) {
    for (index, item) in items.enumerated() {
      if index > 0 { comma() }
      write(&self, item)
    }
  }
}
