import Inquiry
public import MapRendering

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The interactive map: the loop between a terminal and the engine.
public struct Viewer {
  /// How a viewer is run.
  public struct Options: Sendable {
    /// Whether the mouse is used.
    public var usesMouse = true
    /// Whether the terminal is asked for its background and modes.
    public var asksTerminal = true
    /// Milliseconds between two steps of playing.
    public var stepMilliseconds = 400

    /// As it is for most people.
    public init() {}
  }

  /// How a viewer ended.
  public struct Outcome: Sendable {
    /// How to see the last view again.
    public let link: DeepLink
    /// The signal that ended it; `nil` where it was left by a key.
    public let signal: Int32?
  }

  /// How long a sequence of the terminal may take, milliseconds.
  private static let sequenceMilliseconds = 50
  /// How often input that goes on coming is read before a frame is made.
  private static let mostReads = 16

  private let session: TerminalSession
  private var engine: ViewerEngine
  private let options: Options
  private var nextStep: ContinuousClock.Instant?

  /// Makes a viewer.
  ///
  /// - Parameters:
  ///   - engine: What answers.
  ///   - options: How it is run.
  /// - Throws: `TerminalSessionError` where there is no terminal.
  public init(_ engine: ViewerEngine, options: Options = Options()) throws(TerminalSessionError) {
    session = try TerminalSession(
      usesMouse: options.usesMouse, image: engine.state.looks.lazy.compactMap(\.image).first)
    self.engine = engine
    self.options = options
  }

  /// The size of the terminal.
  public static var terminalSize: CellSize? { try? TerminalSession().size }

  /// Runs until the viewer is left; afterwards the terminal is what it was.
  ///
  /// - Returns: How it ended.
  /// - Throws: `TerminalSessionError` where the terminal cannot be taken over.
  public mutating func run() async throws -> Outcome {
    try session.enter(asks: options.asksTerminal)
    defer { session.leave() }
    await engine.begin()
    _ = await engine.take(.resized(session.size))
    session.write(engine.frame())
    while true {
      switch await turn() {
      case .goOn: break
      case .suspend:
        try session.suspend()
        engine.forgetScreen()
        _ = await engine.take(.resized(session.size))
      case .end(let signal):
        return Outcome(link: DeepLink(engine.state), signal: signal)
      }
      session.write(engine.frame())
    }
  }

  /// What comes after a turn of the loop.
  private enum Turn {
    case goOn
    case suspend
    case end(signal: Int32?)
  }

  private mutating func turn() async -> Turn {
    let request: ViewerEngine.Request?
    switch wake() {
    case .bytes(let bytes): request = await takeAll(bytes)
    case .timeout:
      request = engine.isPending ? await engine.timeOut() : nil
    case .closed: return .end(signal: SIGHUP)
    case .signal(SIGWINCH): request = await engine.take(.resized(session.size))
    case .signal(SIGTSTP): request = .suspend
    case .signal(SIGCONT):
      // Stopped without being asked: the shell has had the terminal since.
      engine.forgetScreen()
      session.enterAgain()
      request = await engine.take(.resized(session.size))
    case .signal(let number): return .end(signal: number)
    }
    if engine.ordersBidi { session.makeBidiExplicit() }
    return await kept(request)
  }

  /// Waits for what comes next, and reads ahead while nothing comes.
  private mutating func wake() -> TerminalSession.Wake {
    while !engine.isPending, !engine.state.slider.isPlaying {
      let wake = session.wait(milliseconds: 0)
      if wake != .timeout { return wake }
      guard engine.prepare() else { break }
    }
    return session.wait(milliseconds: patience)
  }

  /// Goes on playing, too, while keys keep coming.
  private mutating func kept(_ request: ViewerEngine.Request?) async -> Turn {
    if !engine.state.slider.isPlaying {
      nextStep = nil
    } else if let nextStep, nextStep <= .now {
      _ = await step()
    } else if nextStep == nil {
      nextStep = .now + .milliseconds(options.stepMilliseconds)
    }
    return switch request {
    case nil: .goOn
    case .suspend: .suspend
    case .quit: .end(signal: nil)
    }
  }

  /// Takes what is there and what comes meanwhile, then makes one frame of it.
  private mutating func takeAll(_ first: [UInt8]) async -> ViewerEngine.Request? {
    var bytes = first
    var reads = 1
    while reads < Self.mostReads,
      case .bytes(let more) = session.wait(milliseconds: 0, heedsSignals: false), !more.isEmpty
    {
      bytes += more
      reads += 1
    }
    return await engine.take(bytes)
  }

  // MARK: Playing

  /// How long to wait for input: until a sequence is over, until the next step, or for ever.
  private var patience: Int? {
    if engine.isPending { return Self.sequenceMilliseconds }
    guard engine.state.slider.isPlaying else { return nil }
    guard let nextStep else { return options.stepMilliseconds }
    let left = ContinuousClock.now.duration(to: nextStep).components
    return max(0, Int(left.seconds) * 1_000 + Int(left.attoseconds / 1_000_000_000_000_000))
  }

  private mutating func step() async -> ViewerEngine.Request? {
    nextStep = .now + .milliseconds(options.stepMilliseconds)
    return await engine.take(.tick)
  }
}
