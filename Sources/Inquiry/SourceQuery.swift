public import QueryLanguage
public import Records

/// A question for sources: whoever makes claims or hands them on.
public struct SourceQuery: Hashable, Sendable {
  /// Only this source.
  public var id: SourceID?
  /// Only what this ledger held then.
  public var asRecorded: Instant?
  /// How many a page holds at most.
  public var limit = 100
  /// What is asked of the properties, and the order of the answer.
  public var properties = PropertyQuestion<SourceProperty>()
  /// How many of those that match are passed over first.
  public var offset = 0
  /// Only sources after this one in the order of identifiers.
  public var after: SourceID?

  /// Asks for everything.
  public init() {}
}

/// One page of sources.
public struct SourcePage: Sendable {
  /// The sources of this page.
  public let features: [Source]
  /// How many match in all.
  public let numberMatched: Int
  /// The last source of this page when more follow.
  public let next: SourceID?
  /// The state of the data that answered.
  public let dataVersion: DataVersion

  /// Makes a page.
  ///
  /// - Parameters:
  ///   - features: The sources of this page.
  ///   - numberMatched: How many match in all.
  ///   - next: The last source of this page when more follow.
  ///   - dataVersion: The state of the data that answered.
  public init(
    features: [Source], numberMatched: Int, next: SourceID?, dataVersion: DataVersion
  ) {
    self.features = features
    self.numberMatched = numberMatched
    self.next = next
    self.dataVersion = dataVersion
  }

  /// The page of a question out of every source there is.
  ///
  /// - Parameters:
  ///   - sources: In the order of identifiers.
  ///   - query: The question.
  ///   - dataVersion: The state of the data that answered.
  /// - Throws: `FilterError` for a filter that cannot be asked.
  /// - Complexity: O(*n* log *n*), *n* sources.
  public init(
    of sources: [Source], _ query: SourceQuery, dataVersion: DataVersion
  ) throws(FilterError) {
    let filter = try FeatureFilter<SourceProperty>(
      query.properties, hasGeometry: false, relations: .envelopesOnly)
    var matching: [Source] = []
    for source in sources where query.id == nil || query.id == source.id {
      if try filter.matches({ source.filterValue(of: $0) }) { matching.append(source) }
    }
    matching = matching.sorted(by: query.properties.order) { $0.filterValue(of: $1) }
    let begin = matching.begin(
      after: query.after, isSorted: !query.properties.order.isEmpty, \.id)
    let rest = matching[begin...].dropFirst(max(0, query.offset))
    let shown = Array(rest.prefix(max(0, query.limit)))
    self.init(
      features: shown, numberMatched: matching.count,
      next: shown.count < rest.count ? shown.last?.id : nil, dataVersion: dataVersion)
  }
}
