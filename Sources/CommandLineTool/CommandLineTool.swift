import ArgumentParser

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The program: reads its arguments, runs a command and ends with its exit code.
public enum CommandLineTool {
  /// Runs the program on this process's arguments and ends the process.
  ///
  /// Exit codes are a contract: 0 done, 1 nothing matched, 2 failed, 64 wrong usage. A reader that
  /// goes away is no failure.
  public static func main() async -> Never {
    exit(await run(Array(CommandLine.arguments.dropFirst())))
  }

  /// Runs the program on given arguments.
  ///
  /// - Parameter arguments: Without the program's own name.
  /// - Returns: The exit code.
  public static func run(_ arguments: [String]) async -> Int32 {
    if let map = PlainMap(arguments) { return await perform(map.run) }
    if VersionReport.isAskedFor(arguments) { return await perform(VersionReport.run) }
    let command: any ParsableCommand
    do {
      command = try SijilCommand.parseAsRoot(arguments)
    } catch {
      return report(parseError: error)
    }
    if let runnable = command as? any ConsoleCommand { return await perform(runnable.run) }
    // Help, or a command that only holds others: it answers by throwing its help.
    var answering = command
    do {
      try answering.run()
      return ExitStatus.done.rawValue
    } catch {
      return report(parseError: error)
    }
  }

  /// Does a command's work and turns what comes of it into the exit code.
  private static func perform(_ work: (Console) async throws -> ExitStatus) async -> Int32 {
    let console = Console()
    do {
      let status = try await work(console)
      try console.flush()
      return status.rawValue
    } catch is Console.BrokenPipe {
      return ExitStatus.done.rawValue
    } catch let error as ValidationError {
      console.note("sijil: \(error.message)")
      return ExitStatus.usage.rawValue
    } catch let error as CommandError where error.isNothingMatched {
      console.note("sijil: \(oneLine(error))")
      return ExitStatus.nothingMatched.rawValue
    } catch {
      try? console.flush()
      console.note("sijil: \(oneLine(error))")
      return ExitStatus.failed.rawValue
    }
  }

  /// Help and version go to standard output and are no failure; a wrong usage is told on the other.
  private static func report(parseError error: any Error) -> Int32 {
    let code = SijilCommand.exitCode(for: error)
    let text = SijilCommand.fullMessage(for: error)
    if code.isSuccess {
      let console = Console()
      try? console.write(Array((text + "\n").utf8))
      try? console.flush()
      return ExitStatus.done.rawValue
    }
    Console().noteLines(text)
    return ExitStatus.usage.rawValue
  }

  private static func oneLine(_ error: any Error) -> String {
    String(describing: error).split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

/// How a command ends.
enum ExitStatus: Int32 {
  case done = 0
  case nothingMatched = 1
  case failed = 2
  case usage = 64

  /// A check found something.
  static let problemsFound = nothingMatched
}

/// A command that writes to the console and says how it ended.
protocol ConsoleCommand: ParsableCommand {
  /// Does the command's work.
  func run(on console: Console) async throws -> ExitStatus
}
