import SimpleFeatures

/// `scale-denominator`: how many units on the ground one of the same unit on the display stands for.
///
/// - Note: Source – OGC API Maps Part 1, `/req/scaling/scale-denominator-definition`.
enum ScaleDenominatorParameter: RequestParameter {
  static let declaration = ParameterDeclaration(
    name: "scale-denominator",
    summary: "How many metres on the ground one metre on the display stands for; a pixel is 0.28 "
      + "mm unless mm-per-pixel says otherwise, a column of text 8 pixels.",
    form: .number, wanted: "a number from 1 to 1000000000, such as 50000")

  static func parse(_ text: String) -> Double? {
    PositiveNumber.parse(text, in: 1...1e9)
  }
}

/// `mm-per-pixel`: how large a pixel of the display is.
///
/// - Note: Source – OGC API Maps Part 1, `/req/display-resolution/mm-per-pixel-definition`.
enum PixelSizeParameter: RequestParameter {
  /// Millimetres of a pixel where nobody says how large it is.
  static let byDefault = 0.28

  static let declaration = ParameterDeclaration(
    name: "mm-per-pixel",
    summary: "How large a pixel of the display is, millimetres; 0.28 by default. It decides what "
      + "a scale-denominator shows; lines and signs have the same pixels at every scale.",
    form: .number, wanted: "a number from 0.001 to 100, such as 0.28")

  static func parse(_ text: String) -> Double? {
    PositiveNumber.parse(text, in: 0.001...100)
  }
}

private enum PositiveNumber {
  static func parse(_ text: String, in range: ClosedRange<Double>) -> Double? {
    guard text.utf8.count <= 30, let number = Double(strictDecimal: text[...]),
      range.contains(number)
    else { return nil }
    return number
  }
}

extension EndpointRequest {
  /// Ground metres of a pixel at the scale asked for; `nil` where no scale is asked for.
  func metersPerPixel() throws(ParameterFault) -> Double? {
    let millimeters = try value(of: PixelSizeParameter.self) ?? PixelSizeParameter.byDefault
    return try value(of: ScaleDenominatorParameter.self).map { $0 * millimeters / 1_000 }
  }
}
