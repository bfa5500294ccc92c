import MapRendering

/// The width and the height that a request gives, where it gives them.
struct AskedSize: Hashable, Sendable {
  let width: Int?
  let height: Int?

  /// The pixels of an image: what is not given follows from the shape, or is 1024 across.
  ///
  /// - Parameter shape: Height for width.
  /// - Returns: Width and height.
  /// - Throws: For a side that follows and is beyond the limit.
  func pixels(shape: Double) throws(RequestFault) -> CellSize {
    let most = CellSize(
      columns: MapQuestion.mostImageWidth, rows: MapQuestion.mostImageHeight)
    func whole(_ number: Double) -> Int { Int(min(max(number.rounded(), 1), 1e9)) }
    let pixels: CellSize
    switch (width, height) {
    case (let width?, let height?): pixels = CellSize(columns: width, rows: height)
    case (let width?, nil):
      pixels = CellSize(columns: width, rows: whole(Double(width) * shape))
    case (nil, let height?):
      pixels = CellSize(columns: whole(Double(height) / shape), rows: height)
    case (nil, nil):
      // As large as fits; what is long and narrow is a pixel across at least.
      let width = min(1_024, Double(most.rows) / shape)
      return CellSize(columns: whole(width), rows: whole(min(width, 1_024) * shape))
    }
    guard pixels.columns <= most.columns, pixels.rows <= most.rows else {
      throw .tooManyPixels(
        width: pixels.columns, height: pixels.rows, most: "\(most.columns) x \(most.rows) pixels")
    }
    return pixels
  }
}

extension EndpointRequest {
  /// The size asked for, in pixels of an image or characters of a text.
  func size(of form: MapQuestion.Form, isFramed: Bool) throws(RequestFault) -> AskedSize {
    AskedSize(
      width: try size(
        MapShortWidthParameter.self, MapWidthParameter.self,
        in: form.isImage
          ? (isFramed ? 160 : 1)...MapQuestion.mostImageWidth : MapQuestion.textWidths),
      height: try size(
        MapShortHeightParameter.self, MapHeightParameter.self,
        in: form.isImage
          ? (isFramed ? 80 : 1)...MapQuestion.mostImageHeight : MapQuestion.textHeights))
  }

  /// The value of a parameter with a short and a long name, of which one may be given.
  private func size<Short: RequestParameter, Long: RequestParameter>(
    _ short: Short.Type, _ long: Long.Type, in range: ClosedRange<Int>
  ) throws(RequestFault) -> Int? where Short.Value == Int, Long.Value == Int {
    let (first, second): (Int?, Int?)
    do {
      (first, second) = (try value(of: short), try value(of: long))
    } catch { throw .parameter(error) }
    let name = (first == nil ? long.declaration : short.declaration).name
    guard first == nil || second == nil else {
      throw .parameter(.conflicting(short.declaration.name, long.declaration.name))
    }
    guard let size = first ?? second else { return nil }
    guard size <= range.upperBound else {
      throw .tooLarge(parameter: name, maximum: range.upperBound)
    }
    guard size >= range.lowerBound else {
      throw .parameter(
        .badValue(
          parameter: name, value: "\(size)",
          wanted: "a whole number from \(range.lowerBound) to \(range.upperBound)"))
    }
    return size
  }
}
