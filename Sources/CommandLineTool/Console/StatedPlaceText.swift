import Atlas
import JSONText
import Ledger
import Records
import Register

/// The place of a claim as stated, what is recorded of it and what it may mean.
struct StatedPlaceText {
  private let stated: StatedPlace
  private let atlas: Atlas

  init(_ stated: StatedPlace, atlas: Atlas) {
    self.stated = stated
    self.atlas = atlas
  }

  private var table: PlaceCandidateTable {
    PlaceCandidateTable(candidates: stated.candidates, atlas: atlas)
  }

  func lines(width: Int?, ascii: Bool) -> [String] {
    let claim = stated.claim
    var lines = ["\(claim.id)  \(stated.claimant?.name ?? claim.claimant.text)"]
    lines.append("  place as stated  \(claim.placeAsStated.map { "“\($0)”" } ?? "none")")
    lines.append(
      "  recorded         "
        + (claim.placeCandidates.isEmpty
          ? "no place" : claim.placeCandidates.map(name).joined(separator: "; ")))
    for item in stated.locations {
      lines.append("  location of \(item.incident)  \(PlaceChoiceText.words(item, atlas: atlas))")
    }
    lines.append("")
    guard !stated.candidates.isEmpty else {
      lines.append(
        stated.words.map { "no place is called “\($0)”, nor anything like it" }
          ?? "the claim states no place")
      return lines
    }
    if stated.words != claim.placeAsStated, let words = stated.words {
      lines.append("candidates for “\(words)”, the words of a location")
    }
    return lines + table.lines(width: width, ascii: ascii)
  }

  private func name(_ candidate: PlaceCandidate) -> String {
    "\(PlaceChoiceText.name(candidate.place, atlas: atlas)), \(candidate.certainty.code)"
  }

  var json: [UInt8] {
    let claim = stated.claim
    var writer = JSONWriter(reserving: 4_096)
    writer.beginObject()
    writer.key("claim")
    writer.string(claim.id.text)
    writer.key("place_as_stated")
    writer.string(claim.placeAsStated)
    writer.key("words")
    writer.string(stated.words)
    writer.key("recorded")
    writer.beginArray()
    for candidate in claim.placeCandidates {
      writer.beginObject()
      writer.key("place")
      writer.string(candidate.place.text)
      writer.key("certainty")
      writer.string(candidate.certainty.code)
      writer.endObject()
    }
    writer.endArray()
    writer.key("locations")
    writer.beginArray()
    for item in stated.locations {
      writer.beginObject()
      writer.key("incident")
      writer.string(item.incident.text)
      writer.key("place_as_stated")
      writer.string(item.location.placeAsStated)
      writer.key("place")
      if case .place(let id)? = item.location.extent {
        writer.string(id.text)
      } else {
        writer.null()
      }
      writer.key("placed")
      writer.boolean(item.location.extent != nil)
      writer.endObject()
    }
    writer.endArray()
    writer.key("candidates")
    table.write(into: &writer)
    writer.endObject()
    writer.lineFeed()
    return writer.bytes
  }
}

/// What a choice of places did, in words.
struct PlaceChoiceText {
  private let claim: ClaimID
  private let places: [PlaceID]
  private let outcome: PlaceChoiceOutcome
  private let atlas: Atlas

  init(_ claim: ClaimID, _ places: [PlaceID], _ outcome: PlaceChoiceOutcome, atlas: Atlas) {
    self.claim = claim
    self.places = places
    self.outcome = outcome
    self.atlas = atlas
  }

  var lines: [String] {
    let names = places.map { Self.name($0, atlas: atlas) }.joined(separator: "; ")
    guard let entry = outcome.entry else {
      return ["\(claim) means \(names) already: nothing was recorded"]
    }
    let before = outcome.before.map { "\($0.place) (\($0.certainty.code))" }
    var lines = [
      "\(claim) means \(names)",
      "  before: \(before.isEmpty ? "no place" : before.joined(separator: "; "))",
      "  entry \(entry.sequence) by \(entry.author), \(entry.recordedAt): \(entry.reason)",
    ]
    for place in places where atlas.area(of: place) == nil {
      lines.append("  \(place) is a known name of an unknown place: nothing moves on the map")
    }
    for item in outcome.placed {
      lines.append(
        "  the location of \(item.incident) that it asserts has the place now: "
          + Self.words(item, atlas: atlas))
    }
    for item in outcome.left {
      lines.append(
        "  a location of \(item.incident) still has none: \(Self.words(item, atlas: atlas))")
    }
    return lines
  }

  static func name(_ place: PlaceID, atlas: Atlas) -> String {
    atlas.place(place).map { "\($0.title) (\(place))" } ?? place.text
  }

  static func words(_ item: AssertedLocation, atlas: Atlas) -> String {
    let stated = item.location.placeAsStated.map { "“\($0)” " } ?? ""
    switch item.location.extent {
    case .place(let id): return stated + "→ \(name(id, atlas: atlas))"
    case .disc(_, let radius): return stated + "→ a point ±\(HarmText.distance(radius))"
    case nil: return stated + "→ no place"
    }
  }
}
