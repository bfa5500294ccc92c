import Inquiry
import QueryLanguage

/// The one table from errors to what a client is told.
///
/// Whatever is not in it becomes a 500 without a reason: a store's own words may hold paths or
/// statements, so they go to the log only.
enum ErrorMapping {
  /// The problem for an error.
  static func problem(for error: any Error) -> Problem {
    switch error {
    case let fault as RequestFault: problem(for: fault)
    case let fault as ParameterFault: problem(for: fault)
    case let error as InquiryError: problem(for: error)
    case let fault as MapFault: problem(for: fault)
    case let error as FilterError: problem(for: error, in: nil)
    case is CancellationError:
      Problem(
        slug: "stopping", title: "Service is stopping", status: 503,
        detail: "the service is being stopped; ask again in a moment", headers: [.retryAfter(2)])
    default:
      Problem(
        slug: "internal", title: "Internal error", status: 500,
        detail: "the request could not be answered; the log has the reason under this instance")
    }
  }

  private static func problem(for fault: ParameterFault) -> Problem {
    switch fault {
    case .unknown(let name, let allowed):
      Problem(
        slug: "unknown-parameter", title: "Unknown parameter", status: 400,
        detail: "no parameter \"\(PlainText.excerpt(name))\" here: "
          + (allowed.isEmpty ? "none is taken" : "use \(allowed.joined(separator: ", "))"))
    case .repeated(let name):
      Problem(
        slug: "repeated-parameter", title: "Repeated parameter", status: 400,
        detail: "\(PlainText.excerpt(name)) is given more than once: give it once")
    case .badValue(let name, let value, let wanted):
      Problem(
        slug: "bad-value", title: "Invalid parameter value", status: 400,
        detail: "\(name)=\"\(PlainText.excerpt(value))\" cannot be used: write \(wanted)")
    case .badPart(let name, let place, let wanted):
      Problem(
        slug: "bad-value", title: "Invalid parameter value", status: 400,
        detail: "\(name), character \(place): write \(wanted)")
    case .conflicting(let first, let second):
      Problem(
        slug: "conflicting-parameters", title: "Conflicting parameters", status: 400,
        detail: "\(first) and \(second) exclude each other: give one of them")
    }
  }

  private static func problem(for fault: RequestFault) -> Problem {
    switch fault {
    case .parameter(let fault): problem(for: fault)
    case .filter(let error, let text): problem(for: error, in: text)
    case .badEncoding:
      Problem(
        slug: "bad-encoding", title: "Malformed URL", status: 400,
        detail: "the URL is not percent-encoded UTF-8")
    case .noSuchResource:
      Problem(
        slug: "not-found", title: "Not found", status: 404,
        detail: "nothing is served at this path: the landing page at / lists what is")
    case .noSuchItem(let kind, let id):
      Problem(
        slug: "not-found", title: "Not found", status: 404,
        detail: "no \(kind) \"\(PlainText.excerpt(id))\" in this register")
    case .methodNotAllowed(let allowed):
      Problem(
        slug: "method-not-allowed", title: "Method not allowed", status: 405,
        detail: "this resource answers \(allowed.joined(separator: ", ")) only",
        headers: [HeaderField("Allow", allowed.joined(separator: ", "))])
    case .notAcceptable(let offered):
      Problem(
        slug: "not-acceptable", title: "Not acceptable", status: 406,
        detail: "offered here: \(offered.joined(separator: ", "))")
    case .tooLarge(let name, let maximum):
      Problem(
        slug: "too-large", title: "Too large", status: 413,
        detail: "\(name) is over the limit: write \(maximum) or less")
    case .tooManyPixels(let width, let height, let most):
      Problem(
        slug: "too-large", title: "Too large", status: 413,
        detail: "that would be \(width) x \(height), over the limit of \(most): ask for less "
          + "ground or a larger scale-denominator")
    case .outsideAxis(let axis, let range):
      Problem(
        slug: "outside-axis", title: "Outside the axis", status: 404,
        detail: "nothing of the axis \(PlainText.excerpt(axis)) is there: it goes from \(range)")
    case .noSuchRange(let length):
      Problem(
        slug: "no-such-range", title: "Range not satisfiable", status: 416,
        detail: "the part begins beyond the end: there are \(length) bytes",
        headers: [HeaderField("Content-Range", "bytes */\(length)")])
    case .targetTooLong(let limit):
      Problem(
        slug: "target-too-long", title: "URL too long", status: 414,
        detail: "path and query are longer than \(limit) bytes")
    case .headersTooLarge(let limit):
      Problem(
        slug: "headers-too-large", title: "Header fields too large", status: 431,
        detail: "the request's header is over the limit of \(limit)")
    case .missingHost:
      Problem(
        slug: "missing-host", title: "Missing host", status: 400,
        detail: "the request names no host: send a Host field")
    case .foreignHost(let host):
      Problem(
        slug: "foreign-host", title: "Misdirected request", status: 421,
        detail: "this service is not \"\(PlainText.excerpt(host))\": use localhost or 127.0.0.1")
    case .tooSlow:
      Problem(
        slug: "too-slow", title: "Out of time", status: 503,
        detail: "the question took too long: ask for a smaller area or time, or try again",
        headers: [.retryAfter(5)])
    case .busy:
      Problem(
        slug: "busy", title: "Busy", status: 503,
        detail: "too many questions wait already: try again in a moment",
        headers: [.retryAfter(1)])
    }
  }

  /// A filter's fault, with a caret below the place where its text is at hand.
  private static func problem(for error: FilterError, in text: String?) -> Problem {
    let caret = text.flatMap { error.caret(in: Array($0.utf8)) }.map { "\n" + $0 } ?? ""
    return Problem(
      slug: "bad-filter", title: "Filter refused", status: 400, detail: "\(error)\(caret)")
  }

  private static func problem(for error: InquiryError) -> Problem {
    switch error {
    case .beforeFirstRecord:
      Problem(
        slug: "before-first-record", title: "Before the first record", status: 410,
        detail: error.description)
    case .unknownPlace(let id):
      Problem(
        slug: "unknown-place", title: "Unknown place", status: 400,
        detail: "no place \(id): /collections/places/items lists them")
    case .noClaimMatches(let pattern, let incident):
      Problem(
        slug: "no-claim-matches", title: "No claim matches", status: 400,
        detail: "no claim about \(incident) matches \"\(pattern.text)\"")
    case .tooManyIncidents:
      Problem(
        slug: "too-many-incidents", title: "Too many incidents", status: 400,
        detail: error.description)
    case .unlocatedPlace, .badArea:
      Problem(
        slug: "no-area", title: "No usable area", status: 400, detail: error.description)
    }
  }

  private static func problem(for fault: MapFault) -> Problem {
    switch fault {
    case .unknownPlace(let name, let candidates):
      Problem(
        slug: "unknown-place", title: "Unknown place", status: 404,
        detail: "no place \"\(PlainText.excerpt(name))\""
          + (candidates.isEmpty
            ? "" : ": is it \(candidates.map(PlainText.excerpt).joined(separator: ", "))?"))
    case .unlocatedPlace(let name):
      Problem(
        slug: "no-area", title: "No usable area", status: 404,
        detail: "the name \"\(PlainText.excerpt(name))\" is known but its place is not")
    }
  }
}
