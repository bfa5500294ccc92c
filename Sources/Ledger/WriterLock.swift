#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The lock that keeps a second writer out, held as long as the value lives.
///
/// SQLite 3.7.0 … 3.51.2 may corrupt a database in WAL mode when two connections write or
/// checkpoint in the same moment, so there is one writing connection a ledger, in one process. The
/// operating system frees the lock when the process ends, however it ends; the file stays.
struct WriterLock: ~Copyable {
  private let descriptor: Int32

  static func path(for ledger: String) -> String { ledger + ".lock" }

  init(ledger path: String) throws(LedgerError) {
    let file = WriterLock.path(for: path)
    descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw .storage(code: Int(errno), message: "cannot open \(file): \(WriterLock.reason)")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let holder = WriterLock.holder(descriptor)
      close(descriptor)
      throw .lockedByWriter(path: path, process: holder)
    }
    let text = "\(getpid())\n"
    _ = ftruncate(descriptor, 0)
    _ = text.withCString { pwrite(descriptor, $0, strlen($0), 0) }
  }

  deinit { close(descriptor) }

  /// Gives the lock back.
  consuming func release() {}

  /// The process that writes to a ledger; `nil` when none does, 0 when it cannot be told.
  static func holder(ofLedger path: String) -> Int? {
    let descriptor = open(WriterLock.path(for: path), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_SH | LOCK_NB) != 0 else { return nil }
    return holder(descriptor) ?? 0
  }

  private static func holder(_ descriptor: Int32) -> Int? {
    var bytes = [UInt8](repeating: 0, count: 24)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count > 0 else { return nil }
    return Int(String(decoding: bytes[..<count].prefix { $0 != 0x0A }, as: UTF8.self))
  }

  private static var reason: String { String(cString: strerror(errno)) }
}
