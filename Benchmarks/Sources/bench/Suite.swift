/// What is measured together: at each size it gives lines with the keys of the peers' lines.
struct Suite: Sendable {
  /// As the `bench` key of its lines and as the command's argument.
  let name: String
  /// The size of data that has only one; such a suite runs once.
  var onlySize: Int?
  /// Measures at one size; every line carries at least `peer`.
  let run: @Sendable (_ size: Int) throws -> [[String: JSON]]

  init(
    name: String, onlySize: Int? = nil,
    run: @escaping @Sendable (_ size: Int) throws -> [[String: JSON]]
  ) {
    self.name = name
    self.onlySize = onlySize
    self.run = run
  }
}
