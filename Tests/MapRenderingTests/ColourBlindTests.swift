import Testing

@testable import MapRendering

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What people with a colour vision deficiency see of the colours of grades.
@Suite struct ColourBlindTests {
  /// How colours are seen: rows of a matrix on linear RGB.
  ///
  /// - Note: Source – G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, A physiologically-based
  ///   model for simulation of color vision deficiency, IEEE TVCG 15(6) 2009, table for severity 1.
  static let visions: [(name: String, rows: [[Double]])] = [
    ("normal", [[1, 0, 0], [0, 1, 0], [0, 0, 1]]),
    (
      "protanopia",
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    ),
    (
      "deuteranopia",
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    ),
    (
      "tritanopia",
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    ),
  ]

  /// CIE Lab of a colour as it is seen, for the white of sRGB.
  private func lab(_ colour: UInt32, _ rows: [[Double]]) -> [Double] {
    let linear = [16, 8, 0].map { shift -> Double in
      let value = Double(colour >> UInt32(shift) & 0xFF) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    let seen = rows.map { row in
      min(max(zip(row, linear).reduce(0) { $0 + $1.0 * $1.1 }, 0), 1)
    }
    let toXYZ = [
      [0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505],
    ]
    let white = [0.9505, 1.0, 1.089]
    let f = zip(toXYZ, white).map { row, white -> Double in
      let value = zip(row, seen).reduce(0) { $0 + $1.0 * $1.1 } / white
      return value > 0.008856 ? cbrt(value) : 7.787 * value + 16.0 / 116
    }
    return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
  }

  /// The colours that the grades of harm have, in Cartography.
  static let grades: [MapColour] = [
    .vermillion, .orange, .reddishPurple, .skyBlue, .bluishGreen, .neutral,
  ]

  @Test(arguments: ColourTheme.allCases, [ColourDepth.palette256, .trueColour])
  func `Grades are 15 apart in Lab, however colours are seen`(
    theme: ColourTheme, depth: ColourDepth
  ) {
    let palette = Palette(depth: depth, theme: theme)
    for vision in Self.visions {
      let seen = Self.grades.map { lab(palette.rgb(ink: Ink.symbol($0).code), vision.rows) }
      for (index, first) in seen.enumerated() {
        for (other, second) in seen.enumerated().dropFirst(index + 1) {
          let distance = sqrt(zip(first, second).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) })
          #expect(
            distance >= 15,
            "\(vision.name): \(Self.grades[index]) and \(Self.grades[other]) are \(distance) apart")
        }
      }
    }
  }
}
