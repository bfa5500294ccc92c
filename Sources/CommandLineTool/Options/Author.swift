import Foundation
import Records

/// Who writes, for the ledger: `SIJIL_AUTHOR`, else the user's name.
enum Author {
  static var current: String {
    let environment = ProcessInfo.processInfo.environment
    return environment["SIJIL_AUTHOR"] ?? environment["USER"] ?? "unknown"
  }
}

/// The one place where the program asks what time it is.
enum Clock {
  /// Now, to the second; `SIJIL_NOW` takes its place, so that a build or a test can be repeated.
  static func now() -> Instant {
    if let fixed = ProcessInfo.processInfo.environment["SIJIL_NOW"], let instant = Instant(fixed) {
      return instant
    }
    return Instant(secondsSinceEpoch: Int64(Date().timeIntervalSince1970))
      ?? Instant(startOf: .latest)
  }
}
