import MapRendering
package import Records

extension PlaceKind {
  /// The kind in words of a language.
  func words(in language: MapLanguage) -> String {
    switch language {
    case .english: code.split(separator: "-").joined(separator: " ")
    case .arabic: arabic
    }
  }

  /// The kind in Arabic; the words are our own.
  package var arabic: String {
    switch self {
    case .city: "مدينة"
    case .area: "منطقة"
    case .district: "حي"
    case .mahalla: "محلة"
    case .village: "قرية"
    case .town: "بلدة"
    case .governorate: "محافظة"
    case .subdistrict: "ناحية"
    case .country: "بلد"
    case .river: "نهر"
    case .bridge: "جسر"
    case .mosque: "مسجد"
    case .hospital: "مستشفى"
    case .school: "مدرسة"
    case .university: "جامعة"
    case .airport: "مطار"
    case .station: "محطة"
    case .museum: "متحف"
    case .shrine: "مرقد"
    case .castle: "قلعة"
    case .archaeologicalSite: "موقع أثري"
    case .militaryBase: "قاعدة عسكرية"
    case .dam: "سد"
    case .street: "شارع"
    case .locality: "موضع"
    case .neighbourhood: "حي سكني"
    case .campus: "مجمّع"
    case .other: "غير ذلك"
    }
  }
}
