/// An error as a page for a browser.
struct ProblemPage {
  private let problem: Problem
  private let instance: String

  init(_ problem: Problem, instance: String) {
    self.problem = problem
    self.instance = instance
  }

  /// The page as UTF-8.
  ///
  /// - Parameters:
  ///   - language: Of the page's own words; the reason is English.
  ///   - prefix: What stands before every path of the service.
  /// - Returns: The whole page.
  func bytes(in language: PageLanguage, under prefix: String) -> [UInt8] {
    var page = Page(title: .data("\(problem.status) \(problem.title)"))
    page.showsVersion = false
    return page.bytes(PageScope(language: language, prefix: prefix)) { page in
      page.element(.p, [.class("notice")]) { $0.english(problem.detail) }
      page.facts { page in
        page.fact(.kind) { $0.code(Problem.typePrefix + problem.slug) }
        page.fact(.status) { $0.number(problem.status) }
        page.fact(.occurrence) { $0.code(instance) }
      }
      page.element(.p) { page in
        page.link(page.scope.address("/")) { $0.words(.home) }
        page.text(" · ")
        page.link(page.scope.address("/api")) { $0.words(.apiDescription) }
      }
    }
  }
}
