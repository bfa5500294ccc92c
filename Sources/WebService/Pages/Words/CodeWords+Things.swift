import Records

// Kinds of events and people counted, and banks, in Arabic.

extension IncidentKind {
  var arabic: String {
    switch self {
    case .airstrike: "غارة جوية"
    case .artillery: "قصف مدفعي"
    case .mortar: "قذائف هاون"
    case .rocket: "صواريخ"
    case .drone: "طائرة مسيّرة"
    case .helicopter: "مروحية"
    case .shooting: "إطلاق نار"
    case .explosion: "انفجار"
    case .battle: "معركة"
    case .massacre: "مجزرة"
    case .mixed: "مختلط"
    case .stateBased: "طرفه دولة"
    case .nonState: "بين جماعات غير حكومية"
    case .oneSided: "عنف من طرف واحد"
    case .unknown: "غير معروف"
    }
  }
}

extension Bank {
  var arabic: String {
    switch self {
    case .left: "الضفة اليسرى"
    case .right: "الضفة اليمنى"
    case .both: "الضفتان"
    case .unknown: "غير معروفة"
    }
  }
}

extension CountingUnit {
  var arabic: String {
    switch self {
    case .persons: "أشخاص"
    case .civilians: "مدنيون"
    case .combatants: "مقاتلون"
    case .children: "أطفال"
    case .women: "نساء"
    case .men: "رجال"
    case .bodies: "جثث"
    case .families: "عائلات"
    case .households: "أُسر"
    case .houses: "منازل"
    case .buildings: "مبانٍ"
    case .strikes: "ضربات"
    case .attacks: "هجمات"
    case .casualties: "ضحايا"
    }
  }
}

extension CasualtyStatus {
  var arabic: String {
    switch self {
    case .killed: "قتل"
    case .injured: "إصابة"
    case .buried: "تحت الأنقاض"
    case .missing: "فقدان"
    case .killedOrBuried: "قتل أو تحت الأنقاض"
    case .killedOrInjured: "قتل أو إصابة"
    case .trapped: "محاصرة"
    case .displaced: "نزوح"
    case .present: "وجود في المكان"
    case .recovered: "انتشال"
    case .rescued: "إنقاذ"
    case .damaged: "تضرر"
    case .destroyed: "تدمير"
    case .involved: "مشاركة"
    }
  }
}

extension DatePrecision {
  var arabic: String {
    switch self {
    case .day: "اليوم"
    case .days: "بضعة أيام"
    case .week: "الأسبوع"
    case .month: "الشهر"
    case .year: "السنة"
    }
  }
}
