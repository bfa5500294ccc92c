import Inquiry
import SimpleFeatures
import MapRendering
import Atlas
import ArgumentParser
import Gazetteer
import JSONText
import Records
import Register

/// `sijil places`: names in any spelling or script.
struct PlacesCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "places", abstract: "Find places by name, in any spelling or script.",
    usage: "sijil places <name> ... [<options>]",
    discussion: "Candidates come best first, each with a score from 0 to 1 and the reason.")

  @Argument(help: ArgumentHelp("The name, such as \"mosul jadida\".", valueName: "name"))
  var name: [String]
  @Option(help: "How many at most.")
  var limit: Int = 10
  @Option(help: "table or json.")
  var format: PlainFormat = .table
  @OptionGroup var display: DisplayOptions
  @OptionGroup var store: StoreOptions

  func run(on console: Console) async throws -> ExitStatus {
    let register = try store.open()
    let text = name.joined(separator: " ")
    let atlas = register.atlas
    let candidates = atlas.gazetteer.candidates(
      for: text, limit: max(1, limit), near: atlas.cityCenter)
    switch format {
    case .json: try console.write(json(candidates, register: register))
    case .table: try write(candidates, to: console, register: register)
    }
    return candidates.isEmpty ? .nothingMatched : .done
  }

  private func write(
    _ candidates: [GazetteerCandidate], to console: Console, register: Register
  ) throws {
    guard !candidates.isEmpty else {
      return try console.line("no place is called that, nor anything like it")
    }
    var table = TextTable([
      .init(title: "ID"), .init(title: "SCORE", alignment: .trailing), .init(title: "NAME"),
      .init(title: "KIND"), .init(title: "BANK"), .init(title: "WITHIN"), .init(title: "PLACE"),
      .init(title: "WHY"),
    ])
    for candidate in candidates {
      let place = register.atlas.place(candidate.id)
      table.add([
        candidate.id.text, score(candidate.score), place?.title ?? candidate.name.text,
        place?.kind.code ?? "", place?.bank.code ?? "",
        place?.parent.flatMap { register.atlas.place($0)?.title } ?? "",
        whereabouts(of: place, candidate, register: register),
        "\(candidate.reason.words) “\(candidate.name.text)”",
      ])
    }
    for line in table.lines(width: display.tableWidth(on: console)) { try console.line(line) }
  }

  private func whereabouts(
    of place: Place?, _ candidate: GazetteerCandidate, register: Register
  ) -> String {
    if let location = place?.location {
      return "±\(HarmText.distance(location.precisionMeters))"
        + (location.isApproximate ? " approximate" : "")
    }
    return register.atlas.area(of: candidate.id)?.basis == .bankHalf
      ? "computed area" : "known name, unknown place"
  }

  private func score(_ score: Double) -> String {
    let hundredths = Int((score * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  private func json(_ candidates: [GazetteerCandidate], register: Register) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginArray()
    for candidate in candidates {
      let place = register.atlas.place(candidate.id)
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
      writer.boolean(register.atlas.area(of: candidate.id) != nil && candidate.isLocated)
      writer.key("longitude")
      writer.number(place?.location?.geometry.position?.longitude)
      writer.key("latitude")
      writer.number(place?.location?.geometry.position?.latitude)
      writer.key("precision_m")
      writer.number(place?.location?.precisionMeters)
      writer.endObject()
    }
    writer.endArray()
    writer.lineFeed()
    return writer.bytes
  }
}

/// A table for people or JSON for programs.
enum PlainFormat: String, CaseIterable, ExpressibleByArgument {
  case table
  case json
}
