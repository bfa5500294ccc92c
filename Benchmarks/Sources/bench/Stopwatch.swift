import Foundation

/// Wall seconds and CPU seconds of this process, all threads counted.
///
/// The machine may be shared: contention changes wall time, not CPU time.
struct Stopwatch {
  private let wallStart = Stopwatch.now(CLOCK_MONOTONIC)
  private let cpuStart = Stopwatch.now(CLOCK_PROCESS_CPUTIME_ID)

  var wall: Double { Stopwatch.now(CLOCK_MONOTONIC) - wallStart }
  var cpu: Double { max(1e-9, Stopwatch.now(CLOCK_PROCESS_CPUTIME_ID) - cpuStart) }

  /// CPU seconds of the calling thread since it began.
  static var threadCPU: Double { now(CLOCK_THREAD_CPUTIME_ID) }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

/// Middle of sorted values, the upper one of two.
func median(_ values: [Double]) -> Double {
  values.isEmpty ? .nan : values.sorted()[values.count / 2]
}

/// One piece of work, done several times after one warm-up.
struct Timing {
  var wall: [Double] = []
  var cpu: [Double] = []

  /// The result of the last run comes back, so that the work cannot be optimised away.
  static func measure<Result>(
    repetitions: Int, _ work: () throws -> Result
  ) rethrows -> (Timing, Result) {
    var timing = Timing()
    var result = try work()
    for _ in 0..<repetitions {
      let watch = Stopwatch()
      result = try work()
      timing.wall.append(watch.wall)
      timing.cpu.append(watch.cpu)
    }
    return (timing, result)
  }
}

/// Queries answered one at a time, round after round over a fixed set.
struct Rate {
  /// Queries a second in each repetition.
  var wall: [Double] = []
  var cpu: [Double] = []
  var meanHits = 0.0

  /// The clock is read once a round, for a query may cost less than reading it; the sum of all
  /// answers is part of the result and so is the sink.
  static func measure<Query>(
    _ queries: [Query], budgetSeconds: Double = 1.5, repetitions: Int = 3,
    _ hits: (Query) -> Int
  ) -> Rate {
    var rate = Rate()
    var total = queries.reduce(into: 0) { $0 &+= hits($1) }
    var answered = queries.count
    for _ in 0..<repetitions {
      let watch = Stopwatch()
      var count = 0
      repeat {
        for query in queries { total &+= hits(query) }
        count += queries.count
      } while watch.wall < budgetSeconds / Double(repetitions)
      rate.wall.append(Double(count) / watch.wall)
      rate.cpu.append(Double(count) / watch.cpu)
      answered += count
    }
    rate.meanHits = Double(total) / Double(max(1, answered))
    return rate
  }

  /// The keys of the peers, and the best repetition beside the median.
  var json: JSON {
    .object([
      "wall": .rounded(median(wall)), "cpu": .rounded(median(cpu)),
      "best_cpu": .rounded(cpu.max() ?? .nan), "hits": .rounded(meanHits, digits: 0),
    ])
  }
}
