public import Inquiry
import SimpleFeatures

/// Writes incidents as FlatGeobuf: few with an index, many as a stream without one.
///
/// The index stands before the features and the features stand in its order, so an indexed file
/// cannot be written before the last feature is known. Up to 10,000 are kept as bytes and written
/// by ``end(into:)``; more are written as they come, without index and without a count, as the
/// format allows. ``IncidentFlatGeobufFile`` indexes any number whose features are at hand twice.
///
/// - Note: Source – FlatGeobuf 3: `features_count` 0 is unknown, `index_node_size` 0 no index.
public struct IncidentFlatGeobufEncoder: IncidentEncoder {
  /// The most features that are kept for an index.
  public static let bufferedFeatures = 10_000

  private let numberReturned: Int?
  private var writer: IncidentFlatGeobuf?
  private var header: FlatGeobufHeader?
  private var arrangement = FlatGeobufArrangement()
  private var kept: [UInt8] = []
  private var starts: [Int] = []

  /// Makes an encoder for one answer.
  ///
  /// - Parameter numberReturned: How many incidents will be written; by default those of the page.
  public init(numberReturned: Int? = nil) { self.numberReturned = numberReturned }

  /// Writes the header of a stream; that of an indexed file has to wait.
  ///
  /// - Parameters:
  ///   - page: The answer.
  ///   - buffer: Where bytes are appended.
  public mutating func begin(_ page: IncidentPage, into buffer: inout [UInt8]) {
    writer = IncidentFlatGeobuf(page)
    let header = IncidentFlatGeobuf.header(
      page, numberReturned: numberReturned ?? page.features.count)
    if numberReturned ?? page.features.count > Self.bufferedFeatures {
      buffer.append(contentsOf: header.encoded())
    } else {
      self.header = header
    }
  }

  /// Takes up the answer behind its first features; only a stream without an index can be.
  ///
  /// - Parameter page: The answer.
  public mutating func resume(_ page: IncidentPage) {
    writer = IncidentFlatGeobuf(page)
    header = nil
  }

  /// Writes or keeps one feature.
  ///
  /// - Parameters:
  ///   - feature: The incident.
  ///   - buffer: Where bytes are appended.
  public mutating func encode(_ feature: IncidentFeature, into buffer: inout [UInt8]) {
    guard let (bytes, box) = writer?.encode(feature) else { return }
    guard header != nil else {
      buffer.append(contentsOf: bytes)
      return
    }
    arrangement.note(box, size: bytes.count)
    starts.append(kept.count)
    kept.append(contentsOf: bytes)
  }

  /// Writes an indexed file; does nothing for a stream.
  ///
  /// - Parameter buffer: Where bytes are appended.
  public mutating func end(into buffer: inout [UInt8]) {
    guard var header else { return }
    header.complete(with: arrangement)
    buffer.append(contentsOf: header.encoded())
    let order = arrangement.order()
    arrangement.writeIndex(inOrder: order) { buffer.append(contentsOf: $0) }
    starts.append(kept.count)
    for ordinal in order {
      buffer.append(contentsOf: kept[starts[ordinal]..<starts[ordinal + 1]])
    }
    kept = []
    starts = []
    arrangement = FlatGeobufArrangement()
    self.header = nil
  }
}

/// Writes an answer of any size as an indexed FlatGeobuf file, in pieces.
///
/// Features are encoded twice: once to learn their boxes and sizes, once to write them in the order
/// of the index. So memory holds 48 bytes a feature while it is written, some hundred while they are
/// sorted, and nothing goes to disk but the file.
public struct IncidentFlatGeobufFile {
  private let answer: IncidentAnswer

  /// Takes an answer.
  ///
  /// - Parameter answer: Each of its features is asked for twice.
  public init(_ answer: IncidentAnswer) { self.answer = answer }

  /// Writes the file.
  ///
  /// - Parameter sink: Takes the pieces one after another.
  /// - Throws: What the sink throws, or what making the features throws.
  /// - Complexity: O(*n*), every feature encoded twice.
  public func write(to sink: ([UInt8]) throws -> Void) throws {
    var writer = IncidentFlatGeobuf(answer.head)
    var arrangement = FlatGeobufArrangement()
    try answer.forEach { feature in
      let (bytes, box) = writer.encode(feature)
      arrangement.note(box, size: bytes.count)
    }
    var header = IncidentFlatGeobuf.header(answer.head, numberReturned: answer.count)
    header.complete(with: arrangement)
    try sink(header.encoded())
    let order = arrangement.order()
    try arrangement.writeIndex(inOrder: order, to: sink)
    for ordinal in order {
      for feature in try answer.features(in: ordinal..<ordinal + 1) {
        try sink(writer.encode(feature).bytes)
      }
    }
  }
}

extension FlatGeobufHeader {
  /// Fills in what is known once every feature is.
  fileprivate mutating func complete(with arrangement: FlatGeobufArrangement) {
    envelope = arrangement.bounds.envelope
    featureCount = arrangement.count == 0 ? nil : arrangement.count
    indexNodeSize = arrangement.count == 0 ? nil : FlatGeobufIndex.usualNodeSize
  }
}
