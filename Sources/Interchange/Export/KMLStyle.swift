import Records

/// How placemarks of one grade are drawn: the maps' colours, areas filled thinly.
///
/// - Note: Source – OGC 12-007r2, KML 2.3, `kml:Style`; its colours are written `aabbggrr`. The colours
///   are those of Okabe and Ito (2008), told apart by people who see few of them.
enum KMLStyle {
  /// The style of incidents without a grade.
  static let ungraded = "none"

  /// The colour of a grade as six digits `bbggrr`.
  static func color(of grade: Grade?) -> String {
    switch grade {
    case .confirmed: "005ed5"
    case .fair: "009fe6"
    case .weak: "e9b456"
    case .contested: "a779cc"
    case .discounted: "999999"
    case nil: "739e00"
    }
  }
}

extension XMLWriter {
  /// Writes a style for each grade and one for none.
  mutating func gradeStyles() {
    for grade in Grade.allCases.map(Optional.some) + [nil] {
      let color = KMLStyle.color(of: grade)
      markup("<Style id=\"grade-")
      plain((grade?.code ?? KMLStyle.ungraded).utf8)
      markup("\"><IconStyle><color>ff")
      plain(color.utf8)
      markup("</color></IconStyle><LineStyle><color>ff")
      plain(color.utf8)
      markup("</color><width>1</width></LineStyle><PolyStyle><color>40")
      plain(color.utf8)
      markup("</color></PolyStyle></Style>\n")
    }
  }
}
