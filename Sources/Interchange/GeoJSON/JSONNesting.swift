/// Follows brackets and strings of JSON, to find where an object ends without reading it.
///
/// What is between is not checked: whoever cuts the object out reads it afterwards.
struct JSONNesting {
  private var depth = 0
  private var isInString = false
  private var isEscaped = false

  /// Scans on until the bracket that closes the first one.
  ///
  /// - Parameters:
  ///   - bytes: The bytes; the first one ever scanned opens an object.
  ///   - start: Where scanning stopped before.
  /// - Returns: The index past the closing bracket, or `nil` when it is not there yet.
  mutating func end(in bytes: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    let count = bytes.count
    while index < count {
      let byte = bytes[index]
      index += 1
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth <= 0 { return index }
      default: break
      }
    }
    return nil
  }

  /// Inside one object already, for what follows its features.
  static let insideOne: JSONNesting = {
    var nesting = JSONNesting()
    nesting.depth = 1
    return nesting
  }()
}

/// Reads the first object of a stream up to its member `features`, or to its end where it has none.
struct CollectionHead {
  /// What was found.
  enum Finding {
    /// The index past the bracket that opens the features.
    case features(Int)
    /// The index past the object: it is no collection.
    case end(Int)
  }

  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  private var expectsName = false
  private var text: [UInt8]?
  private var name: [UInt8] = []
  private var type: [UInt8]?

  mutating func find(in bytes: Span<UInt8>, from start: Int) -> Finding? {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if isInString {
        takeString(byte)
        continue
      }
      switch byte {
      case UInt8(ascii: "\""):
        isInString = true
        if depth == 1, expectsName || name == Self.typeName { text = [] }
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        if depth == 1, byte == UInt8(ascii: "["), opensFeatures { return .features(index) }
        depth += 1
        expectsName = depth == 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        if depth <= 0 { return .end(index) }
      case UInt8(ascii: ",") where depth == 1:
        expectsName = true
        name = []
      default: break
      }
    }
    return nil
  }

  /// Whether the array that starts is that of a collection: a feature may have a member of this
  /// name too.
  private var opensFeatures: Bool {
    name == Self.featuresName && (type.map { $0 == Self.collectionName } ?? true)
  }

  private mutating func takeString(_ byte: UInt8) {
    if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = true
    } else if byte == UInt8(ascii: "\"") {
      isInString = false
      guard let text else { return }
      if expectsName { name = text } else { type = text }
      expectsName = false
      self.text = nil
      return
    }
    // Names and types that matter are short; what is longer is none of them.
    if let count = text?.count, count < 32 { text?.append(byte) }
  }

  private static let typeName = Array("type".utf8)
  private static let featuresName = Array("features".utf8)
  private static let collectionName = Array("FeatureCollection".utf8)
}
