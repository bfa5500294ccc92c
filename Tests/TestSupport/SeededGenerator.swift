#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A random generator that gives the same numbers for the same seed on every machine.
///
/// - Note: Source – SplitMix64; Steele, Lea and Flood, 2014, doi:10.1145/2660193.2660195.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  /// The seed to print, so that a failure can be replayed with `SIJIL_SEED`.
  public let seed: UInt64
  private var state: UInt64

  /// Makes a generator.
  ///
  /// - Parameter seed: `SIJIL_SEED` from the environment takes its place when set.
  public init(seed: UInt64) {
    let replayed = getenv("SIJIL_SEED").flatMap { UInt64(String(cString: $0)) }
    self.seed = replayed ?? seed
    state = self.seed
  }

  /// The next 64 random bits.
  ///
  /// - Returns: Uniform bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
