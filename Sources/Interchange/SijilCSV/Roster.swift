import Records

/// The records of one kind that a batch declares, and where each was declared.
struct Roster<Record: Identifiable> where Record.ID == Identifier<Record> {
  /// What became of a declared identifier.
  enum Slot {
    /// The record is being made; the ordinal leads into ``records``.
    case draft(Int)
    /// Its row was refused; what refers to it is not at fault.
    case refused
    /// The ledger holds it already.
    case duplicate
  }

  /// The records being made, in the order declared.
  var records: [Record] = []
  private var declared: [Identifier<Record>: (slot: Slot, line: Int)] = [:]

  /// What became of an identifier, or `nil` when no row declares it.
  func slot(of id: Identifier<Record>) -> Slot? { declared[id]?.slot }

  /// Whether a row declares the identifier.
  func declares(_ id: Identifier<Record>) -> Bool { declared[id] != nil }

  /// Declares an identifier; answers the line that declared it before, if one did.
  ///
  /// - Parameters:
  ///   - id: The identifier.
  ///   - line: The row's line.
  ///   - record: The record, or `nil` when its row was refused.
  ///   - isKnown: Whether the ledger holds it already.
  /// - Returns: The line of the first declaration, or `nil` when this is the first.
  mutating func declare(
    _ id: Identifier<Record>, line: Int, record: Record?, isKnown: Bool
  ) -> Int? {
    if let earlier = declared[id] { return earlier.line }
    if isKnown {
      declared[id] = (.duplicate, line)
    } else if let record {
      declared[id] = (.draft(records.count), line)
      records.append(record)
    } else {
      declared[id] = (.refused, line)
    }
    return nil
  }
}

/// A kind of record that rows refer to by identifier.
enum RecordReference: Hashable {
  case source(SourceID)
  case place(PlaceID)
  case incident(IncidentID)
  case claim(ClaimID)
}

extension RecordReference: CustomStringConvertible {
  /// The kind and the identifier.
  var description: String {
    switch self {
    case .source(let id): "source \(id)"
    case .place(let id): "place \(id)"
    case .incident(let id): "incident \(id)"
    case .claim(let id): "claim \(id)"
    }
  }
}
