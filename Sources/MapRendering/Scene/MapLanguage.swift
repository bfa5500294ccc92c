/// The language of the words and names on a map.
public enum MapLanguage: String, Sendable, Hashable, CaseIterable {
  /// English words, names in Latin transliteration.
  case english = "en"
  /// Arabic words and names.
  case arabic = "ar"
}

/// How Arabic names come onto a map.
public enum ArabicPlacement: String, Sendable, Hashable, CaseIterable {
  /// A number on the canvas, the name last on a line of its own in the key: safe in any terminal.
  case key
  /// Shaped and in visual order on the canvas: only for terminals known not to reorder.
  case inline
}
