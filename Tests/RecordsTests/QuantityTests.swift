import Records
import Testing

/// Figures: unknown is not zero, and no figure has its ends reversed.
struct QuantityTests {
  private func quantity(_ minimum: Int?, _ maximum: Int?) -> Quantity? {
    Quantity(
      minimum: minimum, maximum: maximum, unit: .civilians, status: .killed, bound: .between)
  }

  @Test func `exists exactly when its ends are in order and not negative`() {
    let ends = [nil, .min, -1, 0, 1, 2, 141, .max] as [Int?]
    for minimum in ends {
      for maximum in ends {
        let isLawful =
          (minimum ?? 0) >= 0 && (maximum ?? 0) >= 0
          && (minimum.map { low in maximum.map { low <= $0 } ?? true } ?? true)
        let made = quantity(minimum, maximum)
        #expect((made != nil) == isLawful, "\(minimum as Any) \(maximum as Any)")
        #expect(made == nil || (made?.minimum == minimum && made?.maximum == maximum))
      }
    }
  }

  @Test func `an absent end stays absent`() throws {
    let upTo = try #require(quantity(nil, 200))
    #expect(upTo.minimum == nil)
    #expect(upTo != quantity(0, 200))
    #expect(quantity(nil, nil) != quantity(0, 0))
  }
}
