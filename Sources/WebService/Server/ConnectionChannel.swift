import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// HTTP/1.1 of which the requests are answered on the thread that reads and writes the connection.
///
/// Otherwise each request would go to the shared pool and each answer back, and waking a thread
/// twice costs more than most answers. What takes long goes to the pool by itself: questions to the
/// source and drawings, through their ``Deadline``.
struct ConnectionChannel: ServerChildChannel {
  let http: HTTP1Channel

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
    http.setup(channel: channel, logger: logger)
  }

  func handle(value: HTTP1Channel.Value, logger: Logger) async {
    await withTaskExecutorPreference(LoopExecutor(loop: value.channel.eventLoop)) {
      await http.handle(value: value, logger: logger)
    }
  }
}

/// Runs tasks on an event loop.
final class LoopExecutor: TaskExecutor {
  private let loop: any EventLoop

  init(loop: any EventLoop) { self.loop = loop }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
