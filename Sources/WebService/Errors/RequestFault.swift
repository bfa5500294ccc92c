import QueryLanguage

/// What is wrong with a request, by its facts; ``ErrorMapping`` gives each its status and words.
enum RequestFault: Error, Hashable, Sendable {
  /// A parameter cannot be used.
  case parameter(ParameterFault)
  /// A filter cannot be used, by the place in its text.
  case filter(FilterError, in: String)
  /// A query or path whose percent-encoding is broken.
  case badEncoding
  /// Nothing at this path.
  case noSuchResource
  /// No such item in a collection.
  case noSuchItem(kind: String, id: String)
  /// A method that the resource does not know.
  case methodNotAllowed(allowed: [String])
  /// None of the media types the client takes.
  case notAcceptable(offered: [String])
  /// A size beyond the limit.
  case tooLarge(parameter: String, maximum: Int)
  /// A size that follows from others and is beyond the limit.
  case tooManyPixels(width: Int, height: Int, most: String)
  /// A part of an axis that it does not have.
  case outsideAxis(axis: String, range: String)
  /// A part of a file that is beyond its end.
  case noSuchRange(length: UInt64)
  /// A path and query longer than the limit.
  case targetTooLong(limit: Int)
  /// Header fields beyond the limit.
  case headersTooLarge(limit: String)
  /// No host named.
  case missingHost
  /// A host that is not this service.
  case foreignHost(String)
  /// The source did not answer in time.
  case tooSlow
  /// Too many questions wait already.
  case busy
}

/// What is wrong with a parameter.
enum ParameterFault: Error, Hashable, Sendable {
  /// The resource does not take it.
  case unknown(String, allowed: [String])
  /// It is given twice.
  case repeated(String)
  /// The value is not one that it allows.
  case badValue(parameter: String, value: String, wanted: String)
  /// A part of a value is not one that it allows, at a character counted from 1.
  case badPart(parameter: String, place: Int, wanted: String)
  /// Two that cannot stand together.
  case conflicting(String, String)
}
