extension MapVocabulary {
  /// What a map of places says instead of what one of incidents says.
  struct Places: Sendable {
    let noun: String
    /// `{area}` is filled in.
    let title: String
    /// Places without a position; `{n}` is filled in.
    let nameOnly: String
    /// The heading over the list of places.
    let byKind: String
    /// Where a place that is no point is told to lie.
    let byItsMiddle: String
    let attribution: String

    static let english = Places(
      noun: "places", title: "{area} - places", nameOnly: "{n} known by name only",
      byKind: "By kind", byItsMiddle: "by the middle of its shape",
      attribution: "districts: approximate, computed cells; places: data/README.md")

    static let arabic = Places(
      noun: "مكان", title: "{area} - أماكن", nameOnly: "{n} لا يُعرف منها سوى الاسم",
      byKind: "بحسب النوع", byItsMiddle: "بحسب وسط شكله",
      attribution: "الأحياء: خلايا محسوبة تقريبية؛ الأماكن: data/README.md")
  }
}
