/// A point of a display list, in 1/256 columns both ways, from the upper left corner.
package struct DisplayPoint: Sendable, Hashable {
  package var x: Int
  package var y: Int

  package init(_ x: Int, _ y: Int) {
    self.x = x
    self.y = y
  }
}

/// Sizes of a display list.
package enum DisplayUnit {
  /// Units of a column; a row has as many as the cell's aspect says.
  package static let column = 256
  /// Pixels of a column at scale 1.
  package static let pixelsPerColumn = 8
  /// Units of a pixel at scale 1.
  package static let pixel = column / pixelsPerColumn
}

/// How the inside of a fill looks.
package enum FillPattern: Sendable, Hashable {
  case solid
  /// Rising lines, for areas in which something lies without a nearer place.
  case hatch
}

/// An area by the even–odd rule.
package struct DisplayFill: Sendable, Hashable {
  package var rings: [[DisplayPoint]]
  package var paint: Paint
  package var pattern = FillPattern.solid
}

/// A line with round joins.
package struct DisplayStroke: Sendable, Hashable {
  /// Each of at least two points.
  package var paths: [[DisplayPoint]]
  package var paint: Paint
  /// Units.
  package var width: Int
  /// Units on and off in turn; empty for an unbroken line.
  package var dash: [Int] = []
}

/// What symbols or several of them at one place look like.
package struct DisplaySymbol: Sendable, Hashable {
  package var shape: SymbolShape
  package var colour: MapColour
  package var center: DisplayPoint
  package var weight: MapSymbolWeight
  /// What stands in the pill where the sign is for several; `nil` for one alone.
  package var number: TerminalText?
  /// What it is in words, for readers who do not see it.
  package var words: String
}

/// What a text is for, which decides its size and colour.
package enum TextRole: Sendable, Hashable {
  case title
  case areaLabel
  case pointLabel
  /// On water: without an edge of paper.
  case waterLabel
  case legend
  case emphasis
  case note
  case graticule
}

/// Where a text stands to its point.
package enum TextAnchor: Sendable, Hashable {
  case start
  case middle
  case end
}

/// One line of text.
package struct DisplayText: Sendable, Hashable {
  /// Filtered text in logical order.
  package var text: TerminalText
  package var role: TextRole
  /// The point on the base line.
  package var origin: DisplayPoint
  package var anchor = TextAnchor.start
}

/// Anything drawn.
package enum DisplayShape: Sendable, Hashable {
  case fill(DisplayFill)
  case stroke(DisplayStroke)
  case symbol(DisplaySymbol)
  case text(DisplayText)
}

/// What a shape is painted with; each theme has its colour for it.
package enum Paint: Sendable, Hashable {
  case paper
  /// Tint class 1…4.
  case tint(UInt8)
  case landUse(MapLandUse)
  case water
  case hatch
  case border
  case enclosure
  case settlement
  case focus
  case road
  case minorRoad
  case railway
  case bridge
  case bridgeEdge
  case graticule
  case frame
  case text
  case faint
  case areaLabel
  case pointLabel
  case waterLabel
  case symbol(MapColour)
}
