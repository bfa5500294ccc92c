/// Sends a PNG by the kitty graphics protocol, under the text and without an answer.
///
/// - Note: Source – kitty documentation, Terminal graphics protocol: `a=T` sends and shows, `f=100`
///   is PNG, `C=1` leaves the cursor, a negative `z` is under the text, `q=2` forbids replies; an
///   image sent with the number `i` of another, and shown as the same placement `p`, replaces it;
///   `a=d,d=I` takes an image off the screen and frees its data.
enum KittyEncoder {
  /// Base64 signs of one escape sequence.
  static let chunkSize = 4096

  /// Writes the sequences.
  ///
  /// - Parameters:
  ///   - png: A whole file.
  ///   - cells: The cells that the image is stretched over, from the cursor.
  ///   - id: The number under which the image is kept and the next one replaces it; `nil` for an
  ///     image that stays where it was printed.
  /// - Returns: One escape sequence for each 4096 signs.
  /// - Complexity: O(*n*) in the bytes.
  static func encode(_ png: [UInt8], cells: CellSize, id: UInt32? = nil) -> [UInt8] {
    let name = id.map { ",i=\($0),p=1" } ?? ""
    let data = base64(png)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(data.count + data.count / 200 + 100)
    for start in stride(from: 0, to: data.count, by: chunkSize) {
      let end = min(start + chunkSize, data.count)
      let more = end < data.count ? 1 : 0
      let keys =
        start == 0
        ? "a=T,f=100\(name),q=2,C=1,z=-1,c=\(cells.columns),r=\(cells.rows),m=\(more)" : "m=\(more)"
      bytes += Array("\u{1B}_G\(keys);".utf8) + data[start..<end] + Array("\u{1B}\\".utf8)
    }
    return bytes
  }

  /// The sequence that takes an image off the screen and out of the terminal's memory.
  static func removal(id: UInt32) -> [UInt8] { Array("\u{1B}_Ga=d,d=I,i=\(id),q=2\u{1B}\\".utf8) }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// - Note: Source – RFC 4648 §4.
  static func base64(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    let alphabet = Self.alphabet
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let count = min(3, bytes.count - start)
      var group = Int(bytes[start]) << 16
      if count > 1 { group |= Int(bytes[start + 1]) << 8 }
      if count > 2 { group |= Int(bytes[start + 2]) }
      text.append(alphabet[group >> 18])
      text.append(alphabet[group >> 12 & 63])
      text.append(count > 1 ? alphabet[group >> 6 & 63] : UInt8(ascii: "="))
      text.append(count > 2 ? alphabet[group & 63] : UInt8(ascii: "="))
    }
    return text
  }
}
