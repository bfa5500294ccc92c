/// The elements that pages are made of: HTML, and SVG drawn inside it.
///
/// - Note: Source – HTML Living Standard §4; SVG 2.
enum HTMLElement: String, CaseIterable, Sendable {
  case html, head, title, meta, link, body
  case header, nav, main, section, article, footer, figure, figcaption
  case h1, h2, h3, p, pre, code, span, bdi, strong, em, small, time
  case ul, ol, li, dl, dt, dd, div
  case table, caption, thead, tbody, tr, th, td
  case a, form, label, input, select, option, button, details, summary
  case picture, source, img
  case svg, g, path, circle, rect, text, desc, defs, clipPath, polyline

  /// Whether it has neither content nor an end tag.
  var isVoid: Bool {
    switch self {
    case .meta, .link, .input, .source, .img: true
    default: false
    }
  }
}

/// An attribute: its name is ours, its value passes the writer's filter.
struct HTMLAttribute: Sendable {
  /// The names that can be written; none of them runs a script or sets a style.
  enum Name: String, CaseIterable, Sendable {
    case id, lang, dir, title, role, rel, name, type, value, method, placeholder
    case charset, content, scope, hreflang, open, selected, min, max, colspan, maxlength
    case alt, media
    case `class`, `for`
    case ariaLabel = "aria-label"
    case ariaLabelledBy = "aria-labelledby"
    case ariaCurrent = "aria-current"
    case ariaHidden = "aria-hidden"
    case ariaDescribedBy = "aria-describedby"
    case tabIndex = "tabindex"
    case viewBox, width, height, x, y, r, cx, cy, d, points, transform
    case textAnchor = "text-anchor"
    case clipPathReference = "clip-path"
  }

  let name: String
  /// `nil` for a word that stands alone, such as `selected`.
  let value: String?

  private init(_ name: String, _ value: String?) {
    self.name = name
    self.value = value
  }

  static func set(_ name: Name, _ value: String) -> Self { Self(name.rawValue, value) }
  static func word(_ name: Name) -> Self { Self(name.rawValue, nil) }
  static func `class`(_ names: String) -> Self { set(.class, names) }
  static func id(_ text: String) -> Self { set(.id, text) }

  /// A link to a page of this service.
  static func address(_ address: PageAddress) -> Self { Self("href", address.text) }

  /// An image of this service.
  static func source(_ address: PageAddress) -> Self { Self("src", address.text) }

  /// An image of this service that may stand in for another.
  static func sources(_ address: PageAddress) -> Self { Self("srcset", address.text) }

  /// No picture for the tab, so that no browser asks for one.
  static let noIcon = Self("href", "data:,")

  /// The page that a form asks.
  static func action(_ address: PageAddress) -> Self { Self("action", address.text) }

  /// A link to somewhere else, as data has it.
  ///
  /// - Parameter url: Any text.
  /// - Returns: The link without a say in search engines; `nil` for anything but http and https.
  static func outside(_ url: String) -> [Self]? {
    let lower = url.prefix(8).lowercased()
    guard lower.hasPrefix("https://") || lower.hasPrefix("http://"),
      url.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && !"\"<>\\^`{|}".utf8.contains($0) })
    else { return nil }
    return [
      Self("href", url), set(.rel, "nofollow noopener noreferrer"),
    ]
  }
}

/// An address inside the service: a path with a query, or a place on the same page.
struct PageAddress: Hashable, Sendable {
  let text: String

  /// A path of the service.
  ///
  /// - Parameters:
  ///   - path: Percent-encoded, with a leading slash.
  ///   - query: With its question mark, or empty.
  ///   - prefix: What stands before every path of the service.
  init(path: String, query: String = "", under prefix: String) {
    text = prefix + path + query
  }

  /// A place on the page itself.
  init(fragment: String) { text = "#" + PercentEncoding.encodeSegment(fragment) }
}
