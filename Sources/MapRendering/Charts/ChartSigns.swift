/// The characters that charts are drawn with.
public struct ChartSigns: Sendable, Hashable {
  /// The ends of a range.
  public let least: Unicode.Scalar
  /// The same on the right.
  public let greatest: Unicode.Scalar
  /// What lies between them.
  public let between: Unicode.Scalar
  /// A range of one number.
  public let single: Unicode.Scalar
  /// Right of a range without a ceiling.
  public let open: Unicode.Scalar
  /// A mark on an axis.
  public let tick: Unicode.Scalar
  /// A full cell of a bar.
  public let full: Unicode.Scalar
  /// The steps of a sparkline, lowest first, for values above nought.
  public let steps: [Unicode.Scalar]

  /// Printable ASCII.
  public static let ascii = ChartSigns(
    least: "|", greatest: "|", between: "-", single: "*", open: ">", tick: "+", full: "#",
    steps: [".", ":", "-", "=", "+", "*", "#", "@"])
  /// Box-drawing lines and blocks.
  public static let unicode = ChartSigns(
    least: "├", greatest: "┤", between: "─", single: "◆", open: "→", tick: "┴", full: "█",
    steps: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"])
}
