import MapRendering
import Records

/// The words of an incident map in one language.
///
/// The Arabic is our own: no recorder who works in Arabic has read it yet.
struct MapVocabulary: Sendable {
  let noun: String
  let city: String
  /// `{area}` is filled in.
  let title: String
  let grades: [Grade?: String]
  let features: [MapFeature: String]
  /// Words of what only tiles have.
  let tileFeatures: [MapFeature: String]
  let weights: [MapSymbolWeight: String]
  let attribution: String
  /// What follows it about the tiles that are drawn; `{name}` is filled in.
  let baseMap: String
  /// What is drawn where the tiles show other places.
  let ownPlaces: String
  /// What is known about and has no place, beside the question.
  let othersUnplaced: String
  let computedGrades: String
  let notYetReported: String
  /// `{certain}`, `{possible}` and `{match}` are filled in.
  let placement: String
  let asOf: String
  let asRecorded: String
  let center: String
  /// An area without a name of its own; `{distance}` is filled in.
  let somewhere: String
  let killed: String
  let killedAtMost: String
  let killedUnknown: String
  /// Between the parts of a list.
  let listSeparator: String
  let words: MapWords
  let places: Places

  /// The words of a language.
  ///
  /// - Parameter language: English or Arabic.
  /// - Returns: Its table.
  static func words(in language: MapLanguage) -> MapVocabulary {
    switch language {
    case .english: english
    case .arabic: arabic
    }
  }

  /// Legend words for a base: those of tiles only where there are such things on them.
  func features(on base: BaseMap) -> [MapFeature: String] {
    features.merging(tileFeatures.filter { base.groundFeatures.contains($0.key) }) { own, _ in own }
  }

  /// Where data and ground come from.
  func attribution(on base: BaseMap) -> String { attribution(attribution, on: base) }

  /// Where something and the ground under it come from.
  func attribution(_ data: String, on base: BaseMap) -> String {
    switch base.ground {
    case nil: data
    case .tiles(let name): data + MapVocabulary.fill(baseMap, ["name": name])
    case .ownPlaces: data + MapVocabulary.fill(baseMap, ["name": ownPlaces])
    }
  }

  /// A template with figures and words filled in.
  static func fill(_ template: String, _ values: KeyValuePairs<String, String>) -> String {
    MapWords.filled(template, values)
  }

  static let english = MapVocabulary(
    noun: "incidents", city: "Mosul", title: "{area} - civilian harm incidents",
    grades: [
      .confirmed: "confirmed", .fair: "fair", .contested: "contested", .weak: "weak",
      .discounted: "discounted", nil: "not graded",
    ],
    features: [
      .water: "Tigris", .bridge: "bridge", .boundary: "outline",
      .approximateBoundary: "approximate outline", .hatch: "known only to this area",
      .radius: "anywhere inside",
    ],
    tileFeatures: [
      .road: "main road", .minorRoad: "street", .railway: "railway",
      .green: "park, wood, cemetery",
    ],
    weights: [
      .light: "under 10 killed or unknown", .medium: "10-49", .heavy: "50-99",
      .extreme: "100 or more",
    ],
    attribution:
      "districts: approximate, computed cells; data: Airwars, UN, press (data/README.md)",
    baseMap: "; base map: {name}", ownPlaces: "the register's own places",
    othersUnplaced: "{n} more without a usable place",
    computedGrades: "{n} graded by Sijil's rules, by no recorder",
    notYetReported: "{n} not yet reported by then",
    placement: "{certain} certainly inside, {possible} possibly (match {match})",
    asOf: "as of {date}", asRecorded: "as recorded {date}", center: "the city centre",
    somewhere: "an area of {distance} around a point", killed: "{n} killed",
    killedAtMost: "up to {n} killed", killedUnknown: "killed unknown", listSeparator: ", ",
    words: MapWords(), places: .english)

  static let arabic = MapVocabulary(
    noun: "حادثة", city: "الموصل", title: "{area} - حوادث إيذاء المدنيين",
    grades: [
      .confirmed: "مؤكدة", .fair: "مرجحة", .contested: "متنازع عليها", .weak: "ضعيفة الإسناد",
      .discounted: "مستبعدة", nil: "غير مقيّمة",
    ],
    features: [
      .water: "دجلة", .bridge: "جسر", .boundary: "حدود", .approximateBoundary: "حدود تقريبية",
      .hatch: "لا يُعرف أقرب من هذه المنطقة", .radius: "في أي مكان داخل الدائرة",
    ],
    tileFeatures: [
      .road: "طريق رئيسي", .minorRoad: "شارع", .railway: "سكة حديد",
      .green: "متنزه أو حرج أو مقبرة",
    ],
    weights: [
      .light: "أقل من 10 قتلى أو غير معروف", .medium: "10-49", .heavy: "50-99",
      .extreme: "100 أو أكثر",
    ],
    attribution: "الأحياء: خلايا محسوبة تقريبية؛ البيانات: Airwars والأمم المتحدة والصحافة",
    baseMap: "؛ خريطة الأساس: {name}", ownPlaces: "أماكن السجل نفسه",
    othersUnplaced: "{n} أخرى دون مكان يمكن استخدامه",
    computedGrades: "{n} قُيّمت بقواعد سجل لا بيد موثّق",
    notYetReported: "{n} لم تكن قد أُبلغ عنها حينئذ",
    placement: "{certain} في الداخل يقيناً، {possible} احتمالاً",
    asOf: "حتى {date}", asRecorded: "كما سُجلت {date}", center: "مركز المدينة",
    somewhere: "منطقة نصف قطرها {distance} حول نقطة", killed: "{n} قتيل",
    killedAtMost: "حتى {n} قتيل", killedUnknown: "عدد القتلى غير معروف", listSeparator: "، ",
    words: arabicWords, places: .arabic)

  private static let arabicWords: MapWords = {
    var words = MapWords()
    words.inView = "{n} من {total} {noun} في الصورة"
    words.outside = "{n} خارج هذه الصورة"
    words.onlyTo = "{n} لا يُعرف من مكانها سوى {area}"
    words.unplaced = "{n} دون مكان"
    words.notDrawn = "{n} غير مرسومة"
    words.hiddenLabels = "+{n} أسماء لم يتسع لها المكان"
    words.precision = "دقة النقاط {least}"
    words.precisionRange = "دقة النقاط من {least} إلى {most}"
    words.several = "عدة حوادث، والشكل لأشدها"
    words.bearing = "على بعد {distance} {bearing} {place}"
    words.atReference = "في {place}"
    words.goodTo = "بدقة {distance}"
    words.nearestBridge = "أقرب جسر {bridge}، {distance}"
    words.byDistrict = "بحسب الحي الذي تقع فيه النقطة"
    words.gravestFirst = "الأشد أولاً"
    words.inDistrict = "في {area}"
    words.noDistrict = "خارج كل حي"
    words.moreNotListed = "{n} أخرى غير مذكورة"
    words.directions = [
      "شمال", "شمال شرق", "شرق", "جنوب شرق", "جنوب", "جنوب غرب", "غرب", "شمال غرب",
    ]
    words.meters = "{n} م"
    words.kilometers = "{n} كم"
    return words
  }()
}
