extension SeededGenerator {
  /// A number in a range.
  ///
  /// - Parameter range: Both ends included.
  /// - Returns: Any of them as likely.
  public mutating func integer(in range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &self)
  }

  /// True once in so many times.
  ///
  /// - Parameter count: At least 1.
  /// - Returns: Whether this is the time.
  public mutating func isOnce(in count: Int) -> Bool { integer(in: 1...count) == 1 }

  /// One of some elements.
  ///
  /// - Parameter elements: At least one; an empty list stops the test with a range error.
  /// - Returns: Any of them as likely.
  public mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[integer(in: 0...(elements.count - 1))]
  }

  /// A list of random length.
  ///
  /// - Parameters:
  ///   - counts: The lengths allowed.
  ///   - element: Makes one element.
  /// - Returns: The elements.
  public mutating func list<Element>(
    _ counts: ClosedRange<Int>, _ element: (inout SeededGenerator) -> Element
  ) -> [Element] {
    (0..<integer(in: counts)).map { _ in element(&self) }
  }
}
