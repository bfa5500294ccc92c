import Inquiry
import MapRendering
import MapViewer
import Testing

@Suite("The spoken viewer")
struct SpokenTests {
  private func viewer() async throws -> SpokenViewer {
    var start = ViewerState.Start()
    start.question.includesUndated = false
    let state = try ViewerState(
      start, size: CellSize(columns: 80, rows: 24), capabilities: RenderCapabilities())
    var viewer = SpokenViewer(
      state, desk: ViewerDesk(source: FixtureSource()) { _, _ in ["└ one → two", "", "rest"] })
    let greeting = await viewer.begin()
    #expect(greeting == ["4 of 5 incidents in view.", "Type help for the words."])
    return viewer
  }

  @Test("Each change is one sentence")
  func sentences() async throws {
    var viewer = try await viewer()
    for (line, expected) in [
      ("next", "1 of 4 in view: S1, 13 March 2017, 4 killed, not graded: Strike S1, within 300 m."),
      ("on 2017-03-17", "17 March 2017, S1 not among them: 1 of 2 incidents in view."),
      ("forward", "18 March 2017: no incidents."),
      ("as of 2017-04-01", "18 March 2017, as published by 1 April 2017: no incidents."),
      ("all time", "All of time: 4 of 5 incidents in view."),
      ("filter killed_max > 50", "Filter killed_max > 50: 2 of 2 incidents in view."),
      ("filter", "No filter: 4 of 5 incidents in view."),
      ("go Nowhere", "No place is called Nowhere."),
      ("on yesterday", "\"yesterday\" is no day; write it as 2017-03-17."),
      ("dance", "\"dance\" is not understood; help lists the words."),
      ("99", "There is no number 99."), ("more", "Nothing more is listed."),
      ("details S9", "No incident S9 is among those shown."),
      ("month", "One step is one month."), ("span", "Shown: all that happened until then."),
    ] {
      let said = await viewer.take(line)
      #expect(said == [expected], "\(line)")
    }
    let quit = await viewer.take("quit")
    #expect(quit == nil)
  }

  @Test("Lists are numbered, and a number opens what stands there")
  func lists() async throws {
    var viewer = try await viewer()
    let list = try #require(await viewer.take("list"))
    #expect(list.count == 5)
    #expect(
      list[3] == "4. S4, 17 March 2017, number killed unknown, not graded: Strike S4, within 12 km."
    )
    let opened = await viewer.take("4")
    #expect(opened == ["S4 is not known as of the day shown."])
  }

  @Test("Playing tells the next step that has something to tell, and the end")
  func playing() async throws {
    var viewer = try await viewer()
    var said = try #require(await viewer.take("play"))
    #expect(viewer.isPlaying)
    var turns = 0
    while viewer.isPlaying, turns < 20 {
      said += await viewer.tick()
      turns += 1
    }
    #expect(
      said == [
        "13 March 2017: 1 of 1 incident in view.", "14 March 2017: 1 of 1 incident in view.",
        "17 March 2017: 1 of 2 incidents in view.", "19 March 2017: 1 of 1 incident in view.",
        "The end of the record.",
      ])
  }

  @Test("The help names every word that is understood")
  func help() async throws {
    var viewer = try await viewer()
    let help = try #require(await viewer.take("help")).joined(separator: "\n")
    for word in [
      "next", "previous", "list", "more", "details", "go", "north", "in", "out", "where", "filter",
      "on", "as of", "day", "forward", "clock", "span", "play", "link", "quit",
    ] {
      #expect(help.contains(word), "\(word)")
    }
  }
}
