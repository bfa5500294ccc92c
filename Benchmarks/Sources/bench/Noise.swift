import Foundation

/// How fast a core is just now: the milliseconds of the very loop that the peers' benches run.
///
/// Shared hosts swing by a factor of two and more, so figures compare only beside this one. The
/// loop is Python's, because the peers' is; without a `python3` the lines carry no speed.
struct CoreSpeed {
  /// Least CPU, median CPU and worst wall, milliseconds.
  var milliseconds: [Double]

  private static let loop = """
    import statistics,time
    cs,ws=[],[]
    for _ in range(5):
        t,c=time.perf_counter(),time.process_time()
        s=0
        for i in range(200000):
            s+=i*i
        cs.append((time.process_time()-c)*1e3)
        ws.append((time.perf_counter()-t)*1e3)
    print(round(min(cs),1),round(statistics.median(cs),1),round(max(ws),1))
    """

  /// Runs the loop in a process of its own.
  static func measured() -> CoreSpeed? {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", indented(loop)]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let printed = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let values = printed.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    return values.count == 3 ? CoreSpeed(milliseconds: values) : nil
  }

  /// In a function, as the peers run it: Python's local variables are faster than its globals.
  private static func indented(_ code: String) -> String {
    "def f():\n"
      + code.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n") + "\nf()\n"
  }

  var json: JSON { .list(milliseconds.map { .number($0) }) }
}

/// What says how quiet the machine was during a run.
struct Noise {
  var before: CoreSpeed?
  var after: CoreSpeed?

  var json: JSON {
    var members: [String: JSON] = [:]
    if let before, let after {
      members["spin_before"] = before.json
      members["spin_after"] = after.json
    }
    var loads = [0.0]
    if getloadavg(&loads, 1) == 1 { members["load1"] = .rounded(loads[0], digits: 2) }
    return .object(members)
  }
}

/// The most memory this process has held, in megabytes, since ``forgetPeak()`` where that works.
func peakMegabytes() -> Double {
  #if canImport(Glibc)
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let peak = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return Double(peak?.split(separator: " ").dropFirst().first ?? "").map { $0 / 1024 } ?? .nan
  #else
    var usage = rusage()
    getrusage(RUSAGE_SELF, &usage)
    return Double(usage.ru_maxrss) / 1_048_576
  #endif
}

/// Begins to count the peak anew, where the system lets a process do so (Linux).
func forgetPeak() {
  #if canImport(Glibc)
    try? Data("5".utf8).write(to: URL(fileURLWithPath: "/proc/self/clear_refs"))
  #endif
}
