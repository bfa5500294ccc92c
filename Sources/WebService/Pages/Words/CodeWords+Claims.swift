import Records

// What claims do, who speaks and how claims stand to each other, in Arabic.

extension ClaimKind {
  var arabic: String {
    switch self {
    case .reportsDeaths: "تبليغ عن قتلى"
    case .reportsInjuries: "تبليغ عن جرحى"
    case .reportsCasualties: "تبليغ عن ضحايا"
    case .reportsBodiesRecovered: "تبليغ عن انتشال جثث"
    case .reportsBuried: "تبليغ عن مدفونين تحت الأنقاض"
    case .reportsDamage: "تبليغ عن أضرار"
    case .acknowledgesStrike: "إقرار بالضربة"
    case .acceptsHarm: "إقرار بالضرر"
    case .concedesFigure: "إقرار بعدد"
    case .attributes: "تحميل المسؤولية"
    case .statesTarget: "ذكر الهدف"
    case .statesTactic: "ذكر أسلوب القتال"
    case .denies: "نفي"
    case .disputesFigure: "اعتراض على العدد"
    case .doubts: "تشكيك"
    case .revises: "تعديل"
    case .supersedes: "حلول محل إفادة سابقة"
    case .retracts: "سحب"
    case .redacts: "حجب"
    case .opensInquiry: "فتح تحقيق"
    case .closesInquiry: "إغلاق تحقيق"
    case .assesses: "تقييم"
    case .statesProcess: "بيان إجراء"
    case .statesPolicy: "بيان سياسة"
    case .expressesConcern: "إعراب عن القلق"
    case .characterises: "وصف"
    case .contextCount: "عدد في سياق أوسع"
    case .locationMatch: "مطابقة موقع"
    }
  }
}

extension Hand {
  var arabic: String {
    switch self {
    case .firstHand: "شهادة مباشرة"
    case .eyewitness: "شاهد عيان"
    case .onSiteOfficial: "مسؤول في الموقع"
    case .officialAtDistance: "مسؤول من بعيد"
    case .institution: "مؤسسة"
    case .outletVoice: "قول الوسيلة الإعلامية نفسها"
    case .hearsay: "نقل عن الغير"
    case .unattributed: "غير منسوب"
    }
  }
}

extension ClaimEdgeKind {
  var arabic: String {
    switch self {
    case .denies: "تنفي"
    case .disputes: "تعترض على"
    case .supports: "تدعم"
    case .partOf: "جزء من"
    case .contains: "تشمل"
    case .sameOriginAs: "لها أصل واحد مع"
    case .copies: "تنسخ"
    case .mutates: "تغيّر"
    case .supersedes: "تحل محل"
    case .corrects: "تصحح"
    case .translates: "تترجم"
    case .possiblySameEvent: "ربما عن الحدث نفسه مع"
    case .excludes: "تستبعد"
    }
  }
}

extension IncidentLinkKind {
  var arabic: String {
    switch self {
    case .possiblySameEvent: "ربما الحدث نفسه مع"
    case .partOf: "جزء من"
    case .conflatedWith: "تُخلط مع"
    }
  }
}

extension BelligerentVerdict {
  var arabic: String {
    switch self {
    case .credible: "ثابت"
    case .nonCredible: "غير ثابت"
    case .notYetAssessed: "لم يُقيَّم بعد"
    case .duplicate: "مكرر"
    case .open: "قيد التحقيق"
    }
  }
}

extension StrikeStatus {
  var arabic: String {
    switch self {
    case .declared: "ضربة معلنة"
    case .likely: "ضربة مرجحة"
    case .contested: "ضربة متنازع عليها"
    case .singleSource: "قول مصدر واحد"
    }
  }
}

extension LocationScale {
  var arabic: String {
    switch self {
    case .country: "بلد"
    case .governorate: "محافظة"
    case .district: "قضاء"
    case .subdistrict: "ناحية"
    case .city: "مدينة"
    case .cityPart: "جزء من مدينة"
    case .town: "بلدة"
    case .village: "قرية"
    case .neighbourhood: "حي سكني"
    case .street: "شارع"
    case .landmark: "قرب معلم"
    case .within100Metres: "ضمن 100 متر"
    case .within1Metre: "ضمن متر واحد"
    case .exact: "موقع محدد"
    }
  }
}

extension GeometryOrigin {
  var arabic: String {
    switch self {
    case .surveyed: "مسح ميداني"
    case .publishedPoint: "نقطة منشورة"
    case .approximate: "تقريبي"
    case .computed: "محسوب"
    case .unknown: "غير معروف"
    }
  }
}

extension QuantityScope {
  var arabic: String {
    switch self {
    case .event: "الحدث"
    case .building: "مبنى واحد"
    case .part: "جزء من الحدث"
    case .areaPeriod: "منطقة خلال مدة"
    }
  }
}
