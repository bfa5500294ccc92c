import Inquiry
import Records
import SimpleFeatures

/// Incidents on a map, drawn by the server: no script, no tiles, nothing from outside.
///
/// Every mark is a link to its incident and stands in a circle to scale that shows how far the truth
/// may be from it. Shapes that are only approximate are dashed.
struct SVGMap: Sendable {
  /// What a mark stands for, and leads to.
  enum Subject: Hashable, Sendable {
    case incident(IncidentID)
    /// A place where an incident may have been, by the word of a claim.
    case candidate(ClaimID)

    fileprivate var text: String {
      switch self {
      case .incident(let id): id.text
      case .candidate(let id): id.text
      }
    }
  }

  /// One sign of a map.
  struct Mark: Hashable, Sendable {
    let subject: Subject
    let title: String
    let position: Position
    let radiusMeters: Double
    let grade: Grade?
    let isApproximate: Bool
  }

  /// Marks drawn at most: more hide each other and are no longer read.
  static let markLimit = 1_000
  /// A circle counts for the part of the world that is shown up to this radius, metres.
  private static let shownRadiusMeters = 1_500.0
  private static let width = 960.0

  /// What is drawn, wide circles first, so that no small one lies hidden.
  let marks: [Mark]
  /// How many there would be.
  let markCount: Int
  let shapes: [MapShape]
  let projection: MapProjection

  /// Lays a map out; there is none where there is neither a mark nor a box.
  ///
  /// - Parameters:
  ///   - marks: The incidents; the first ``markLimit`` of them are drawn.
  ///   - shapes: What lies under them.
  ///   - box: What to show; `nil` for as much as the marks need.
  init?(_ marks: [Mark], on shapes: [MapShape], showing box: Envelope? = nil) {
    let drawn = marks.prefix(Self.markLimit)
    let boxes = drawn.map {
      Envelope($0.position).expanded(
        byMeters: min($0.radiusMeters, Self.shownRadiusMeters) + 300)
    }
    guard
      let shown = box ?? boxes.dropFirst().reduce(boxes.first, { $0?.union($1) })
    else { return nil }
    projection = MapProjection(shown, width: Self.width)
    self.marks = drawn.sorted {
      ($1.radiusMeters, $0.subject.text) < ($0.radiusMeters, $1.subject.text)
    }
    markCount = marks.count
    let view = projection.envelope
    self.shapes = shapes.filter { $0.envelope.intersects(view) }
  }

  private var title: Phrase {
    switch marks.first?.subject {
    case .incident: .mapOf
    case .candidate: .mapOfCandidates
    case nil: .map
    }
  }

  /// Whether some circle or shape leaves the drawing.
  var cutsCircles: Bool {
    marks.contains { mark in
      let (x, y) = projection.point(mark.position)
      let radius = mark.radiusMeters * projection.unitsPerMeter
      return x < radius || y < radius || x + radius > projection.width
        || y + radius > projection.height
    }
  }

  /// Writes the drawing.
  ///
  /// - Parameters:
  ///   - page: Where to.
  ///   - focus: An outline that the map is about, above all others.
  ///   - point: A place that the map is about.
  func write(to page: inout PageWriter, focus: MapShape? = nil, point: Position? = nil) {
    page.element(
      .svg,
      [
        .set(.viewBox, "0 0 \(svg: projection.width) \(svg: projection.height)"),
        .set(.role, "group"), .set(.ariaLabelledBy, "map-title map-desc"),
      ]
    ) { page in
      page.element(.title, [.id("map-title")]) { $0.words(title) }
      page.element(.desc, [.id("map-desc")]) { page in
        page.words(.mapNote)
        guard markCount > 0 else { return }
        page.text(" ")
        page.words(.drawnOf)
        page.text(": \(marks.count) / \(markCount).")
      }
      if shapes.isEmpty { graticule(&page) } else { base(&page) }
      if let focus { write(focus, &page, style: "focus") }
      if let point { pin(point, &page) }
      for mark in marks { write(mark, &page) }
      furniture(&page)
    }
  }

  /// A wide circle has no ground of its own, for it would darken everything that lies in it.
  private static func style(of mark: Mark) -> String {
    "spread" + (mark.isApproximate ? " approximate" : "")
      + (mark.radiusMeters > shownRadiusMeters ? " wide" : "")
  }

  private func write(_ mark: Mark, _ page: inout PageWriter) {
    let look = GradeMark(mark.grade)
    let (x, y) = projection.point(mark.position)
    let radius = max(mark.radiusMeters * projection.unitsPerMeter, 12)
    let language = page.language
    let target =
      switch mark.subject {
      case .incident(let id): page.scope.item(.incidents, id.text)
      case .candidate(let id): page.scope.claim(id)
      }
    page.element(.a, [.address(target), .class("mark \(look.className)")]) { page in
      page.element(.title) { page in
        let grade = language.word(grade: mark.grade)
        page.text("\(mark.subject.text): \(mark.title), \(grade), ")
        page.words(.radius)
        page.text(" \(Int(min(mark.radiusMeters, 1e9).rounded())) ")
        page.words(.metres)
      }
      page.element(
        .circle,
        [
          .class(Self.style(of: mark)), .set(.cx, "\(svg: x)"),
          .set(.cy, "\(svg: y)"), .set(.r, "\(svg: radius)"),
        ])
      page.element(.path, [.class("sign"), .set(.d, look.path(x: x, y: y))])
      page.element(
        .text,
        [.set(.x, "\(svg: x)"), .set(.y, "\(svg: y + 4)"), .set(.textAnchor, "middle")]
      ) { $0.text(look.letter) }
    }
  }
}
