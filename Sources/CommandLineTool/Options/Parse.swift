import ArgumentParser
import Inquiry
import Records
import SimpleFeatures

/// From the words of a flag to values; each refusal says what would be right.
enum Parse {
  static func code<Code: Vocabulary>(_ text: String) throws -> Code {
    guard let code = Code(code: text) else {
      throw ValidationError(
        "'\(text)' is no \(Code.name): use \(Code.codes.joined(separator: ", "))")
    }
    return code
  }

  static func date(_ text: String) throws -> StatedTime {
    guard let time = StatedTime(text) else {
      throw ValidationError("'\(text)' is no date: use 2017-03-17, 2017-03 or 2017")
    }
    return time
  }

  static func day(_ text: String) throws -> CivilDate {
    guard let day = CivilDate(text) else {
      throw ValidationError("'\(text)' is no day: use the form 2017-03-17")
    }
    return day
  }

  static func instant(_ text: String) throws -> Instant {
    if let instant = Instant(text) { return instant }
    guard let day = CivilDate(text) else {
      throw ValidationError("'\(text)' is no instant: use 2017-03-17 or 2017-03-17T08:24:00Z")
    }
    // A day means all of it.
    return Instant(secondsSinceEpoch: Instant(startOf: day).secondsSinceEpoch + 86_399)
      ?? Instant(startOf: day)
  }

  static func claims(_ text: String) throws -> ClaimPattern {
    guard let pattern = ClaimPattern(text) else {
      throw ValidationError("'\(text)' is no pattern of claims: use \(ClaimPattern.wanted)")
    }
    return pattern
  }

  static func envelope(_ text: String) throws -> Envelope {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false)
      .map { Double(strictDecimal: $0) }
    guard numbers.count == 4, let west = numbers[0], let south = numbers[1],
      let east = numbers[2], let north = numbers[3],
      Position(longitude: west, latitude: south).isValid,
      Position(longitude: east, latitude: north).isValid, south <= north
    else {
      throw ValidationError("'\(text)' is no box: use west,south,east,north in degrees")
    }
    return Envelope(west: west, south: south, east: east, north: north)
  }

  static func position(_ text: String) throws -> Position {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false)
      .map { Double(strictDecimal: $0) }
    guard numbers.count == 2, let longitude = numbers[0], let latitude = numbers[1],
      Position(longitude: longitude, latitude: latitude).isValid
    else { throw ValidationError("'\(text)' is no position: use longitude,latitude in degrees") }
    return Position(longitude: longitude, latitude: latitude)
  }

  static func meters(_ text: String) throws -> Double {
    let units: [(suffix: String, factor: Double)] = [("km", 1_000), ("m", 1), ("", 1)]
    for (suffix, factor) in units where text.hasSuffix(suffix) {
      if let number = Double(strictDecimal: text.dropLast(suffix.count)), number > 0 {
        return number * factor
      }
    }
    throw ValidationError("'\(text)' is no distance: use 500m or 2km")
  }
}
