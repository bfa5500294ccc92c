/// How a table of fixed shape lies in a FlatBuffer: its vtable, and where each field is.
///
/// Made once for a shape and used for every table of it.
///
/// - Note: Source – FlatBuffers, "FlatBuffer Internals", sections Tables and Struct alignment: a
///   table starts with the signed distance back to its vtable; the vtable holds its own size, the
///   table's, and for each field the distance from the table's start, 0 where it is absent.
struct FlatBufferLayout {
  /// How wide a field is, in bytes; an offset to another object has 4.
  enum Width: Int {
    case byte = 1
    case short = 2
    case int = 4
    case long = 8

    static let offset = Width.int
  }

  /// The vtable's bytes.
  let vtable: [UInt8]
  /// The table's bytes, the distance to the vtable with them.
  let size: Int
  /// What the table's place must be a multiple of.
  let alignment: Int
  private let distances: [Int]

  /// Lays out fields in the order of the schema; `nil` is an absent one.
  init(_ fields: [Width?]) {
    var end = 4
    var widest = 4
    distances = fields.map { width in
      guard let width else { return 0 }
      let place = (end + width.rawValue - 1) / width.rawValue * width.rawValue
      end = place + width.rawValue
      widest = max(widest, width.rawValue)
      return place
    }
    size = end
    alignment = widest
    vtable = ([4 + 2 * fields.count, end] + distances).flatMap {
      [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)]
    }
  }

  /// The distance of a field from the table's start.
  subscript(field: Int) -> Int { distances[field] }
}
