public import Records

/// What lies open over the map; the last one gets the keys.
public enum ViewerPane: Hashable, Sendable {
  /// A line to type into.
  case prompt(Prompt)
  /// The incidents of the answer.
  case list(ScrollList)
  /// The dossier of an incident.
  case dossier(Dossier)
  /// Places to choose from.
  case places(Places)
  /// What the keys do.
  case help(ScrollList)

  /// A line to type into.
  public struct Prompt: Hashable, Sendable {
    /// What is asked for.
    public enum Purpose: Hashable, Sendable {
      case goTo
      case filter
    }

    /// What is asked for.
    public let purpose: Purpose
    /// What was typed.
    public var editor: LineEditor
    /// Why it was refused.
    public var fault: Fault?
    /// How far back in what was typed before; 0 for the line itself.
    var reach = 0
  }

  /// Why what was typed was refused.
  public struct Fault: Hashable, Sendable {
    /// How many characters stand before the place; `nil` where no place is at fault.
    public let column: Int?
    /// The reason, in one line.
    public let reason: String
  }

  /// The dossier of an incident.
  public struct Dossier: Hashable, Sendable {
    /// The incident.
    public let id: IncidentID
    /// Its lines; `nil` while they are fetched.
    public var lines: [String]?
    /// Where the reader is.
    public var place = ScrollList()
  }

  /// Places to choose from.
  public struct Places: Hashable, Sendable {
    /// Why there is a choice.
    public let title: String
    /// The places.
    public let choices: [PlaceChoice]
    /// Where the reader is.
    public var place = ScrollList()
  }
}

/// Sets of layers, in the order in which a key goes through them.
public enum LayerSet: String, Hashable, Sendable, CaseIterable {
  case everything
  case withoutDistricts
  case withoutIncidents

  /// What is shown, in words.
  public var words: String {
    switch self {
    case .everything: "all layers"
    case .withoutDistricts: "incidents on river and bridges, without districts"
    case .withoutIncidents: "the map without incidents"
    }
  }
}
