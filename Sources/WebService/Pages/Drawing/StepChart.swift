import Assessment
import Records

/// How a range moved over days, as a band of steps: flat from one day to the next change.
struct StepChart: Sendable {
  /// What was known from a day on.
  struct Step: Hashable, Sendable {
    let day: CivilDate
    let minimum: Int?
    let maximum: Int?
    /// Whether nothing sets a ceiling.
    let isOpen: Bool

    init(day: CivilDate, range: HarmRange<ClaimID>) {
      self.day = day
      minimum = range.minimum?.value
      maximum = range.maximum?.value
      isOpen = range.maximum == nil || range.maximum?.isOpen == true
    }

    var isUnknown: Bool { minimum == nil && maximum == nil }
    var low: Double { Double(minimum ?? 0) }
    var high: Double { Double(maximum ?? minimum ?? 0) }
  }

  private static let (width, height) = (960.0, 260.0)
  private static let (left, right, top, bottom) = (56.0, 16.0, 16.0, 30.0)

  private let steps: [Step]
  private let most: Double
  private let first: CivilDate
  /// A step after the last day, so that the last state can be seen.
  private let days: Double

  /// Lays a chart out; `nil` where no step has a number.
  init?(_ steps: [Step]) {
    guard let first = steps.first?.day, let last = steps.last?.day,
      let most = steps.filter({ !$0.isUnknown }).map(\.high).max()
    else { return nil }
    self.steps = steps
    self.first = first
    self.most = max(1, most)
    let span = Double(last.daysSinceEpoch) - Double(first.daysSinceEpoch)
    days = max(1, span * 1.06)
  }

  func write(to page: inout PageWriter) {
    page.element(
      .svg,
      [
        .set(.viewBox, "0 0 \(svg: Self.width) \(svg: Self.height)"), .set(.role, "img"),
        .set(.ariaLabelledBy, "chart-title chart-desc"),
      ]
    ) { page in
      page.element(.title, [.id("chart-title")]) { $0.words(.killedChart) }
      page.element(.desc, [.id("chart-desc")]) { $0.words(.chartNote) }
      axes(&page)
      for (index, step) in steps.enumerated() where !step.isUnknown {
        let end =
          index + 1 < steps.count ? x(steps[index + 1].day) : Self.width - Self.right
        write(step, from: x(step.day), to: end, before: index > 0 ? steps[index - 1] : nil, &page)
      }
    }
  }

  private func write(
    _ step: Step, from start: Double, to end: Double, before: Step?, _ page: inout PageWriter
  ) {
    let (low, high) = (y(step.low), y(step.high))
    page.element(
      .path,
      [
        .class("band"),
        .set(.d, "M\(svg: start) \(svg: low)H\(svg: end)V\(svg: high)H\(svg: start)z"),
      ])
    // The edge climbs from the step before, where that one was known.
    let from = before.flatMap { $0.isUnknown ? nil : $0 }
    page.element(
      .path,
      [
        .class("edge"),
        .set(.d, "M\(svg: start) \(svg: y((from ?? step).low))V\(svg: low)H\(svg: end)"),
      ])
    page.element(
      .path,
      [
        .class(step.isOpen ? "edge open" : "edge"),
        .set(.d, "M\(svg: start) \(svg: y((from ?? step).high))V\(svg: high)H\(svg: end)"),
      ])
  }

  private func axes(_ page: inout PageWriter) {
    for value in Self.ticks(most) {
      let height = y(Double(value))
      page.element(
        .path,
        [.class("grid"), .set(.d, "M\(svg: Self.left) \(svg: height)H\(svg: Self.width)")])
      label("\(value)", x: Self.left - 6, y: height + 4, "end", &page)
    }
    var last = -1_000.0
    for step in steps where x(step.day) - last > 84 {
      last = x(step.day)
      page.element(
        .path,
        [
          .class("axis"),
          .set(.d, "M\(svg: last) \(svg: Self.height - Self.bottom)v5"),
        ])
      label("\(step.day)", x: last, y: Self.height - 10, "start", &page)
    }
  }

  private func label(
    _ text: String, x: Double, y: Double, _ anchor: String, _ page: inout PageWriter
  ) {
    // On a page that reads from the right an anchor would stand at the other end.
    page.element(
      .text,
      [
        .class("quiet"), .set(.x, "\(svg: x)"), .set(.y, "\(svg: y)"), .set(.dir, "ltr"),
        .set(.textAnchor, anchor),
      ]
    ) { $0.text(text) }
  }

  private func x(_ day: CivilDate) -> Double {
    let passed = Double(day.daysSinceEpoch) - Double(first.daysSinceEpoch)
    return Self.left + (Self.width - Self.left - Self.right) * passed / days
  }

  private func y(_ value: Double) -> Double {
    Self.height - Self.bottom - (Self.height - Self.top - Self.bottom) * value / most
  }

  /// Round numbers from nought, 1, 2 or 5 times a power of ten apart, at most eight.
  private static func ticks(_ most: Double) -> [Int] {
    var (unit, factors) = (1, [2, 5, 10])
    var decade = 1
    while Double(unit) * 7 < most, decade < 1_000_000_000_000 {
      unit = decade * factors.removeFirst()
      if factors.isEmpty { (decade, factors) = (decade * 10, [2, 5, 10]) }
    }
    return Array(stride(from: 0, through: Int(min(most, 1e15)), by: unit))
  }
}
