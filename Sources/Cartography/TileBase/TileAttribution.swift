/// The line that names whose tiles are drawn.
enum TileAttribution {
  /// Characters at most: a line, not a page.
  private static let limit = 400

  /// A text without markup: tags go, the five entities of XML and `&copy;` become what they stand
  /// for, runs of blanks become one.
  static func plain(_ text: String) -> String {
    var bare = ""
    var isTag = false
    for character in text {
      switch character {
      case "<": isTag = true
      case ">" where isTag: isTag = false
      case _ where isTag: break
      default: bare.append(character)
      }
    }
    for (entity, character) in [
      ("&copy;", "©"), ("&#169;", "©"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""),
      ("&apos;", "'"), ("&amp;", "&"),
    ] {
      bare = bare.split(separator: entity, omittingEmptySubsequences: false)
        .joined(separator: character)
    }
    let words = bare.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.count <= limit ? words : words.prefix(limit - 1) + "…"
  }
}
