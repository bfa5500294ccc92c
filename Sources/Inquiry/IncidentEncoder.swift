/// Writes an answer in one format, feature by feature, so that memory stays flat while a million
/// pass.
///
/// Every format conforms once, for the command line and the server alike. Calls come in the order
/// `begin`, any number of `encode`, `end`; each appends to the buffer it is given. An encoder that
/// takes up where others left begins with `resume` and does not end.
public protocol IncidentEncoder {
  /// Writes what stands before the first feature.
  ///
  /// - Parameters:
  ///   - page: The answer that the features belong to; its own features are not written here.
  ///   - buffer: Where bytes are appended.
  mutating func begin(_ page: IncidentPage, into buffer: inout [UInt8])

  /// Takes up an answer behind its first features, which another encoder of the same kind wrote: so
  /// several write one answer, each some pieces of it, and the bytes in order are those of one.
  ///
  /// - Parameter page: The answer that the features belong to.
  mutating func resume(_ page: IncidentPage)

  /// Writes one feature.
  ///
  /// - Parameters:
  ///   - feature: The feature.
  ///   - buffer: Where bytes are appended.
  mutating func encode(_ feature: IncidentFeature, into buffer: inout [UInt8])

  /// Writes what stands after the last feature.
  ///
  /// - Parameter buffer: Where bytes are appended.
  mutating func end(into buffer: inout [UInt8])
}
