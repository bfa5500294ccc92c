import MapRendering
import Records

/// Writes HTML piece by piece; only what it writes itself is ever markup.
///
/// Elements and attributes are closed lists, and every text passes one filter: control characters,
/// bidi controls and what else could hide or reorder become U+FFFD, and the five characters that
/// mean something to a browser become references. So no record can add an element, close one or
/// leave an attribute.
///
/// - Note: Source – HTML Living Standard §13.3; OWASP ASVS 5.0 §1.2.1.
struct HTMLWriter: Sendable {
  private(set) var bytes: [UInt8] = []

  init(reserving count: Int = 16_384) { bytes.reserveCapacity(count) }

  /// Begins a document.
  mutating func doctype() { bytes.append(contentsOf: "<!DOCTYPE html>\n".utf8) }

  /// Writes an element whose content the closure writes.
  mutating func element(
    _ element: HTMLElement, _ attributes: [HTMLAttribute] = [],
    _ content: (inout HTMLWriter) -> Void = { _ in }
  ) {
    begin(element, attributes)
    guard !element.isVoid else { return }
    content(&self)
    end(element)
  }

  /// Writes a start tag; whoever calls it owes the ``end(_:)``.
  mutating func begin(_ element: HTMLElement, _ attributes: [HTMLAttribute] = []) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: element.rawValue.utf8)
    for attribute in attributes {
      bytes.append(UInt8(ascii: " "))
      bytes.append(contentsOf: attribute.name.utf8)
      guard let value = attribute.value else { continue }
      bytes.append(contentsOf: "=\"".utf8)
      escape(TerminalText(value).string)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
  }

  /// Writes an end tag.
  mutating func end(_ element: HTMLElement) {
    bytes.append(contentsOf: "</".utf8)
    bytes.append(contentsOf: element.rawValue.utf8)
    bytes.append(UInt8(ascii: ">"))
    if element.endsLine { bytes.append(UInt8(ascii: "\n")) }
  }

  /// Writes words; line feeds stay.
  mutating func text(_ text: String) {
    escape(TerminalText(text, lineFeeds: .allowed).string)
  }

  /// Writes text from data, kept apart from the direction of the text around it.
  mutating func data(_ text: String) {
    let language: [HTMLAttribute] = Script(of: text) == .arabic ? [.set(.lang, "ar")] : []
    element(.bdi, language) { $0.text(text) }
  }

  /// Text that has passed the filter, with the characters of markup as references.
  private mutating func escape(_ safe: String) {
    for byte in safe.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
      default: bytes.append(byte)
      }
    }
  }
}

extension HTMLElement {
  /// Whether a line feed after it cannot be seen: only so that the source can be read.
  fileprivate var endsLine: Bool {
    switch self {
    case .head, .title, .header, .nav, .main, .section, .article, .footer, .figure, .h1, .h2, .h3,
      .p, .ul, .ol, .li, .dl, .dd, .div, .table, .tr, .form, .details, .html, .body, .svg:
      true
    default: false
    }
  }
}
