/// The colours of symbols, after the Okabe–Ito set, and a neutral.
///
/// What is shown keeps these hues, moved apart where colour-blind readers would still confuse them
/// on a screen. Colour is never the only sign: every class has its own shape and its word in the
/// legend.
///
/// - Note: Source – M. Okabe and K. Ito, Color Universal Design, 2008.
public enum MapColour: UInt8, Sendable, Hashable, CaseIterable {
  /// E69F00.
  case orange
  /// 56B4E9.
  case skyBlue
  /// 009E73.
  case bluishGreen
  /// F0E442.
  case yellow
  /// 0072B2.
  case blue
  /// D55E00.
  case vermillion
  /// CC79A7.
  case reddishPurple
  /// The colour of ordinary text.
  case neutral
}
