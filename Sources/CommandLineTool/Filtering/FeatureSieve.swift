import Interchange

/// Lets the features of a stream through that match, in the framing in which they came.
struct FeatureSieve {
  private let filter: StreamFilter
  private var splitter = FeatureSplitter()
  private var isFirst = true
  /// How many features matched.
  private(set) var matched = 0

  init(_ filter: StreamFilter) { self.filter = filter }

  /// Reads the whole stream; memory holds one piece of it and the longest feature.
  mutating func run(from input: InputBytes, to console: Console) throws {
    while let piece = try input.next() {
      splitter.feed(piece)
      try drain(input.name, console)
      // Whoever waits at the other end sees what has matched so far.
      try console.flush()
    }
    splitter.finish()
    try drain(input.name, console)
  }

  private mutating func drain(_ name: String, _ console: Console) throws {
    do {
      while let piece = try splitter.next() {
        switch piece {
        case .opening(let bytes): try console.write(bytes)
        case .closing(let bytes): try console.write(bytes + [0x0A])
        case .feature(let record):
          guard try filter.matches(record) else { continue }
          matched += 1
          try write(record, to: console)
        }
      }
    } catch let error as FeatureStreamError {
      throw CommandError.badFeature(file: name, reason: error.description)
    } catch let error as StreamFilterError {
      throw CommandError.badFeature(file: name, reason: error.description)
    }
  }

  private mutating func write(_ record: FeatureRecord, to console: Console) throws {
    switch splitter.framing {
    case .collection:
      if !isFirst { try console.write([UInt8(ascii: ",")]) }
      try console.write(record.space)
      try console.write(record.bytes)
    case .separated:
      try console.write([0x1E])
      try console.write(record.bytes)
      try console.write([0x0A])
    case .lines, .values, nil:
      try console.write(record.bytes)
      try console.write([0x0A])
    }
    isFirst = false
  }
}
