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
  var path: String { Self.path(storePath) }

  /// The path in force, given what `--store` names.
  static func path(_ named: String?) -> String {
    named ?? ProcessInfo.processInfo.environment["SIJIL_STORE"] ?? "sijil.gpkg"
  }

  /// Opens the store for the questions of one command.
  func open() throws -> Register { try Self.open(at: path) }

  /// Opens the store for questions that come at the same time.
  func openShared() throws -> Register { try open(.readOnly) }

  /// Opens the store.
  func open(_ access: Register.Access) throws -> Register {
    try Self.open(at: path, access)
  }

  /// Opens the store in a file.
  static func open(
    at path: String, _ access: Register.Access = .readInTurn
  ) throws -> Register {
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
