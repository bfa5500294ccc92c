/// What is measured together: at each size it gives lines with the keys of the peers' lines.
struct Suite: Sendable {
  /// As the `bench` key of its lines and as the command's argument.
  let name: String
  /// Measures at one size; every line carries at least `peer`.
  let run: @Sendable (_ size: Int) throws -> [[String: JSON]]
}
