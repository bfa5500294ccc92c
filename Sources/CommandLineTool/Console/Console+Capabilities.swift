import MapRendering

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Console {
  /// What is known about the receiver without asking it.
  var surroundings: OutputSurroundings {
    OutputSurroundings(
      environment: environment, isTTY: isTTY, isInputTTY: isatty(STDIN_FILENO) == 1)
  }

  /// Pixels of a cell, where the terminal has told the system.
  var cellPixels: CellSize? {
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0,
      window.ws_row > 0
    else { return nil }
    let size = CellSize(
      columns: Int(window.ws_xpixel / window.ws_col), rows: Int(window.ws_ypixel / window.ws_row))
    return size.columns > 0 && size.rows > 0 ? size : nil
  }

  /// Settles how a map looks; the terminal is asked only where its answer can change that.
  ///
  /// - Parameter choices: What the user asked for.
  /// - Returns: What to render for.
  func capabilities(_ choices: RenderChoices) -> RenderCapabilities {
    let surroundings = surroundings
    return RenderCapabilities(
      choices, in: surroundings, reply: reply(to: choices, in: surroundings),
      cellPixels: cellPixels)
  }

  private func reply(to choices: RenderChoices, in surroundings: OutputSurroundings) -> ProbeReply?
  {
    // A process in the background would be stopped for changing the terminal's modes.
    guard TerminalProbe.isWorthwhile(choices, in: surroundings),
      tcgetpgrp(STDIN_FILENO) == getpgrp()
    else { return nil }
    return TerminalExchange(input: STDIN_FILENO, output: STDOUT_FILENO).ask(
      TerminalProbe.questions(for: surroundings),
      limitMilliseconds: TerminalProbe.limitMilliseconds)
  }
}
