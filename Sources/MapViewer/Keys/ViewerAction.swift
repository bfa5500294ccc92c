/// Everything that a key, a word or the mouse can ask of the viewer.
public enum ViewerAction: String, Sendable, Hashable, CaseIterable {
  case panLeft = "pan-left"
  case panRight = "pan-right"
  case panUp = "pan-up"
  case panDown = "pan-down"
  case pageLeft = "page-left"
  case pageRight = "page-right"
  case pageUp = "page-up"
  case pageDown = "page-down"
  case zoomIn = "zoom-in"
  case zoomOut = "zoom-out"
  case reset
  case goTo = "goto"
  case filter
  case nextIncident = "next-incident"
  case previousIncident = "previous-incident"
  case details
  case list
  case nextLayers = "next-layers"
  case previousLayers = "previous-layers"
  case tier
  case labels
  case legend
  case clock
  case unit
  case span
  case stepBack = "step-back"
  case stepForward = "step-forward"
  case firstDay = "first-day"
  case lastDay = "last-day"
  case play
  case allTime = "all-time"
  case link
  case redraw
  case suspend
  case cancel
  case help
  case quit

  /// What it does, for the help and the manual.
  public var words: String {
    switch self {
    case .panLeft: "move an eighth of the map west"
    case .panRight: "move an eighth of the map east"
    case .panUp: "move an eighth of the map north"
    case .panDown: "move an eighth of the map south"
    case .pageLeft: "move a whole map west"
    case .pageRight: "move a whole map east"
    case .pageUp: "move a whole map north"
    case .pageDown: "move a whole map south"
    case .zoomIn: "closer, about the middle"
    case .zoomOut: "wider, about the middle"
    case .reset: "back to the first view"
    case .goTo: "go to a place by name, or to lat,lon"
    case .filter: "keep the incidents that satisfy a CQL2 expression"
    case .nextIncident: "next incident in view"
    case .previousIncident: "previous incident in view"
    case .details: "open the dossier of the incident"
    case .list: "list the incidents, those without a point too"
    case .nextLayers: "next set of layers"
    case .previousLayers: "previous set of layers"
    case .tier: "next set of characters to draw with"
    case .labels: "names on or off"
    case .legend: "legend and notes on or off"
    case .clock: "time is when it happened, or what was published by then"
    case .unit: "step by days, weeks or months"
    case .span: "show the one day, or everything until it"
    case .stepBack: "one step back in time"
    case .stepForward: "one step on in time"
    case .firstDay: "to the first day"
    case .lastDay: "to the last day"
    case .play: "play through time, or stop"
    case .allTime: "all of time again"
    case .link: "tell how to see this view again"
    case .redraw: "draw the screen afresh"
    case .suspend: "stop the viewer, to go on with 'fg'"
    case .cancel: "close what is open"
    case .help: "this help"
    case .quit: "leave"
    }
  }
}
