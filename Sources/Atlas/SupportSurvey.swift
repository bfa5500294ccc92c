import Records
import SimpleFeatures

/// Which incidents have a support, the box around each, and since when one was known.
struct SupportSurvey {
  private(set) var boxes: [Envelope] = []
  private(set) var placed: [Int32] = []
  private(set) var unplaced: [Int32] = []
  private(set) var placedFrom: [Int32] = []

  init(of incidents: IncidentColumns, claims: ClaimColumns, areas: PlaceAreas) {
    let placeBoxes = areas.shapes.map { $0?.envelope }
    boxes.reserveCapacity(incidents.count)
    placed.reserveCapacity(incidents.count)
    placedFrom.reserveCapacity(incidents.count)
    let candidates = incidents.candidates
    for incident in 0..<incidents.count {
      var box: Envelope?
      var from = ClaimColumns.noDay
      for candidate in incidents.candidateOffsets[incident] {
        let own =
          candidates.discs[candidate].radiusMeters >= 0
          ? candidates.discs[candidate].box
          : candidates.place(of: candidate).flatMap { placeBoxes[Int($0)] }
        guard let own else { continue }
        box = box?.union(own) ?? own
        if let asserter = candidates.asserter(of: candidate) {
          from = min(from, claims.publicDays[asserter])
        }
      }
      placedFrom.append(from)
      if let box {
        boxes.append(box)
        placed.append(Int32(clamping: incident))
      } else {
        unplaced.append(Int32(clamping: incident))
      }
    }
  }
}
