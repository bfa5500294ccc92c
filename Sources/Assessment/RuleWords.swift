import Records

// The rules in words that can be quoted; their codes stand beside them in square brackets.

extension RangeRule {
  /// The rule as a sentence without a full stop.
  public var words: String {
    switch self {
    case .assessorRange: "a recorder's finding gives the figure and the reports stand aside"
    case .lowestReported: "the lowest figure reported for the event"
    case .highestReported: "the highest figure reported for the event"
    case .lowestReliable: "the lowest figure of a reliable source"
    case .highestReliable: "the highest figure of a reliable source"
    case .inquiryFinding: "the finding of a closed inquiry"
    case .soleFigure: "the only figure there is"
    case .mostConservative: "the most conservative number of all"
    case .conceded: "what a belligerent concedes of its own strike"
    case .consistentSet: "the outermost bound of the sets of claims that can be true together"
    }
  }
}

extension Exclusion {
  /// Why something has no part in a number, to follow "left out:".
  public var words: String {
    switch self {
    case .undated: "no date, so it cannot be placed before the day asked about"
    case .notYetPublished: "not public by the day asked about"
    case .denial: "denies or does not know, which lowers nothing"
    case .possiblyAnotherEvent: "may speak of another event"
    case .superseded: "replaced by a later claim"
    case .noNumber: "gives no number"
    case .areaPeriod: "counts an area over a period"
    case .part: "counts one building or a part of the event"
    case .unit: "counts something other than the people asked about"
    case .allSides: "counts all sides together beside its civilians"
    case .status: "counts people in another state"
    case .echo: "goes back to a claim that is counted already"
    case .word: "a word, not a number"
    case .inexact: "no exact total"
    case .unreliable: "the method does not rely on such a source"
    case .outranked: "a recorder's finding takes its place"
    case .selfContradiction: "its own figures contradict each other"
    }
  }
}

extension GradeRule {
  /// The rule as a sentence without a full stop.
  public var words: String {
    switch self {
    case .onlyFightersFound: "an assessment counts only fighters among the dead"
    case .discountedByAssessor: "an assessor discounts the incident"
    case .harmAccepted: "a belligerent accepts that it harmed civilians"
    case .figureConceded: "a belligerent concedes a figure"
    case .foundCredible: "a belligerent's own assessment finds the harm credible"
    case .rivalAttributions: "two or more parties are blamed"
    case .sourcesAndKnownAction:
      "two or more independent sources, and a belligerent says that it acted there"
    case .sourcesAndLikelyAction:
      "two or more independent sources, and one outside the fighting names who acted"
    case .noActionKnown:
      "two or more independent sources, but no action of a belligerent is known or likely"
    case .singleSource: "one source, or several that may have one origin"
    }
  }
}

extension UngradedReason {
  /// Why claims in play give no grade.
  public var words: String {
    switch self {
    case .onlyDenials: "every claim denies or doubts"
    case .onlyAreaTotals: "every claim counts an area over a period"
    case .noHarmReported: "no claim says that people were harmed in this event"
    }
  }
}

extension GradeDecision {
  /// The decision for people.
  public var title: String {
    switch self {
    case .notYetReported: "not yet reported"
    case .ungraded: "not graded"
    case .graded(let rule): rule.grade.code
    }
  }

  /// The rule or reason behind it in words, with its code.
  public var reasonWords: String {
    switch self {
    case .notYetReported: "no claim was public"
    case .ungraded(let reason): "\(reason.words) [\(reason.rawValue)]"
    case .graded(let rule): "\(rule.words) [\(rule.rawValue)]"
    }
  }
}

extension GradeReason {
  /// What the claims contribute, with the party where one is blamed.
  public var words: String {
    switch role {
    case .findsOnlyFighters: "count only fighters among the dead"
    case .discounts: "discount the incident"
    case .acceptsHarm: "accept harm"
    case .blames: "blame \(party ?? "somebody")"
    case .reportsHarm: "report harm, from one origin"
    case .acknowledgesStrike: "say that their own side struck"
    case .namesActor: "name who acted, from outside the fighting"
    case .reportsNoHarm: "report no harm of the event"
    }
  }
}
