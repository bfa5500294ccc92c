/// Which geometry of an incident is meant.
public enum IncidentGeometry: Sendable {
  /// The point that stands for it; its radius is among the properties.
  case point
  /// The union of its candidate areas.
  case support
}
