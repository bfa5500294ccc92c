import Inquiry
import Records

extension EndpointRequest {
  /// A page as the answer to this request.
  ///
  /// - Parameters:
  ///   - title: What it is about.
  ///   - crumbs: The steps from the landing page.
  ///   - links: The links of the document for programs.
  ///   - dataVersion: The state of the data that answered; `nil` asks for it.
  ///   - headers: Further header fields.
  ///   - claimsOnPage: The claims that have an anchor on it.
  ///   - content: Writes what stands under the title.
  /// - Returns: The answer.
  /// - Throws: For parameters of time that cannot be read.
  func page(
    _ title: PageText, under crumbs: [Page.Crumb] = [], links: [Link] = [],
    dataVersion: DataVersion? = nil, headers: [HeaderField] = [],
    claimsOnPage: Set<ClaimID> = [], _ content: (inout PageWriter) -> Void
  ) async throws -> Answer {
    var scope = try PageScope(self)
    scope.claimsOnPage = claimsOnPage
    if language == .arabic, let base = try? await answering.mapBase() {
      scope.arabicNames = base.arabicNames
    }
    var page = Page(title: title, crumbs: crumbs, links: links, dataVersion: dataVersion)
    if page.dataVersion == nil {
      // The page can be read without it; the footer then says that it is unknown.
      page.dataVersion = try? answering.source.dataVersion()
    }
    page.isHome = path == "/"
    page.serviceURL = answering.publicURL.text
    let query = query.without([FormatChoice.parameterName])
    page.otherLanguage = PageAddress(
      path: path, query: query.setting("lang", to: language.other.code).text, under: scope.prefix)
    page.alternates = endpoint.offers.filter { $0 != .html }.compactMap { type in
      type.formatNames.first.map { name in
        let address = query.without(["lang"]).setting(FormatChoice.parameterName, to: name)
        return (type, PageAddress(path: path, query: address.text, under: scope.prefix))
      }
    }
    return Answer(
      mediaType: .html, links: links, headers: headers,
      body: .bytes(page.bytes(scope, content)))
  }
}
