import Assessment
import Inquiry
import Records

/// How a number came about, as a tree that can be quoted.
struct DerivationText {
  private let root: Derivation
  private let incidentCase: IncidentCase
  private let claims: ClaimLine
  private let method: Method

  init(_ root: Derivation, of incidentCase: IncidentCase, by method: Method) {
    self.root = root
    self.incidentCase = incidentCase
    self.method = method
    claims = ClaimLine(incidentCase.testimony)
  }

  /// The heading, then the tree: what decides first, what was counted and left out after it.
  func lines(width: Int, ascii: Bool) -> [String] {
    CaseHeading(incidentCase).titled(width: width) + [""] + tree.lines(width: width, ascii: ascii)
  }

  private var tree: TextTree {
    let ordered = root.children.enumerated()
      .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
    return TextTree(title, ordered.map { branch($0.element) })
  }

  private var title: String {
    guard case .number(let value, let isOpen, let measure, let point, let method, _) = root.fact
    else { return "" }
    let number = HarmText.number(value, isOpen: isOpen)
    let by = root.claims.isEmpty ? "" : ", by \(ClaimLine.list(root.claims))"
    return "\(measure.code).\(point.code) by \(method.code) = \(number)\(by)"
  }

  private func branch(_ node: Derivation) -> TextTree {
    let list = ClaimLine.list(node.claims)
    switch node.fact {
    case .rule(let rule):
      return TextTree(
        "because: \(rule.words) [\(rule.rawValue)]", node.claims.map { claims.quote($0) })
    case .echoes: return TextTree("repeated by \(list), who add nothing")
    case .without(let value, let isOpen):
      let then = node.children.first.map { ", by \(ClaimLine.list($0.claims))" } ?? ""
      return TextTree("without \(list): \(HarmText.number(value, isOpen: isOpen))\(then)")
    case .untried(let count): return TextTree("\(count) more deciding claims were not tried")
    case .otherReading(let value, let isOpen):
      let reading = method == .acled ? "by numbers alone, without words" : "with counting words"
      return TextTree("\(reading): \(HarmText.number(value, isOpen: isOpen)), by \(list)")
    case .consistentSet(let minimum, let maximum, let origins):
      return TextTree(
        "can all be true together: \(HarmText.bounds(minimum, maximum)), "
          + "\(Plural.of("origin", origins)): \(list)")
    case .searchStopped(let work):
      return TextTree("the search for sets stopped at its budget, after \(work) steps")
    case .countedFigures(let count):
      return TextTree("counted: \(Plural.of("figure", count))", leaves(node))
    case .leftOutClaims(let reason, _):
      let shown = node.children.isEmpty ? node.claims.map { claims.leaf($0) } : leaves(node)
      return TextTree(
        "left out: \(reason.words) [\(reason.rawValue)], "
          + Plural.claims(node.claims.count), shown)
    case .number, .counted, .leftOut, .because: return TextTree(list)
    }
  }

  /// One line for each claim, its figures together.
  private func leaves(_ node: Derivation) -> [TextTree] {
    var order: [ClaimID] = []
    var figures: [ClaimID: [String]] = [:]
    var causes: [ClaimID: [ClaimID]] = [:]
    for child in node.children {
      guard let claim = child.claims.first else { continue }
      if figures[claim] == nil { order.append(claim) }
      figures[claim, default: []] += child.quantity.map { [HarmText.quantity($0)] } ?? []
      causes[claim] = child.children.flatMap(\.claims)
    }
    return order.map { claim in
      let by = causes[claim].flatMap { $0.isEmpty ? nil : "because of \(ClaimLine.list($0))" }
      return claims.leaf(claim, figures: (figures[claim] ?? []) + [by].compactMap(\.self))
    }
  }
}

extension Derivation {
  /// Where the node stands: what decides, what would change it, what was counted, what was not.
  fileprivate var rank: Int {
    switch fact {
    case .rule, .number, .counted, .leftOut, .because: 0
    case .echoes: 1
    case .without, .untried: 2
    case .otherReading: 3
    case .consistentSet, .searchStopped: 4
    case .countedFigures: 5
    case .leftOutClaims: 6
    }
  }

  fileprivate var quantity: Quantity? {
    switch fact {
    case .counted(let quantity): quantity
    case .leftOut(_, let quantity): quantity
    default: nil
    }
  }
}
