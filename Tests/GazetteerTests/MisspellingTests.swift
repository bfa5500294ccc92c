import Gazetteer
import Records
import Testing

/// What people write for the quarters of Mosul, none of it a name in the table.
struct MisspellingTests {
  private static let gazetteer = Gazetteer(PlaceTable.ours)

  static let spellings: [(String, String)] = [
    ("Zanjilli", "zanjili"), ("Al Zenjili", "zanjili"), ("Zanjeeli quarter", "zanjili"),
    ("Zanjly", "zanjili"), ("az-Zanjili", "zanjili"), ("Zangili", "zanjili"),
    ("زنجيلى", "zanjili"), ("الزنجلي", "zanjili"), ("Shifa'", "shifa"), ("ash-Shifa", "shifa"),
    ("Asshifa", "shifa"), ("Shefaa", "shifa"), ("الشفا", "shifa"),
    ("al-Nagar", "najjar"), ("an-Najjar", "najjar"), ("Nedjar", "najjar"),
    ("Seventeen Tammuz", "seventeen-tammuz"), ("17 Tamoz", "seventeen-tammuz"),
    ("Tammouz 17", "seventeen-tammuz"), ("۱۷ تموز", "seventeen-tammuz"),
    ("سبعة عشر تموز", "seventeen-tammuz"), ("Thirty Tammuz", "thirty-tammuz"),
    ("Yarmook", "yarmouk"), ("el Yarmouk", "yarmouk"), ("Jarmuk", "yarmouk"),
    ("Haramaat", "haramat"), ("Harmaat", "haramat"), ("Musherifa", "mushayrifa"),
    ("Mushairfa", "mushayrifa"), ("Meshairfeh", "mushayrifa"), ("Al-Fateh", "fatih"),
    ("Mahatah", "mahatta"), ("Ma'mūn", "mamun"), ("Hayy al-Ma'moun", "mamun"),
    ("Tall al-Ruman", "tal-al-rumman"), ("Old Ciy", "old-city"), ("the Old City", "old-city"),
    ("Bab at-Tub", "bab-al-tob"), ("Bab el Toub", "bab-al-tob"), ("Sarj-khaneh", "sarjkhana"),
    ("Farouq", "faruq"), ("al-Farook", "faruq"), ("Meidan", "maydan"), ("Maydaan", "maydan"),
    ("Ras al-Khour", "ras-al-kur"), ("Bab el-Beidh", "bab-al-bid"),
    ("Bab al-Gadid", "bab-jadid"), ("Bab Sindjar", "bab-sinjar"), ("Nadjafi", "najafi"),
    ("Dawwasa", "dawasa"), ("Danadaan", "danadan"), ("Nebi Sheet", "nabi-sheet"),
    ("Tayyaran", "tayaran"), ("Wadi Hagar", "wadi-hajar"), ("Hajar Wadi", "wadi-hajar"),
    ("Al-Mansoor", "mansour"), ("Shouhada", "shuhada"), ("Resaleh", "risala"),
    ("Thaura", "thawra"), ("Tawra", "thawra"), ("Jadeedah", "mosul-al-jadida"),
    ("Mosul Gadida", "mosul-al-jadida"), ("Jadida, Mosul", "mosul-al-jadida"),
    ("Agawat al-Jadida", "aghawat-al-jadida"), ("Zohoor", "zuhur"), ("az-Zuhur", "zuhur"),
    ("Mothana", "muthanna"), ("Attahrir", "tahrir"), ("Methaq", "mithaq"),
    ("Al-Kuds", "quds"), ("Qods", "quds"), ("an-Noor", "nur"), ("Gogchali", "gogjali"),
    ("Kokgali", "gogjali"), ("Intesar", "intisar"), ("Entisaar", "intisar"),
    ("Soumer", "sumer"), ("Domeez", "dumiz"), ("Nabi Younis", "nabi-yunus"),
    ("Nabi Jonas", "nabi-yunus"), ("Dhubbaat", "dubbat"), ("Sukar", "sukkar"),
    ("As-Siddiq", "siddiq"), ("Baladiyyat", "baladiyat"), ("Qadissiya 2", "qadisiya-2"),
    ("Kafa'at second", "kafaat-2"), ("الكفاءات ٢", "kafaat-2"), ("Handasiyin", "muhandisin"),
    ("Muhandisseen", "muhandisin"), ("Arpachiya", "arbajiya"), ("Rashidiyya", "rashidiya"),
    ("Bazwaiya", "bazwaya"), ("Fith Bridge", "bridge-fifth"), ("5th Bridge", "bridge-fifth"),
    ("الجسر ٥", "bridge-fifth"), ("Dijlah", "tigris"), ("West-Mosul", "west-mosul"),
    ("Mousul", "mosul"), ("Badouch", "badush"), ("Hamam al Ghazlani", "ghazlani"),
  ]

  @Test(arguments: spellings)
  func `is found first under a spelling that no table has`(spelling: String, id: String) {
    let found = MisspellingTests.gazetteer.candidates(for: spelling, limit: 5)
    let best = found.first?.score
    #expect(
      found.contains { $0.id.text == id && $0.score == best },
      "\(spelling): \(found.map { "\($0.id) \($0.score) \($0.reason)" })")
  }

  @Test func `the table is what it says`() {
    #expect(MisspellingTests.spellings.count >= 90)
  }
}
