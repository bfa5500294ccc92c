import Foundation

/// The suites, in the order they run.
///
/// A new suite is one file in Suites/ and one line here.
#if ENCODE_ONLY
  let suites: [Suite] = [.index, .assessment, .join, .encode]
#else
  let suites: [Suite] =
    [.index, .imports, .atlas, .assessment, .join, .map, .frame, .encode, .serve, .export, .filter]
    + overHTTP
#endif

#if SERVE_HTTP
  private let overHTTP: [Suite] = [.http, .mapHTTP]
#else
  private let overHTTP: [Suite] = []
#endif

/// Runs suites at several sizes and prints one line of JSON a measure:
/// `bench [SUITE …] [N …]`; all suites and 10 000, 100 000 and 1 000 000 when not said.
@main
enum Bench {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let sizes = arguments.compactMap { Int($0) }.filter { $0 > 0 }
    let names = arguments.filter { Int($0) == nil }
    let unknown = names.filter { name in !suites.contains { $0.name == name } }
    guard unknown.isEmpty else {
      let known = suites.map(\.name).joined(separator: ", ")
      FileHandle.standardError.write(
        Data("no suite \(unknown.joined(separator: ", ")): choose from \(known)\n".utf8))
      exit(64)
    }
    for suite in suites where names.isEmpty || names.contains(suite.name) {
      var growth = Growth(bench: suite.name)
      let asked = sizes.isEmpty ? [10_000, 100_000, 1_000_000] : sizes.sorted()
      for size in suite.onlySize.map({ [$0] }) ?? asked {
        let before = CoreSpeed.measured()
        let lines = try suite.run(size)
        let noise = Noise(before: before, after: CoreSpeed.measured())
        for var line in lines {
          line["bench"] = .text(suite.name)
          line["n"] = .number(Double(size))
          line["noise"] = noise.json
          print(JSON.object(line).text)
          fflush(nil)
          growth.add(line, size: size)
        }
      }
      growth.report()
    }
  }
}
