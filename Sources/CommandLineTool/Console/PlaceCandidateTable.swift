import Atlas
import Gazetteer
import Inquiry
import JSONText
import MapRendering
import Records
import SimpleFeatures

/// The places that a name may mean, best first, for people and for programs.
struct PlaceCandidateTable {
  let candidates: [GazetteerCandidate]
  let atlas: Atlas

  /// The table's lines.
  func lines(width: Int?, ascii: Bool) -> [String] {
    var table = TextTable([
      .init(title: "ID"), .init(title: "SCORE", alignment: .trailing), .init(title: "NAME"),
      .init(title: "KIND"), .init(title: "BANK"), .init(title: "WITHIN"),
      .init(title: "PLACE", shrinksTo: 12),
      .init(title: "WHY", overflow: .wrap),
    ])
    for candidate in candidates {
      let place = atlas.place(candidate.id)
      table.add([
        candidate.id.text, score(candidate.score), place?.title ?? candidate.name.text,
        place?.kind.code ?? "", place?.bank.code ?? "",
        place?.parent.flatMap { atlas.place($0)?.title } ?? "",
        whereabouts(of: place, candidate), "\(candidate.reason.words) “\(candidate.name.text)”",
      ])
    }
    return table.lines(width: width, ascii: ascii)
  }

  private func whereabouts(of place: Place?, _ candidate: GazetteerCandidate) -> String {
    if let location = place?.location {
      return "±\(HarmText.distance(location.precisionMeters))"
        + (location.isApproximate ? " approximate" : "")
    }
    return atlas.area(of: candidate.id)?.basis == .bankHalf
      ? "computed area" : "known name, unknown place"
  }

  private func score(_ score: Double) -> String {
    let hundredths = Int((score * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  /// Writes the candidates as an array.
  func write(into writer: inout JSONWriter) {
    writer.beginArray()
    for candidate in candidates {
      let place = atlas.place(candidate.id)
      writer.beginObject()
      writer.key("id")
      writer.string(candidate.id.text)
      writer.key("name")
      writer.string(place?.title ?? candidate.name.text)
      writer.key("matched_name")
      writer.string(candidate.name.text)
      writer.key("score")
      writer.number((candidate.score * 1_000).rounded() / 1_000)
      writer.key("reason")
      writer.string(candidate.reason.words)
      writer.key("kind")
      writer.string(place?.kind.code)
      writer.key("bank")
      writer.string(place?.bank.code)
      writer.key("parent")
      writer.string(place?.parent?.text)
      writer.key("located")
      writer.boolean(atlas.area(of: candidate.id) != nil && candidate.isLocated)
      writer.key("longitude")
      writer.number(place?.location?.geometry.position?.longitude)
      writer.key("latitude")
      writer.number(place?.location?.geometry.position?.latitude)
      writer.key("precision_m")
      writer.number(place?.location?.precisionMeters)
      writer.endObject()
    }
    writer.endArray()
  }
}
