public import Inquiry
public import MapRendering
public import Records
public import SimpleFeatures

/// Something that happened to the viewer: the one way in which its state changes.
public enum ViewerEvent: Sendable {
  /// The terminal sent something.
  case input(InputEvent)
  /// Something was asked for by name, without a key.
  case action(ViewerAction)
  /// A place or a position to go to, as typed.
  case goTo(String)
  /// A filter, as typed; empty for none.
  case filter(String)
  /// A line of what is open was chosen, from 0.
  case choose(Int)
  /// An incident was chosen.
  case focus(IncidentID)
  /// A day of events was chosen.
  case happened(CivilDate)
  /// A day of knowledge was chosen; `nil` for now.
  case asOf(CivilDate?)
  /// The length of a step was chosen.
  case unit(TimeSlider.Unit)
  /// The time of one step of playing has passed.
  case tick
  /// The terminal has another size.
  case resized(CellSize)
  /// The question was answered.
  case answered(ViewerAnswer)
  /// What became of looking for a place.
  case found(PlaceFinding)
  /// The lines of an incident's dossier; `nil` where the source knows no such incident.
  case dossier(IncidentID, lines: [String]?)
  /// Something could not be done, in one line.
  case failed(String)
}

/// What the viewer wants done outside itself.
public enum ViewerEffect: Hashable, Sendable {
  /// A place is to be looked for by its name.
  case find(String)
  /// A place's area is to be fetched.
  case fetch(PlaceID)
  /// An incident's dossier is to be fetched, in lines of so many columns.
  case open(IncidentID, columns: Int)
  /// The screen is to be drawn afresh, whatever stands there.
  case redraw
  /// The program is to stop until it is continued.
  case suspend
  /// The viewer is left.
  case quit
}

/// An answer to the viewer's question.
public struct ViewerAnswer: Sendable {
  /// The question that was answered.
  public let query: IncidentQuery
  /// Every incident that matches.
  public let incidents: Incidents
  /// The box that the map is about.
  public let home: Envelope

  /// Puts an answer together.
  ///
  /// - Parameters:
  ///   - query: The question that was answered.
  ///   - incidents: Every incident that matches.
  ///   - home: The box that the map is about.
  public init(query: IncidentQuery, incidents: Incidents, home: Envelope) {
    self.query = query
    self.incidents = incidents
    self.home = home
  }
}

/// What became of looking for a place.
public enum PlaceFinding: Hashable, Sendable {
  /// One place with an area.
  case place(name: String, envelope: Envelope)
  /// Several places that the words may mean.
  case ambiguous([PlaceChoice])
  /// No place of that name; the nearest names.
  case unknown(String, nearest: [PlaceChoice])
  /// A name that is known, of a place that is not.
  case unlocated(String)
}

/// One of several places to choose from.
public struct PlaceChoice: Hashable, Sendable {
  /// The place.
  public let id: PlaceID
  /// Its name.
  public let name: String
  /// Whether it is known where it is.
  public let isLocated: Bool

  /// Makes a choice.
  ///
  /// - Parameters:
  ///   - id: The place.
  ///   - name: Its name.
  ///   - isLocated: Whether it is known where it is.
  public init(id: PlaceID, name: String, isLocated: Bool) {
    self.id = id
    self.name = name
    self.isLocated = isLocated
  }
}
