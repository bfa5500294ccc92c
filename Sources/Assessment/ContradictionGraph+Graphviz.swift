import Records

extension ContradictionGraph {
  /// The graph in the DOT language, for Graphviz.
  ///
  /// Denials and disputes are red, replacements blue, one origin and one event grey; a possible
  /// edge is dashed and a conflict of figures that nobody states is dotted. Claims that are
  /// replaced or only may speak of the incident have a dashed border. The bytes depend on the
  /// claims alone.
  ///
  /// - Parameter name: What the graph is called, such as the incident's identifier.
  /// - Returns: UTF-8 text that ends with a line feed.
  /// - Complexity: O(*n* + *k*), nodes and edges.
  /// - Note: Source – Graphviz, the DOT language, quoted identifiers.
  public func graphviz(name: String) -> String {
    var text = "digraph \(name.dotQuoted) {\n"
    text += "  graph [charset=\"UTF-8\", rankdir=\"LR\"];\n"
    text += "  node [shape=\"box\", fontname=\"sans-serif\"];\n"
    for node in nodes {
      let border = node.isStanding && node.certainty == .certain ? "" : ", style=\"dashed\""
      text += "  \(node.id.text.dotQuoted) [label=\(node.label.dotQuoted)\(border)];\n"
    }
    for edge in edges {
      text += "  \(edge.from.text.dotQuoted) -> \(edge.to.text.dotQuoted)"
      text += " [label=\(edge.label.dotQuoted), color=\"\(edge.color)\""
      if let style = edge.style { text += ", style=\"\(style)\"" }
      text += "];\n"
    }
    return text + "}\n"
  }
}

extension ContradictionGraph.Node {
  fileprivate var label: String {
    "\(id.text)\n\(claimantName ?? claimant.text)\n\(publicDay?.description ?? "undated")"
  }
}

extension ContradictionEdge {
  fileprivate var label: String {
    let words = certainty == .certain ? kind.rawValue : "\(kind.rawValue)?"
    return figures.map { "\(words)\n\($0.least) > \($0.greatest)" } ?? words
  }

  fileprivate var color: String {
    switch kind {
    case .denies, .disputes, .excludes: "red"
    case .supersedes, .corrects: "blue"
    case .sameOriginAs, .possiblySameEvent: "gray40"
    }
  }

  fileprivate var style: String? {
    if !isStated { return "dotted" }
    return certainty == .possible ? "dashed" : nil
  }
}

extension String {
  /// The text as a quoted identifier of DOT: quotes and backslashes escaped, so that no escape
  /// such as `\N` is read from it; line feeds as `\n`, other control characters dropped.
  fileprivate var dotQuoted: String {
    var quoted = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      default:
        if !scalar.isControl { quoted.unicodeScalars.append(scalar) }
      }
    }
    return quoted + "\""
  }
}

extension Unicode.Scalar {
  /// Control characters, and those that turn the direction of the text after them.
  fileprivate var isControl: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
