import MapViewer
import Testing

@Suite("Key bindings")
struct KeyBindingsTests {
  @Test("Every action has a key, and every standard key is read back from its name")
  func standard() throws {
    for bindings in [KeyBindings.standard, .vim] {
      for action in ViewerAction.allCases {
        let keys = bindings.keys(for: action)
        #expect(!keys.isEmpty, "\(action)")
        for key in keys {
          let press = try #require(KeyPress(name: key), "\(key)")
          #expect(press.description == key)
          #expect(bindings.action(for: press) == action, "\(key)")
        }
      }
    }
  }

  @Test("A file changes keys, takes them away and may bind the signs of its own grammar")
  func file() throws {
    let bindings = try KeyBindings(
      parsing: """
        # my keys
        d = details
        = = zoom-out
        hash = list

        ctrl-up = page-up
        shift-f5 = redraw
        space = none
        """)
    func action(_ name: String) throws -> ViewerAction? {
      bindings.action(for: try #require(KeyPress(name: name)))
    }
    #expect(try action("d") == .details)
    #expect(try action("=") == .zoomOut)
    #expect(try action("hash") == .list)
    #expect(try action("shift-f5") == .redraw)
    #expect(try action("space") == nil)
    #expect(try action("q") == .quit)
    let vim = try KeyBindings(parsing: "preset = vim\nb = none")
    #expect(vim.action(for: KeyPress(.character("l"))) == .panRight)
    #expect(vim.action(for: KeyPress(.character("b"))) == nil)
  }

  @Test(
    "What is wrong is told with its line",
    arguments: [
      ("a = zoom-in\nwhat", 2, KeyBindingFault.Reason.noEqualsSign),
      ("\n\nhyper-x = quit", 3, .unknownKey("hyper-x")),
      ("x = explode", 1, .unknownAction("explode")),
      ("x = list\nx = help", 2, .boundTwice("x", earlier: 1)),
      ("q = none\nctrl-c = none", 2, .noKeyToQuit), ("shift-a = quit", 1, .unknownKey("shift-a")),
    ])
  func faults(text: String, line: Int, reason: KeyBindingFault.Reason) {
    let fault = #expect(throws: KeyBindingFault.self) { try KeyBindings(parsing: text) }
    #expect(fault?.line == line)
    #expect(fault?.reason == reason)
    #expect(fault?.description.contains("\n") == false)
  }
}
