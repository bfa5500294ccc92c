import MapRendering
import Records

/// What of a scene is shown.
struct SceneLook: Equatable {
  let layers: LayerSet
  let showsNames: Bool
  let showsLegend: Bool
  let focus: IncidentID?
}

extension ViewerState {
  var sceneLook: SceneLook {
    SceneLook(layers: layers, showsNames: showsNames, showsLegend: showsLegend, focus: focus)
  }
}

extension MapScene {
  /// The scene with the layers that are wanted.
  func showing(_ look: SceneLook) -> MapScene {
    var layers = MapLayers.all
    if look.layers == .withoutDistricts { layers.remove(.districts) }
    if look.layers == .withoutIncidents { layers.remove(.symbols) }
    if !look.showsNames { layers.remove(.names) }
    var scene = showing(layers)
    scene.caption.furniture.remove(.hints)
    if !look.showsLegend { scene.caption.furniture.subtract([.legend, .key]) }
    scene.selection = look.layers == .withoutIncidents ? nil : look.focus?.text
    return scene
  }
}
