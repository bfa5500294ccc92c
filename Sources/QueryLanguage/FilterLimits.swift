public import SimpleFeatures

/// How much of a filter is read before it is refused.
///
/// The standard sets no bounds, so ours keep hostile input from exhausting time or the stack.
public struct FilterLimits: Hashable, Sendable {
  /// Bytes of the whole filter.
  public var bytes: Int
  /// Expressions inside one another; a lone literal has depth 1.
  ///
  /// A filter 64 deep is read on a
  /// stack of 512 KiB in a release build, of 2 MiB in a debug build.
  public var depth: Int
  /// Elements of one list: arguments, an array, the operands of `AND`.
  public var items: Int
  /// What to take of one geometry.
  public var geometry: GeometryLimits

  /// Makes limits.
  ///
  /// - Parameters:
  ///   - bytes: Bytes of the whole filter.
  ///   - depth: Expressions inside one another, at most 128 whatever is asked for.
  ///   - items: Elements of one list.
  ///   - geometry: What to take of one geometry.
  public init(
    bytes: Int = 16_384, depth: Int = 64, items: Int = 1_000,
    geometry: GeometryLimits = .filterLiteral
  ) {
    self.bytes = bytes
    self.depth = min(depth, 128)
    self.items = items
    self.geometry = geometry
  }

  /// 16 KiB, 64 deep, 1,000 elements a list.
  public static let standard = FilterLimits()
}
