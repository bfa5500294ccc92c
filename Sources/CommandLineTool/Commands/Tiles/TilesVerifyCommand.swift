import ArgumentParser
import Tiles

/// `sijil tiles verify`: every rule of the formats.
struct TilesVerifyCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check an archive against every rule of its formats.",
    discussion: """
      Header, directories, order, counts, metadata, and every tile decoded. Each problem is a line \
      with a code that stays the same, and the byte of the file.
      """)

  @OptionGroup var archive: TileArchiveFile

  func run(on console: Console) async throws -> ExitStatus {
    let check = ArchiveVerification(of: try archive.reader())
    for problem in check.problems { try console.line(problem.description) }
    guard check.problems.isEmpty else {
      throw CommandError.damaged(problems: check.problems.count + check.unlistedProblems)
    }
    try console.line(
      "sound: \(check.addressedTiles) tiles in \(check.tileEntries) entries, "
        + "\(check.tileContents) contents with \(check.features) features")
    return .done
  }
}
