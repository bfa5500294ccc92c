/// What a map says in figures, the same whatever it is drawn with.
///
/// ``inView``, ``outside``, the groups of the margin and ``notDrawn`` add up to ``total``.
public struct MapFacts: Sendable, Hashable {
  /// How many there are of a class in the picture.
  public struct ClassCount: Sendable, Hashable {
    /// The ``MapSymbolClass/id``.
    public let id: Int
    /// The class's word.
    public let word: TerminalText
    /// The sum of the counts of its symbols in the picture.
    public let inView: Int
    /// How many of the class are counted in the margin.
    public let inMargin: Int
  }

  /// How many are known only to an area.
  public struct MarginCount: Sendable, Hashable {
    /// The area; `nil` where no place is known at all.
    public let area: TerminalText?
    /// How many.
    public let count: Int
  }

  /// The sum of the counts of all symbols in the picture.
  public let inView: Int
  /// The same for symbols beyond its edges.
  public let outside: Int
  /// What is known to an area only, or to no place.
  public let margin: [MarginCount]
  /// What else is not drawn.
  public let notDrawn: Int
  /// How many there are in all.
  public let total: Int
  /// Every class of the scene, gravest first.
  public let classes: [ClassCount]
  /// The least and the largest radius of symbols in the picture, metres.
  public let radii: ClosedRange<Int>?

  /// Counts a scene.
  ///
  /// - Parameters:
  ///   - scene: What there is.
  ///   - inView: The sum of the symbols in the picture.
  ///   - byClass: The same by class.
  ///   - radii: Their radii.
  init(_ scene: MapScene, inView: Int, byClass: [Int], radii: ClosedRange<Int>?) {
    self.inView = inView
    outside = scene.symbolTotal - inView
    margin = scene.margin.map { MarginCount(area: $0.name, count: $0.count) }
    notDrawn = scene.notDrawn
    total = scene.total
    classes = zip(scene.symbols.palette, byClass).map { symbolClass, count in
      ClassCount(
        id: symbolClass.id, word: symbolClass.word, inView: count,
        inMargin: scene.margin.reduce(0) { $0 + ($1.counts[symbolClass.id] ?? 0) })
    }
    self.radii = radii
  }
}
