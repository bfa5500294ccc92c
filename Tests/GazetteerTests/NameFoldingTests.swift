import Gazetteer
import Records
import Testing

/// What writers vary and what names keep.
struct NameFoldingTests {
  @Test(arguments: [
    ["al-Jadida", "Al Jadida", "JADIDA", "el-Jadida", "Hay al-Jadida", "al‐Jadida quarter"],
    ["Al Mawşil", "Al Mawsil", "Al Maws\u{0327}il", "al-Mawsil"],
    ["Ma'mun", "Maʿmūn", "Ma’mun", "Maʾmūn", "Mamun"],
    ["ash-Shifa", "al-Shifa", "Ashshifa", "Shifa"],
    ["at-Tahrir", "Attahrir", "Tahrir"],
    ["17 Tammuz", "Seventeen Tammuz", "Tammuz 17", "17th Tammuz", "١٧ Tammuz", "۱۷ Tammuz"],
    ["al-Kafaat 2", "Kafaat second", "al-Kafaat al-Thaniya", "2nd Kafaat"],
    ["الأمن", "الامن", "أمن", "حي الأمن", "حى الأَمْن", "الأمـــن", "محلة الامن"],
    ["المشيرفة", "مشيرفه", "المشيرفه"], ["مثنى", "المثني", "مثنی"],
    ["القادسية الأولى", "قادسية1", "القادسية ١", "القادسيه ۱"],
    ["كراج", "کراج", "گراج"], ["ﺍﻟﻤﻮﺻﻞ", "الموصل"], ["ﻻدن", "لادن"],
    ["سبعة عشر تموز", "17 تموز"],
  ])
  func `folds alike`(names: [String]) {
    let folded = names.map { FoldedName($0).text }
    #expect(Set(folded).count == 1, "\(folded)")
    #expect(folded.first?.isEmpty == false)
  }

  @Test(arguments: [
    ("Qadisiya 1", "Qadisiya 2"), ("17 Tammuz", "30 Tammuz"), ("al-Nasr", "al-Nasir"),
    ("الربيع", "الرابعية"), ("Aden", "Adan"),
  ])
  func `keeps apart`(first: String, second: String) {
    #expect(FoldedName(first) != FoldedName(second))
  }

  @Test(arguments: ["Elam", "Ali", "Aleppo", "at", "al", "Hay", "district", "حي", "ال"])
  func `never folds a name to nothing`(name: String) {
    #expect(!FoldedName(name).text.isEmpty)
  }

  @Test(arguments: ["", " ", "-", "\u{0301}\u{0301}", "\u{202E}\u{2066}", "()،؛", "🙂"])
  func `folds what has no letters to nothing`(text: String) {
    #expect(FoldedName(text).text.isEmpty)
  }

  @Test func `folding what is folded changes nothing`() {
    for place in PlaceTable.ours {
      for name in place.names {
        let folded = FoldedName(name.text).text
        #expect(FoldedName(folded).text == folded, "\(name.text)")
      }
    }
  }

  @Test func `every Latin letter of Unicode's first blocks has its base letter`() {
    for value in Array(UInt32(0xC0)...0x17F) + Array(UInt32(0x1E00)...0x1EFF) {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { continue }
      let folded = FoldedName("x\(scalar)x").text
      #expect(folded.count == 3 && folded.allSatisfy(\.isASCII), "\(scalar) gives \(folded)")
    }
  }
}
