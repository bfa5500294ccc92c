import Records

extension Identifier {
  /// The identifier that the source code spells out.
  ///
  /// - Parameter literal: Keeps the rules of ``Records/Identifier``; a programmer's error if not.
  init(literal: StaticString) {
    guard let id = Self(literal.description) else {
      preconditionFailure("\(literal) is no identifier")
    }
    self = id
  }
}
