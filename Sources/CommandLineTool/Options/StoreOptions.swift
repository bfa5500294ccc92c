import Ledger
import ArgumentParser
import Foundation
import Register

/// Which store a command works on.
struct StoreOptions: ParsableArguments {
  @Option(
    name: .customLong("store"),
    help: ArgumentHelp("The store (default: $SIJIL_STORE, else sijil.gpkg).", valueName: "path"))
  var storePath: String?

  /// The path in force.
  var path: String {
    storePath ?? ProcessInfo.processInfo.environment["SIJIL_STORE"] ?? "sijil.gpkg"
  }

  /// Opens the store for reading.
  func open() throws -> Register { try open(.readOnly) }

  /// Opens the store.
  func open(_ access: Register.Access) throws -> Register {
    guard FileManager.default.fileExists(atPath: path) else {
      throw CommandError.noStore(path: path)
    }
    return try Register.open(at: path, access: access)
  }

  /// Opens the ledger alone, for what needs no answers and may be asked of a damaged store.
  func ledger(_ access: Ledger.Access) throws -> Ledger {
    guard FileManager.default.fileExists(atPath: path) else {
      throw CommandError.noStore(path: path)
    }
    return try Ledger.open(at: path, access: access)
  }
}
