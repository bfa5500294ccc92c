import Assessment
import Records
import TestSupport
import Testing

/// How a number came about, as a tree that can be quoted.
struct DerivationTests {
  @Test(arguments: [Method.airwars, .constraint])
  func `why the upper end of the strike of 17 March stands where it does`(method: Method) throws {
    let table = MethodTable(
      of: try MosulClaims().testimony(of: "CI550"), asOf: CivilDate("2017-05-25"))
    let tree = table.derivation(of: .maximum, .killed, by: method)
    expectGolden(Array(text(tree).utf8), "why-killed-max-\(method.code).txt")
  }

  @Test func `every end of every method has a tree whose root carries its claims`() throws {
    let claims = try MosulClaims()
    for incident in claims.incidents {
      let table = MethodTable(of: claims.testimony(of: incident))
      for method in Method.allCases {
        for measure in Measure.allCases {
          for point in RangePoint.allCases {
            let tree = table.derivation(of: point, measure, by: method)
            #expect(tree.claims == table[method][measure][point]?.claims ?? [])
          }
        }
      }
    }
  }

  @Test func `a figure is counted or left out for one reason, never both and never neither`() throws
  {
    let claims = try MosulClaims()
    for incident in claims.incidents {
      let table = MethodTable(of: claims.testimony(of: incident))
      for method in [Method.airwars, .ibc, .ucdp, .acled] {
        let tree = table.derivation(of: .minimum, .killed, by: method)
        let leaves = tree.children.flatMap { child -> [Derivation] in
          switch child.fact {
          case .countedFigures, .leftOutClaims: child.children
          default: []
          }
        }
        #expect(leaves.count == table.readings.count, "\(incident) \(method)")
      }
    }
  }

  private func text(_ node: Derivation, depth: Int = 0) -> String {
    let claims = node.claims.isEmpty ? "" : " [\(node.claims.map(\.text).joined(separator: " "))]"
    return String(repeating: "  ", count: depth) + words(node.fact) + claims + "\n"
      + node.children.map { text($0, depth: depth + 1) }.joined()
  }

  private func words(_ fact: DerivationFact) -> String {
    switch fact {
    case .number(let value, let isOpen, let measure, let point, let method, let asOf):
      "\(measure.code).\(point.code) by \(method.code) as of \(asOf?.description ?? "all"): "
        + number(value, isOpen)
    case .rule(let rule): "rule \(rule.rawValue)"
    case .counted(let quantity): words(quantity)
    case .leftOut(_, let quantity): quantity.map(words) ?? "no figure"
    case .because: "because of"
    case .countedFigures(let count): "counted: \(count) figures"
    case .leftOutClaims(let reason, let count): "left out, \(reason.rawValue): \(count) claims"
    case .echoes: "repeated by"
    case .without(let value, let isOpen): "would be \(number(value, isOpen)) without"
    case .untried(let count): "\(count) not tried"
    case .otherReading(let value, let isOpen): "with counting words: \(number(value, isOpen))"
    case .consistentSet(let minimum, let maximum, let origins):
      "N = \(minimum.map(String.init) ?? "")…\(maximum.map(String.init) ?? ""), "
        + "\(origins) origins"
    case .searchStopped(let work): "search stopped after \(work)"
    }
  }

  private func number(_ value: Int?, _ isOpen: Bool) -> String {
    value.map { "\($0)\(isOpen ? "+" : "")" } ?? "unknown"
  }

  private func words(_ quantity: Quantity) -> String {
    let ends = [quantity.minimum, quantity.maximum].map { $0.map(String.init) ?? "" }
    return "\(ends[0])…\(ends[1]) \(quantity.unit.code) \(quantity.status.code), "
      + "\(quantity.bound.code), \(quantity.scope.code)"
  }
}
