extension PixelCanvas {
  /// The canvas with at most so many colours: the rarest become the nearest of the others.
  ///
  /// - Parameters:
  ///   - limit: Colours that may be left, at least 1.
  ///   - kept: A colour that is never changed, nor given to pixels of another.
  ///   - pinned: Colours that mean something: where they occur they stay, however rare.
  /// - Returns: The same for the same pixels; equal distances and counts go by the colour's number.
  /// - Complexity: O(*p* + *c* · `limit`) in pixels and colours.
  func reduced(
    to limit: Int, keeping kept: UInt32? = nil, pinning pinned: Set<UInt32> = []
  ) -> PixelCanvas {
    var counts: [UInt32: Int] = [:]
    var run: (colour: UInt32, length: Int) = (0, 0)
    for pixel in pixels {
      if pixel != run.colour {
        counts[run.colour, default: 0] += run.length
        run = (pixel, 0)
      }
      run.length += 1
    }
    counts[run.colour, default: 0] += run.length
    let order = counts.filter { $0.value > 0 && $0.key != kept }
      .sorted { left, right in
        let (isPinned, isOtherPinned) = (pinned.contains(left.key), pinned.contains(right.key))
        if isPinned != isOtherPinned { return isPinned }
        return (right.value, left.key) < (left.value, right.key)
      }.map(\.key)
    let room = max(limit - (kept == nil ? 0 : 1), 1)
    guard order.count > room else { return self }
    let palette = order.prefix(room)
    var replacements: [UInt32: UInt32] = [:]
    for colour in order.dropFirst(room) {
      replacements[colour] = palette.min {
        (Self.distance($0, colour), $0) < (Self.distance($1, colour), $1)
      }
    }
    return mapped { replacements[$0] ?? $0 }
  }

  /// Squared distance, green counting most, as the eye has it.
  private static func distance(_ a: UInt32, _ b: UInt32) -> Int {
    func part(_ shift: UInt32) -> Int { Int(a >> shift & 0xFF) - Int(b >> shift & 0xFF) }
    let (red, green, blue) = (part(16), part(8), part(0))
    return 2 * red * red + 4 * green * green + 3 * blue * blue
  }
}
