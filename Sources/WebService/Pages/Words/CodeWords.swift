import Assessment
import Cartography
import Inquiry
import Records

// Codes of the vocabularies as words on a page. In English a code is its own word; where Arabic has
// none here, the code stands as it is.
extension PageLanguage {
  /// A code as a word.
  func word<Code: Vocabulary>(_ code: Code) -> String {
    let english = code.code.replacing("-", with: " ").replacing("_", with: " ")
    guard self == .arabic else { return english }
    return switch code {
    case let code as Grade: code.arabic
    case let code as IncidentKind: code.arabic
    case let code as PlaceKind: code.arabic
    case let code as Bank: code.arabic
    case let code as CountingUnit: code.arabic
    case let code as CasualtyStatus: code.arabic
    case let code as Certainty: code == .certain ? "مؤكد" : "محتمل"
    case let code as Match: code == .certain ? "مؤكد" : "محتمل"
    case let code as Measure: code.arabic
    case let code as Modality: code.arabic
    case let code as Polarity: code.arabic
    case let code as DatePrecision: code.arabic
    case let code as LocationScale: code.arabic
    case let code as ClaimKind: code.arabic
    case let code as Hand: code.arabic
    case let code as ClaimEdgeKind: code.arabic
    case let code as IncidentLinkKind: code.arabic
    case let code as BelligerentVerdict: code.arabic
    case let code as StrikeStatus: code.arabic
    case let code as GeometryOrigin: code.arabic
    case let code as QuantityScope: code.arabic
    case let code as PlaceNameKind: code == .primary ? "رئيسي" : "صيغة أخرى"
    case let code as RangePoint: code.arabic
    case let code as Placement.Certainty: code.arabic
    case let code as SummaryDimension: code.arabic
    default: english
    }
  }

  /// A grade, or that there is none.
  func word(grade: Grade?) -> String {
    grade.map { word($0) } ?? word(GradeDecision.ungraded(.noHarmReported))
  }

  /// The decision on a grade.
  func word(_ decision: GradeDecision) -> String {
    guard self == .arabic else { return decision.title }
    return switch decision {
    case .notYetReported: Phrase.notYetReported.arabic
    case .ungraded: "بلا درجة"
    case .graded(let rule): rule.grade.arabic
    }
  }

  /// The rule or reason behind a decision, with its code.
  func reason(_ decision: GradeDecision) -> String {
    guard self == .arabic else { return decision.reasonWords }
    return switch decision {
    case .notYetReported: "لم تكن أي إفادة قد أُعلنت"
    case .ungraded(let reason): "\(reason.arabic) [\(reason.rawValue)]"
    case .graded(let rule): "\(rule.arabic) [\(rule.rawValue)]"
    }
  }
}

extension Grade {
  fileprivate var arabic: String {
    switch self {
    case .confirmed: "مؤكد"
    case .fair: "معقول"
    case .weak: "ضعيف"
    case .contested: "متنازع عليه"
    case .discounted: "مستبعد"
    }
  }
}

extension GradeRule {
  fileprivate var arabic: String {
    switch self {
    case .onlyFightersFound: "تقييم لا يعدّ بين القتلى إلا مقاتلين"
    case .discountedByAssessor: "موثِّق يستبعد الحادثة"
    case .harmAccepted: "طرف محارب يقر بأنه ألحق ضررًا بمدنيين"
    case .figureConceded: "طرف محارب يقر بعدد"
    case .foundCredible: "تقييم الطرف المحارب نفسه يرى أن الضرر ثابت"
    case .rivalAttributions: "المسؤولية منسوبة إلى طرفين أو أكثر"
    case .sourcesAndKnownAction: "مصدران مستقلان أو أكثر، وطرف محارب يقول إنه نفّذ عملًا هناك"
    case .sourcesAndLikelyAction: "مصدران مستقلان أو أكثر، وجهة من خارج القتال تسمّي الفاعل"
    case .noActionKnown: "مصدران مستقلان أو أكثر، ولا يُعرف عمل لطرف محارب ولا يُرجَّح"
    case .singleSource: "مصدر واحد، أو عدة مصادر قد تعود إلى أصل واحد"
    }
  }
}

extension UngradedReason {
  fileprivate var arabic: String {
    switch self {
    case .onlyDenials: "كل الإفادات تنفي أو تشكّك"
    case .onlyAreaTotals: "كل الإفادات تحصي منطقة خلال مدة"
    case .noHarmReported: "لا تقول أي إفادة إن أحدًا أصيب بضرر في هذا الحدث"
    }
  }
}

extension Measure {
  fileprivate var arabic: String {
    switch self {
    case .killed: "قتلى"
    case .injured: "جرحى"
    case .buried: "مدفونون تحت الأنقاض"
    case .missing: "مفقودون"
    case .killedOrBuried: "قتلى أو تحت الأنقاض"
    case .killedOrInjured: "قتلى أو جرحى"
    case .combatantsKilled: "قتلى من المقاتلين"
    case .combatantsInjured: "جرحى من المقاتلين"
    case .allKilled: "قتلى من جميع الأطراف"
    }
  }
}

extension Modality {
  fileprivate var arabic: String {
    switch self {
    case .asserted: "جازم"
    case .alleged: "مزعوم"
    case .unconfirmed: "غير مؤكد"
    case .provisional: "مؤقت"
    }
  }
}

extension Polarity {
  fileprivate var arabic: String {
    switch self {
    case .affirmed: "إثبات"
    case .denied: "نفي"
    case .unknown: "غير معروف"
    }
  }
}

extension RangePoint {
  fileprivate var arabic: String {
    switch self {
    case .minimum: "الأدنى"
    case .best: "الأرجح"
    case .maximum: "الأقصى"
    }
  }
}

extension Placement.Certainty {
  fileprivate var arabic: String {
    switch self {
    case .certain: "مؤكد"
    case .possible: "محتمل"
    case .excluded: "مستبعد"
    case .unplaced: "بلا مكان"
    }
  }
}

extension SummaryDimension {
  fileprivate var arabic: String {
    switch self {
    case .district: "الحي"
    case .month: "الشهر"
    case .attribution: "الجهة المنسوب إليها"
    case .grade: "درجة التوثيق"
    }
  }
}
