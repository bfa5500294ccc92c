import Inquiry
import Records

/// What every link and word of one page needs to know.
struct PageScope: Sendable {
  let language: PageLanguage
  /// What stands before every path of the service, such as `/register`; mostly empty.
  let prefix: String
  /// The question in time that links to records carry on.
  private(set) var asOf: CivilDate?
  private(set) var asRecorded: Instant?
  /// Whether links have to carry the language, for the client asked for it by hand.
  let carriesLanguage: Bool
  /// The claims that have an anchor on the page.
  var claimsOnPage: Set<ClaimID> = []
  /// Names of places in Arabic, on an Arabic page.
  var arabicNames: [PlaceID: String] = [:]

  init(
    language: PageLanguage, prefix: String = "", asOf: CivilDate? = nil,
    asRecorded: Instant? = nil, carriesLanguage: Bool = false
  ) {
    self.language = language
    self.prefix = prefix
    self.asOf = asOf
    self.asRecorded = asRecorded
    self.carriesLanguage = carriesLanguage
  }

  init(_ request: EndpointRequest) throws(ParameterFault) {
    // Pages show degrees, whatever the system; one that is not offered is a fault here too.
    _ = try request.value(of: SystemParameter.self)
    let asOf = try request.value(of: AsOfParameter.self)
    let asRecorded = try request.value(of: AsRecordedParameter.self)
    self.init(
      language: request.language, prefix: request.answering.publicURL.prefix, asOf: asOf,
      asRecorded: asRecorded, carriesLanguage: request.query["lang"] != nil)
  }

  /// How much of the question in time a resource takes.
  enum Carry { case nothing, recorded, both }

  /// The address of a page of the service.
  ///
  /// - Parameters:
  ///   - path: Percent-encoded, with a leading slash.
  ///   - carry: What of the question in time the resource takes.
  ///   - pairs: Further parameters.
  /// - Returns: The address, with the language where the reader asked for it by hand.
  func address(
    _ path: String, carrying carry: Carry = .nothing, _ pairs: [(String, String)] = []
  ) -> PageAddress {
    var all = pairs
    if carry == .both, let asOf { all.append(("as-of", "\(asOf)")) }
    if carry != .nothing, let asRecorded { all.append(("as-recorded", "\(asRecorded)")) }
    if carriesLanguage { all.append(("lang", language.code)) }
    let query = all.map { "\(PercentEncoding.encode($0.0))=\(PercentEncoding.encode($0.1))" }
    return PageAddress(
      path: path, query: query.isEmpty ? "" : "?" + query.joined(separator: "&"), under: prefix)
  }

  /// An address as it is, with nothing carried on.
  func plain(_ path: String) -> PageAddress { PageAddress(path: path, under: prefix) }

  func item(_ collection: FeatureCollectionName, _ id: String) -> PageAddress {
    address(
      "/collections/\(collection.code)/items/\(PercentEncoding.encodeSegment(id))",
      carrying: collection == .places || collection == .sources ? .recorded : .both)
  }

  /// The claim's anchor where it is on the page, else its own page.
  func claim(_ id: ClaimID) -> PageAddress {
    claimsOnPage.contains(id)
      ? PageAddress(fragment: Self.anchor(of: id)) : item(.claims, id.text)
  }

  /// A page about one incident, such as its timeline.
  func incident(_ id: IncidentID, _ view: String) -> PageAddress {
    address("/incidents/\(PercentEncoding.encodeSegment(id.text))/\(view)", carrying: .both)
  }

  static func anchor(of claim: ClaimID) -> String { "claim-\(claim)" }
}
