/// The type of a property in formats whose columns have one.
public enum PropertyType: Sendable {
  /// Text, a code or an identifier.
  case text
  /// A day; text where a format only has dates with a time, which would claim a midnight that
  /// nobody reported.
  case day
  /// A whole number.
  case integer
  /// A number with a fraction.
  case number
  /// True or false.
  case truth
  /// Several texts or objects.
  case list
}
