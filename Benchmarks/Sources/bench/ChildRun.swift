import Foundation

/// One run of a program: from its start to the last byte that it wrote.
struct ChildRun {
  var wall: Double
  var cpu: Double
  var peakMegabytes: Double
  var byteCount: Int

  /// The program did not start, or did not end well.
  struct Failure: Error {
    var program: String
    var code: Int32
  }

  /// Runs a program to its end.
  init(_ program: String, _ arguments: [String]) throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw Failure(program: program, code: errno) }
    let (reading, writing) = (ends[0], ends[1])
    defer { close(reading) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, writing, 1)
    posix_spawn_file_actions_addclose(&actions, reading)
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    let watch = Stopwatch()
    var child = pid_t()
    let code = posix_spawn(&child, program, &actions, nil, &words, environ)
    close(writing)
    guard code == 0 else { throw Failure(program: program, code: code) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var count = 0
    while case let read = Foundation.read(reading, &buffer, buffer.count), read > 0 {
      count += read
    }
    wall = watch.wall
    byteCount = count
    var status: Int32 = 0
    var usage = rusage()
    wait4(child, &status, 0, &usage)
    guard status == 0 else { throw Failure(program: program, code: status) }
    cpu = Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)
    peakMegabytes = Double(usage.ru_maxrss) / 1024
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) * 1e-6
  }
}
