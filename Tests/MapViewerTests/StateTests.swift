import MapRendering
import MapViewer
import Records
import SimpleFeatures
import Testing

@Suite("The viewer's state")
struct StateTests {
  @Test("Moving an eighth and back, a whole map and back, ends where it began")
  func panning() async throws {
    var engine = try await engine()
    let start = try #require(engine.state.view)
    for (there, back) in [
      ("\u{1B}[A", "\u{1B}[B"), ("\u{1B}[C", "\u{1B}[D"), ("h", "\u{1B}[C"), ("j", "k"),
      ("\u{1B}[1;2A", "\u{1B}[1;2B"), ("\u{1B}[5~", "\u{1B}[6~"),
    ] {
      _ = await engine.type(there)
      #expect(engine.state.view != start, "\(there.debugDescription)")
      _ = await engine.type(back)
      #expect(engine.state.view == start, "\(there.debugDescription)")
    }
    _ = await engine.type("\u{1B}[C")
    let center = try #require(engine.state.view?.center)
    let columns = Double(max(1, engine.state.pictureSize.columns / 8))
    let expected =
      start.center.longitude
      + columns / Double(start.width) * (start.envelope.east - start.envelope.west)
    #expect(abs(center.longitude - expected) < 1e-6)
  }

  @Test("Zooming keeps the middle, the wheel keeps what is under the pointer, 0 goes back")
  func zooming() async throws {
    var engine = try await engine()
    let start = try #require(engine.state.view)
    _ = await engine.type("+")
    let near = try #require(engine.state.view)
    #expect(near.metersAcross < start.metersAcross)
    #expect(abs(near.center.longitude - start.center.longitude) < start.envelope.width / 50)
    _ = await engine.type("0")
    _ = engine.frame()
    #expect(engine.state.view == start)
    // The picture's row 10 is the screen's row 11.
    let under = try #require(start.position(column: 30, row: 10))
    _ = await engine.type("\u{1B}[<64;31;12M")
    let kept = try #require(engine.state.view?.cell(of: under))
    #expect(kept == (30, 10))
  }

  @Test("A drag carries the ground along with the pointer")
  func dragging() async throws {
    var engine = try await engine()
    let start = try #require(engine.state.view)
    let held = try #require(start.position(column: 40, row: 9))
    _ = await engine.type("\u{1B}[<0;41;11M\u{1B}[<32;46;12M\u{1B}[<32;51;14M\u{1B}[<0;51;14m")
    let cell = try #require(engine.state.view?.cell(of: held))
    #expect(cell == (50, 12))
    #expect(engine.state.focus == nil, "a drag is no click")
  }

  @Test("n and N go through the incidents in view by day, round and round, and are told in words")
  func focus() async throws {
    var engine = try await engine()
    await expect(
      &engine, "n",
      says: "1 of 4 in view: S1, 13 March 2017, 4 killed, not graded: Strike S1, within 300 m.")
    // The one known only to the city has no point to go to.
    var ids: [String] = []
    for _ in 0..<4 {
      _ = await engine.type("n")
      ids.append(engine.state.focus?.text ?? "")
    }
    #expect(ids == ["S2", "S3", "S5", "S1"])
    #expect(await engine.said(after: "N").hasPrefix("4 of 4 in view: S5, "))
    await expect(&engine, "\u{1B}[27u", says: "4 of 5 incidents in view.")
    #expect(engine.state.focus == nil)
  }

  @Test("Only what is in view is gone to")
  func focusInView() async throws {
    var engine = try await engine { start in
      start.view = ViewerState.Camera(
        center: Position(longitude: 43.14, latitude: 36.34), metersAcross: 1_500)
    }
    #expect(await engine.said(after: "n").contains(": S3, 17 March 2017, 141 killed"))
    #expect(await engine.said(after: "n").hasPrefix("1 of 1 in view: "))
    _ = await engine.type("\u{1B}[1;2A\u{1B}[1;2A")
    await expect(&engine, "n", says: "No incident is in view as a point.")
  }

  @Test("A click chooses what is under the pointer; beside everything it tells the position")
  func clicking() async throws {
    var engine = try await engine()
    let cell = try #require(
      engine.state.view?.cell(of: Position(longitude: 43.14, latitude: 36.34)))
    let press = "\(cell.column + 1);\(cell.row + 2)"
    #expect(
      await engine.said(after: "\u{1B}[<0;\(press)M\u{1B}[<0;\(press)m").hasPrefix("S3, "))
    #expect(await engine.said(after: "\u{1B}[<0;2;2M\u{1B}[<0;2;2m").contains(" N 4"))
    #expect(engine.state.focus == nil)
  }

  @Test("Time is stepped and played day by day, and stops at the end")
  func time() async throws {
    var engine = try await engine()
    await expect(&engine, "]", says: "13 March 2017: 1 of 1 incident in view.")
    await expect(&engine, "]", says: "14 March 2017: 1 of 1 incident in view.")
    await expect(&engine, "]", says: "15 March 2017: no incidents.")
    await expect(&engine, "w", says: "Shown: all that happened until then.")
    #expect(engine.state.incidents.numberMatched == 2)
    await expect(&engine, "}", says: "until 19 March 2017: 4 of 5 incidents in view.")
    await expect(&engine, "]", says: "That is the last day.")
    await expect(&engine, "x", says: "All of time: 4 of 5 incidents in view.")
    _ = await engine.type("w ")
    #expect(engine.state.slider.isPlaying)
    var days: [String] = [engine.state.days?.description ?? ""]
    while engine.state.slider.isPlaying, days.count < 20 {
      _ = await engine.take(.tick)
      if engine.state.slider.isPlaying { days.append(engine.state.days?.description ?? "") }
    }
    #expect(
      days == [
        "2017-03-13", "2017-03-14", "2017-03-15", "2017-03-16", "2017-03-17", "2017-03-18",
        "2017-03-19",
      ])
    #expect(engine.state.sentence == "The end of the record.")
    _ = await engine.type(" ")
    #expect(engine.state.days?.description == "2017-03-13", "from the end it begins again")
    await expect(&engine, " ", says: "Stopped.")
  }

  @Test("A click on the time bar goes to that day")
  func timeBar() async throws {
    var engine = try await engine()
    // The second row from below; the bar fills the middle of the screen.
    _ = await engine.type("\u{1B}[<0;45;29M")
    let day = try #require(engine.state.slider.event)
    #expect(engine.state.slider.eventRange?.contains(day) == true)
  }

  @Test("A filter is checked as it is typed in, and the old one stays where it is refused")
  func filter() async throws {
    var engine = try await engine()
    await expect(
      &engine, "/killed_max >= 100\r", says: "Filter killed_max >= 100: 1 of 1 incident in view.")
    _ = await engine.type("/\u{15}killed_max >> 3\r")
    let prompt = try #require(engine.state.panes.last)
    guard case .prompt(let open) = prompt else {
      Issue.record("the prompt is closed")
      return
    }
    #expect(open.fault?.column == 12)
    #expect(engine.state.filterText == "killed_max >= 100")
    let screen = engine.screen()
    #expect(screen.cursor.isShown)
    await expect(&engine, "\u{15}\r", says: "No filter: 4 of 5 incidents in view.")
    _ = await engine.type("/\u{1B}[A")
    guard case .prompt(let again)? = engine.state.panes.last else {
      Issue.record("no prompt")
      return
    }
    #expect(again.editor.text == "killed_max >> 3", "the arrow up recalls")
  }

  @Test(
    "A position is taken as latitude and longitude, or by its letters",
    arguments: [
      ("36.34,43.13", 43.13, 36.34), ("36.34 43.13", 43.13, 36.34), ("43.13E 36.34N", 43.13, 36.34),
      ("36.34 N, 43.13 E", 43.13, 36.34), ("-33.5,-70.25", -70.25, -33.5),
      ("33.5S 70.25W", -70.25, -33.5),
    ])
  func positions(text: String, longitude: Double, latitude: Double) async throws {
    var engine = try await engine()
    _ = await engine.type("g\(text)\r")
    let center = try #require(engine.state.view?.center)
    let column = try #require(engine.state.view).metersAcross / 100
    #expect(
      center.distanceMeters(to: Position(longitude: longitude, latitude: latitude)) < 3 * column)
  }

  @Test(
    "What is no position is looked for by its name", arguments: ["Old City", "95,43", "36.3N 43N"])
  func names(text: String) async throws {
    var engine = try await engine()
    await expect(&engine, "g\(text)\r", says: "No place is called \(text).")
  }

  @Test("Keys for the look change it and say so")
  func look() async throws {
    var engine = try await engine()
    await expect(&engine, "l", says: "Names off.")
    await expect(&engine, "L", says: "Legend off.")
    #expect(await engine.said(after: "t") != "")
    #expect(engine.state.capabilities.glyphs != .braille)
    await expect(&engine, "\t", says: "Shown: incidents on river and bridges, without districts.")
    await expect(&engine, "\t", says: "Shown: the map without incidents.")
    await expect(&engine, "\t", says: "Shown: all layers.")
    await expect(&engine, "\u{1B}[Z", says: "Shown: the map without incidents.")
    await expect(&engine, "§", says: "§ does nothing here; ? shows the keys.")
  }

  @Test("The list goes through all incidents, those without a point too, and opens a dossier")
  func list() async throws {
    var engine = try await engine(columns: 120)
    await expect(&engine, "i", says: "5 incidents, by day.")
    let wide = try #require(engine.state.view).width
    #expect(wide < 120, "the list stands beside the map")
    _ = await engine.type("\u{1B}[B\u{1B}[B\u{1B}[B")
    #expect(engine.state.focus?.text == "S4")
    _ = await engine.type("\r")
    guard case .dossier(let dossier)? = engine.state.panes.last else {
      Issue.record("no dossier")
      return
    }
    #expect(dossier.id.text == "S4")
    #expect(dossier.lines == ["S4 is not known as of the day shown."])
    _ = await engine.type("n")
    #expect(engine.state.focus?.text == "S5")
    _ = await engine.type("qq")
    #expect(engine.state.panes.isEmpty)
    #expect(engine.state.view?.width == 120)
  }

  @Test("Another size keeps the middle and the scale")
  func resizing() async throws {
    var engine = try await engine()
    let before = try #require(engine.state.view)
    _ = await engine.take(.resized(CellSize(columns: 60, rows: 20)))
    _ = engine.frame()
    let after = try #require(engine.state.view)
    #expect(after.width == 60)
    #expect(abs(after.metersAcross / before.metersAcross - 0.6) < 0.01)
    #expect(
      after.center.distanceMeters(to: before.center) < before.metersAcross / 100 * 3)
  }

  @Test("The link says everything that the view is")
  func link() async throws {
    var engine = try await engine()
    _ = await engine.type("n]/killed_max < 100\r")
    let link = DeepLink(engine.state)
    #expect(link.command.hasPrefix("sijil view --center 43.1"))
    #expect(
      link.command.hasSuffix(
        " --from 2017-03-13 --to 2017-03-13 --filter 'killed_max < 100' --focus S1"))
    let path = try #require(link.path)
    #expect(path.hasPrefix("/map?center=43."))
    #expect(path.hasSuffix("&datetime=2017-03-13/2017-03-13&filter=killed_max%20%3C%20100"))
    _ = await engine.type("x/\u{15}\r")
    #expect(DeepLink(engine.state).path?.contains("datetime") == false)
  }
}
