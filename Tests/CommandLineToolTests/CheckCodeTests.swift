import Foundation
import TestSupport
import Testing

@testable import CommandLineTool

struct CheckCodeTests {
  @Test func `docs list every code and no other, in the order of the enum`() throws {
    let text = try String(
      contentsOf: Repository.root.appending(path: "docs/check.md"), encoding: .utf8)
    let listed = text.split(separator: "\n").compactMap { line -> String? in
      guard line.hasPrefix("| `"), let end = line.dropFirst(3).firstIndex(of: "`") else {
        return nil
      }
      let code = String(line.dropFirst(3)[..<end])
      return code == code.uppercased() ? code : nil
    }
    #expect(listed == CheckCode.allCases.map(\.rawValue))
  }
}
