/// Whoever makes a claim or hands one on: an outlet, an institution, an official, a witness.
///
/// One record serves claimants and relays alike, for the same body is often both. Private persons
/// appear only under a pseudonym or as a group; officials and institutions by name.
public struct Source: Hashable, Sendable, Identifiable {
  /// The record's identifier.
  public var id: SourceID
  /// The name shown, or the pseudonym.
  public var name: String
  /// What kind of source it is.
  public var kind: SourceKind
  /// The institution that the source speaks for or belongs to.
  public var affiliation: SourceID?
  /// The main language, as a BCP 47 tag.
  public var language: String?
  /// Judgements of reliability, one per assessor and date; never overwritten.
  public var judgements: [ReliabilityJudgement]
  /// What a reader should know, in our words.
  public var note: String?

  /// Makes a source.
  ///
  /// - Parameters:
  ///   - id: The record's identifier.
  ///   - name: The name shown, or the pseudonym.
  ///   - kind: What kind of source it is.
  ///   - affiliation: The institution that the source speaks for.
  ///   - language: BCP 47 tag.
  ///   - judgements: Judgements of reliability.
  ///   - note: Free text in our words.
  public init(
    id: SourceID, name: String, kind: SourceKind, affiliation: SourceID? = nil,
    language: String? = nil, judgements: [ReliabilityJudgement] = [], note: String? = nil
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.affiliation = affiliation
    self.language = language
    self.judgements = judgements
    self.note = note
  }
}

/// One assessor's view of a source on one date.
public struct ReliabilityJudgement: Hashable, Sendable {
  /// The grade on the Admiralty scale.
  public var reliability: SourceReliability
  /// Who judged.
  public var assessor: String
  /// When.
  public var date: CivilDate

  /// Makes a judgement.
  ///
  /// - Parameters:
  ///   - reliability: The grade on the Admiralty scale.
  ///   - assessor: Who judged.
  ///   - date: When.
  public init(reliability: SourceReliability, assessor: String, date: CivilDate) {
    self.reliability = reliability
    self.assessor = assessor
    self.date = date
  }
}
