import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// How the terminal gets back to what it was, whatever happens.
//
// A handler of a signal may run in the middle of anything, so all that it needs lies ready: the
// bytes to write and the settings to restore, in memory that is never moved or freed, reached
// through one atomic pointer. The handler calls nothing that POSIX does not allow there
// (POSIX.1-2017 §2.4.3: write, tcsetattr, sigaction, raise).

/// What a handler needs, laid out before any signal can come.
private struct RestoreBlock {
  let input: Int32
  let output: Int32
  let settings: termios
  let bytes: UnsafePointer<UInt8>
  let count: Int
  /// Where signals that end the program are told to its loop.
  let pipe: Int32
}

/// Its address; 0 where there is nothing to put back.
private let restoreAddress = Atomic<UInt>(0)
/// A signal that the loop was told and has not answered.
private let toldSignal = Atomic<Int32>(0)

/// Puts the terminal back, from anywhere; what was put back once stays so.
private func restoreTerminal() {
  let address = restoreAddress.exchange(0, ordering: .acquiringAndReleasing)
  guard let block = UnsafePointer<RestoreBlock>(bitPattern: address) else { return }
  var start = 0
  while start < block.pointee.count {
    let written = write(
      block.pointee.output, block.pointee.bytes + start, block.pointee.count - start)
    if written > 0 { start += written } else if errno != EINTR { break }
  }
  withUnsafePointer(to: block.pointee.settings) { settings in
    _ = tcsetattr(block.pointee.input, TCSANOW, settings)
  }
}

/// A crash: the terminal is put back, then the signal does what it does without us.
private func crashHandler(_ number: Int32) {
  restoreTerminal()
  signal(number, SIG_DFL)
  raise(number)
}

/// A request: told to the loop once; the second time, or without a loop, the program ends here.
private func requestHandler(_ number: Int32) {
  let saved = errno
  defer { errno = saved }
  let isStop = number == SIGTSTP || number == SIGCONT || number == SIGWINCH
  if !isStop, toldSignal.exchange(number, ordering: .relaxed) != 0 {
    crashHandler(number)
    return
  }
  let address = restoreAddress.load(ordering: .acquiring)
  guard let block = UnsafePointer<RestoreBlock>(bitPattern: address) else {
    if !isStop { crashHandler(number) }
    return
  }
  var byte = UInt8(truncatingIfNeeded: number)
  _ = write(block.pointee.pipe, &byte, 1)
}

/// The way back to the terminal as it was before the viewer.
enum RestorePoint {
  /// Signals of a crash.
  static let crashes = [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGQUIT, SIGSYS]
  /// Signals that ask for something.
  static let requests = [SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT, SIGWINCH]

  /// Lays ready what puts the terminal back.
  ///
  /// The block stays for good: a handler may hold it.
  static func arm(
    input: Int32, output: Int32, settings: termios, bytes: [UInt8], pipe: Int32
  ) {
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(bytes.count, 1))
    copy.initialize(from: bytes, count: bytes.count)
    let block = UnsafeMutablePointer<RestoreBlock>.allocate(capacity: 1)
    block.initialize(
      to: RestoreBlock(
        input: input, output: output, settings: settings, bytes: UnsafePointer(copy),
        count: bytes.count, pipe: pipe))
    restoreAddress.store(UInt(bitPattern: block), ordering: .releasing)
  }

  /// Puts the terminal back.
  static func restore() { restoreTerminal() }

  /// Catches the signals; the handlers of crashes run on a stack of their own, for a crash may be
  /// that the other one is full.
  static func install() {
    toldSignal.store(0, ordering: .relaxed)
    provideStack()
    for number in crashes { set(number, crashHandler, flags: Int32(SA_ONSTACK) | SA_NODEFER) }
    for number in requests { set(number, requestHandler, flags: SA_RESTART) }
    // Whoever started the program may have held signals back.
    var all = sigset_t()
    sigemptyset(&all)
    for number in crashes + requests { sigaddset(&all, number) }
    pthread_sigmask(SIG_UNBLOCK, &all, nil)
  }

  private static func provideStack() {
    var stack = stack_t()
    guard sigaltstack(nil, &stack) == 0, stack.ss_flags & Int32(SS_DISABLE) != 0 else {
      return
    }
    let size = 65_536
    stack = stack_t()
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    stack.ss_size = size
    sigaltstack(&stack, nil)
  }

  /// Leaves the signals to what they do without us.
  static func uninstall() {
    for number in crashes + requests { signal(number, SIG_DFL) }
  }

  private static func set(
    _ number: Int32, _ handler: @escaping @convention(c) (Int32) -> Void, flags: Int32
  ) {
    var action = sigaction()
    #if canImport(Glibc)
      action.__sigaction_handler.sa_handler = handler
    #else
      action.__sigaction_u.__sa_handler = handler
    #endif
    action.sa_flags = flags
    sigemptyset(&action.sa_mask)
    sigaction(number, &action, nil)
  }
}
