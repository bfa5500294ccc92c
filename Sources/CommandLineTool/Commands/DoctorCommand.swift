import ArgumentParser
import Ledger
import Records

/// `sijil doctor`: whether the store is sound.
struct DoctorCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Check that the store is sound, part by part.")

  @OptionGroup var store: StoreOptions

  func run(on console: Console) async throws -> ExitStatus {
    let findings = try store.ledger(.readOnly).examine()
    var table = TextTable([.init(title: "CHECK"), .init(title: "STATE"), .init(title: "DETAIL")])
    for finding in findings {
      table.add([finding.subject.rawValue, finding.severity.rawValue, finding.detail])
    }
    for line in table.lines(width: nil) { try console.line(line) }
    let faults = findings.count { $0.severity == .damage }
    guard faults == 0 else { throw CommandError.damaged(problems: faults) }
    return .done
  }
}
