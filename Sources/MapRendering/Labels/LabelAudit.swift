import JSONText

/// What became of the names of a picture, for checking the placement by machine.
public struct LabelAudit: Sendable, Hashable {
  /// A name on the picture with the cells that it covers.
  public struct Box: Sendable, Hashable {
    /// The ``MapPlace/id``.
    public let placeID: String
    /// Place in the order of priority, 0 first; `nil` for a river's name, which has none.
    public let priority: Int?
    /// Which of its names it is.
    public let form: LabelForm
    /// Leftmost column of the picture.
    public let column: Int
    /// Row of the picture.
    public let row: Int
    /// Columns that it covers.
    public let width: Int
    /// Whether its area is large enough that a name is due to it.
    public let isEligible: Bool
  }

  /// A hidden name that could stand where only names behind it in priority stand.
  public struct Violation: Sendable, Hashable {
    /// The ``MapPlace/id`` of the hidden name.
    public let hiddenID: String
    /// The ids of the names that stand in its way.
    public let holderIDs: [String]
  }

  /// Columns and rows of the picture.
  public let pictureSize: CellSize
  /// The names placed, in order of priority, rivers last.
  public let boxes: [Box]
  /// The ids of places in the picture without a name on it, in order of priority.
  public let hidden: [String]
  /// How many areas of six by one cells or more have their place in the picture.
  public let eligibleCount: Int
  /// How many of them are named, by a name, a short name or a number in the key.
  public let eligiblePlacedCount: Int
  /// Where priority was not kept.
  public let violations: [Violation]

  /// The share of the eligible areas that are named, 0…1; 1 where there is none.
  public var placedShare: Double {
    eligibleCount == 0 ? 1 : Double(eligiblePlacedCount) / Double(eligibleCount)
  }

  /// The audit as JSON: one object, members in a fixed order.
  ///
  /// - Returns: UTF-8 without white space.
  public var json: [UInt8] {
    var writer = JSONWriter(reserving: 64 * (boxes.count + hidden.count + 8))
    writer.beginObject()
    writer.key("columns")
    writer.integer(pictureSize.columns)
    writer.key("rows")
    writer.integer(pictureSize.rows)
    writer.key("labels")
    writer.beginArray()
    for box in boxes { box.write(to: &writer) }
    writer.endArray()
    writer.key("hidden")
    writer.beginArray()
    for id in hidden { writer.string(id) }
    writer.endArray()
    writer.key("eligible")
    writer.integer(eligibleCount)
    writer.key("eligiblePlaced")
    writer.integer(eligiblePlacedCount)
    writer.key("placedShare")
    writer.number(placedShare)
    writer.key("violations")
    writer.beginArray()
    for violation in violations {
      writer.beginObject()
      writer.key("hidden")
      writer.string(violation.hiddenID)
      writer.key("holders")
      writer.beginArray()
      for id in violation.holderIDs { writer.string(id) }
      writer.endArray()
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    return writer.takeBytes()
  }
}

extension LabelAudit.Box {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("place")
    writer.string(placeID)
    writer.key("priority")
    writer.integer(priority)
    writer.key("form")
    writer.string(form.code)
    writer.key("column")
    writer.integer(column)
    writer.key("row")
    writer.integer(row)
    writer.key("width")
    writer.integer(width)
    writer.key("eligible")
    writer.boolean(isEligible)
    writer.endObject()
  }
}

extension LabelForm {
  /// The form's word in JSON.
  var code: String {
    switch self {
    case .name: "name"
    case .shortName: "short-name"
    case .key: "key"
    }
  }
}

extension RenderedMap {
  /// What became of the names; worked out at each call.
  ///
  /// - Complexity: O(*h*·*a*), hidden names by anchors.
  public var audit: LabelAudit {
    let contenders = placer?.contenders ?? []
    let spots = placer?.spots ?? []
    let ranks = Dictionary(
      contenders.enumerated().map { (places[$0.element.place].id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let eligible = contenders.map { $0.isEligible }
    let hidden = contenders.indices.filter { spots[$0] == nil }
    return LabelAudit(
      pictureSize: pictureSize,
      boxes: placedLabels.map { label in
        let rank = ranks[label.placeID]
        return LabelAudit.Box(
          placeID: label.placeID, priority: rank, form: label.form, column: label.column,
          row: label.row, width: label.text.columns, isEligible: rank.map { eligible[$0] } ?? false)
      },
      hidden: hidden.map { places[contenders[$0].place].id },
      eligibleCount: eligible.count { $0 },
      eligiblePlacedCount: contenders.indices.count { eligible[$0] && spots[$0] != nil },
      violations: hidden.compactMap { index in
        placer?.claim(of: index).map { claim in
          LabelAudit.Violation(
            hiddenID: places[contenders[index].place].id,
            holderIDs: claim.blockers.map { places[contenders[$0].place].id })
        }
      })
  }
}
