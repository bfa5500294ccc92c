/// A small reader of pages for tests, written without a look at the writer: tags, attributes and
/// text, by the grammar of HTML.
///
/// - Note: Source – HTML Living Standard §13.1.2, as far as well-formed pages need it.
struct MarkupReader {
  struct Element: Hashable {
    let name: String
    let attributes: [String: String]
  }

  private(set) var elements: [Element] = []
  /// The text between tags, references resolved.
  private(set) var text = ""
  /// What breaks the grammar or the balance of tags.
  private(set) var faults: [String] = []

  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr",
  ]
  /// What ends a paragraph in a browser, wherever it stands in it.
  private static let blocks: Set<String> = [
    "article", "details", "div", "dl", "figure", "footer", "form", "h1", "h2", "h3", "header",
    "main", "nav", "ol", "p", "pre", "section", "table", "ul",
  ]
  /// Scalars, not characters: a combining mark after a sign of the grammar leaves it that sign.
  private var rest: Substring.UnicodeScalarView
  private var open: [String] = []

  init(_ page: String) {
    rest = page[...].unicodeScalars
    while let sign = rest.first {
      if sign == "<" { readTag() } else { readText() }
    }
    if !open.isEmpty { faults.append("left open: \(open)") }
  }

  /// The values of an attribute over all elements of a name.
  func values(of attribute: String, in name: String) -> [String] {
    elements.filter { $0.name == name }.compactMap { $0.attributes[attribute] }
  }

  private mutating func readText() {
    let end = rest.firstIndex(of: "<") ?? rest.endIndex
    text += resolve(rest[..<end])
    rest = rest[end...]
  }

  private mutating func readTag() {
    guard let end = rest.firstIndex(of: ">") else {
      faults.append("tag without an end")
      return rest = rest[rest.endIndex...]
    }
    var tag = rest[rest.index(after: rest.startIndex)..<end]
    rest = rest[rest.index(after: end)...]
    if String(tag) == "!DOCTYPE html" { return }
    if tag.first == "/" {
      let name = String(tag.dropFirst())
      if open.last == name { open.removeLast() } else { faults.append("</\(name)> in \(open)") }
      return
    }
    let name = String(tag.prefix { $0 != " " })
    guard name.first?.isLetter == true,
      name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
    else {
      return faults.append("no name: <\(String(tag))>")
    }
    tag = tag.drop { $0 != " " }
    elements.append(Element(name: name, attributes: attributes(tag)))
    if open.contains("p"), Self.blocks.contains(name) { faults.append("<\(name)> in <p>") }
    if !Self.void.contains(name) { open.append(name) }
  }

  private mutating func attributes(_ text: Substring.UnicodeScalarView) -> [String: String] {
    var (rest, found) = (text.drop { $0 == " " }, [String: String]())
    while !rest.isEmpty {
      let name = String(rest.prefix { $0 != "=" && $0 != " " })
      guard !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == "-") }) else {
        faults.append("no attribute: \(String(rest))")
        return found
      }
      rest = rest.drop { $0 != "=" && $0 != " " }
      var value = ""
      if rest.first == "=" {
        rest = rest.dropFirst()
        guard rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") else {
          faults.append("no quotes: \(String(rest))")
          return found
        }
        value = resolve(rest.dropFirst()[..<end])
        rest = rest[rest.index(after: end)...]
        if let next = rest.first, next != " " { faults.append("no space: \(String(rest))") }
      }
      if found.updateValue(value, forKey: name) != nil { faults.append("twice: \(name)") }
      rest = rest.drop { $0 == " " }
    }
    return found
  }

  private mutating func resolve(_ text: Substring.UnicodeScalarView) -> String {
    let references = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'"]
    var resolved = String.UnicodeScalarView()
    var rest = text
    while let sign = rest.popFirst() {
      guard sign == "&" else {
        resolved.append(sign)
        continue
      }
      let name = rest.prefix { $0 != ";" }
      if let meaning = references[String(name)], name.endIndex < rest.endIndex {
        resolved.append(contentsOf: meaning.unicodeScalars)
        rest = rest[rest.index(after: name.endIndex)...]
      } else {
        faults.append("bare ampersand before \(String(rest.prefix(8)))")
      }
    }
    return String(resolved)
  }
}
