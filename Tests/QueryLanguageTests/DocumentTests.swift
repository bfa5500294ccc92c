import Foundation
import QueryLanguage
import TestSupport
import Testing

@Suite("docs/cql2.md") struct DocumentTests {
  struct Block {
    let language: String
    let lines: [String]
  }

  static let blocks: [Block] = {
    let file = Repository.root.appending(path: "docs/cql2.md")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    var blocks: [Block] = []
    var open: (language: String, lines: [String])?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if let current = open {
        if line == "```" {
          blocks.append(Block(language: current.language, lines: current.lines))
          open = nil
        } else {
          open = (current.language, current.lines + [line])
        }
      } else if line.hasPrefix("```") {
        open = (String(line.dropFirst(3)), [])
      }
    }
    return blocks
  }()

  static let queryables = Queryables([
    Queryable("place", .string), Queryable("grade", .string), Queryable("party", .string),
    Queryable("killed", .integer), Queryable("injured", .integer), Queryable("share", .number),
    Queryable("day", .date), Queryable("until", .date), Queryable("reported", .timestamp),
    Queryable("span", .interval), Queryable("geometry", .geometry), Queryable("tags", .array),
    Queryable("and", .integer), Queryable("two words", .integer), Queryable("layer:ids", .array),
  ])

  static let functions = [
    FilterFunction(
      name: "share_inside", description: "The share of the support inside an area.",
      arguments: [.init("an area", .geometry)], returns: .number)
  ]

  private func check(_ text: String, _ language: FilterLanguage) throws -> FilterExpression {
    let filter = try ParsedFilter(text, language: language)
    _ = try Filter(checking: filter, against: Self.queryables, functions: Self.functions)
    return filter.expression
  }

  @Test func `every example is read and fits the properties`() throws {
    var count = 0
    for block in Self.blocks {
      switch block.language {
      case "cql2-text", "cql-text":
        let language = try #require(FilterLanguage(rawValue: block.language))
        for line in block.lines {
          count += 1
          #expect(throws: Never.self, "\(line)") { try check(line, language) }
        }
      case "cql2-json":
        count += 1
        #expect(throws: Never.self) { try check(block.lines.joined(separator: "\n"), .cql2JSON) }
      case "refused": count += 1
      default: Issue.record("a block of \(block.language) is not looked at")
      }
    }
    #expect(count >= 30)
  }

  @Test func `text followed by JSON says the same`() throws {
    var pairs = 0
    for (first, second) in zip(Self.blocks, Self.blocks.dropFirst())
    where first.language == "cql2-text" && first.lines.count == 1 && second.language == "cql2-json"
    {
      pairs += 1
      #expect(
        try read(first.lines[0]) == read(second.lines.joined(separator: "\n"), .cql2JSON))
    }
    #expect(pairs == 4)
  }

  @Test func `refused filters are refused at the caret`() throws {
    let refused = Self.blocks.filter { $0.language == "refused" }
    #expect(refused.count == 4)
    for block in refused {
      let error = #expect(throws: FilterError.self) { try check(block.lines[0], .cql2Text) }
      #expect(error?.caret(in: Array(block.lines[0].utf8)) == block.lines.joined(separator: "\n"))
    }
  }
}
