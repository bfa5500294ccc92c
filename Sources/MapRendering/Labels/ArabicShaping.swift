/// Arabic text for a terminal that neither joins letters nor reorders them: presentation forms B in
/// visual order.
///
/// - Note: Source – The Unicode Standard 15, §9.2 (cursive joining, rules R1–R7; ligature lam-alef)
///   and its ArabicShaping.txt for joining types; forms by the block's compatibility mappings.
enum ArabicShaping {
  /// How a letter joins its neighbours.
  fileprivate enum Joining {
    /// To neither side: hamza, everything that is no Arabic letter.
    case none
    /// To the letter before it only: alef, dal, reh, waw and their kin.
    case right
    /// To both sides.
    case dual
    /// To both sides without a form of its own: tatweel.
    case causing
  }

  /// One letter with the marks on it.
  private struct Cluster {
    var letter: Unicode.Scalar
    var marks: [Unicode.Scalar] = []
    /// Whether the joiner before it asks for or forbids joining.
    var isBroken = false
  }

  /// Shapes a text and turns it round.
  ///
  /// - Parameter text: One line; Latin runs and figures in it stay left to right.
  /// - Returns: Its forms from left to right; `nil` where a letter has no form in the block, so
  ///   that the text would come out half joined.
  /// - Complexity: O(*n*).
  static func visual(_ text: TerminalText) -> TerminalText? {
    let clusters = ligated(clusters(of: text.string.unicodeScalars))
    var shaped: [Cluster] = []
    for (index, cluster) in clusters.enumerated() {
      let before = index > 0 ? clusters[index - 1] : nil
      let after = index + 1 < clusters.count ? clusters[index + 1] : nil
      let joinsBefore =
        before.map { joining($0.letter).reachesForward && !cluster.isBroken } ?? false
        && joining(cluster.letter).reachesBack
      let joinsAfter =
        after.map { joining($0.letter).reachesBack && !$0.isBroken } ?? false
        && joining(cluster.letter).reachesForward
      guard let form = form(of: cluster.letter, joinsBefore, joinsAfter) else { return nil }
      shaped.append(Cluster(letter: form, marks: cluster.marks))
    }
    return turned(shaped)
  }

  private static func clusters(of scalars: String.UnicodeScalarView) -> [Cluster] {
    var clusters: [Cluster] = []
    var isBroken = false
    for scalar in scalars {
      switch scalar.value {
      case 0x200C: isBroken = true
      case 0x200D: break
      default:
        if isMark(scalar), !clusters.isEmpty {
          clusters[clusters.count - 1].marks.append(scalar)
        } else {
          clusters.append(Cluster(letter: scalar, isBroken: isBroken))
          isBroken = false
        }
      }
    }
    return clusters
  }

  /// Puts the obligatory ligature in for each lam with an alef behind it.
  private static func ligated(_ clusters: [Cluster]) -> [Cluster] {
    var found: [Cluster] = []
    for cluster in clusters {
      if let ligature = ligatures[cluster.letter], !cluster.isBroken,
        let last = found.last, last.letter == "\u{644}"
      {
        found[found.count - 1] = Cluster(
          letter: ligature, marks: last.marks + cluster.marks, isBroken: last.isBroken)
      } else {
        found.append(cluster)
      }
    }
    return found
  }

  /// Right to left, but for runs of letters and figures that read left to right.
  private static func turned(_ clusters: [Cluster]) -> TerminalText {
    var turned: [Cluster] = []
    var run: [Cluster] = []
    for cluster in clusters.reversed() {
      if readsLeftToRight(cluster.letter) {
        run.append(cluster)
      } else {
        turned += run.reversed()
        run = []
        var mirrored = cluster
        mirrored.letter = mirrors[cluster.letter] ?? cluster.letter
        turned.append(mirrored)
      }
    }
    turned += run.reversed()
    var scalars = String.UnicodeScalarView()
    for cluster in turned {
      scalars.append(cluster.letter)
      scalars.append(contentsOf: cluster.marks)
    }
    return .measured(String(scalars))
  }

  private static func readsLeftToRight(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x660...0x669, 0x6F0...0x6F9: true
    default: false
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x610...0x61A, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E4: true
    default: false
    }
  }

  private static func joining(_ letter: Unicode.Scalar) -> Joining {
    if letter == "\u{640}" { return .causing }
    if ligatureForms.contains(letter) { return .right }
    switch forms[letter]?.count {
    case 2: return .right
    case 4: return .dual
    default: return .none
    }
  }

  /// The form of a letter between its neighbours; other characters stay as they are.
  private static func form(
    of letter: Unicode.Scalar, _ joinsBefore: Bool, _ joinsAfter: Bool
  ) -> Unicode.Scalar? {
    if ligatureForms.contains(letter) {
      return joinsBefore ? Unicode.Scalar(letter.value + 1) : letter
    }
    guard let forms = forms[letter] else {
      return ScalarFilter.isArabicLetter(letter) && letter != "\u{640}" ? nil : letter
    }
    // The order in the block: isolated, final, initial, medial.
    let place = joinsAfter ? (joinsBefore ? 3 : 2) : (joinsBefore ? 1 : 0)
    return place < forms.count ? forms[place] : nil
  }

  /// The forms of each letter, in the order of the block: one for hamza, two where a letter joins
  /// to one side, four where it joins to both.
  private static let forms: [Unicode.Scalar: [Unicode.Scalar]] = {
    let singles: Set<UInt32> = [0x621]
    let pairs: Set<UInt32> = [
      0x622, 0x623, 0x624, 0x625, 0x627, 0x629, 0x62F, 0x630, 0x631, 0x632, 0x648, 0x649,
    ]
    var forms: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    var next: UInt32 = 0xFE80
    for value in Array(0x621...0x63A) + Array(0x641...0x64A) {
      let value = UInt32(value)
      let count: UInt32 = singles.contains(value) ? 1 : pairs.contains(value) ? 2 : 4
      if let letter = Unicode.Scalar(value) {
        forms[letter] = (next..<next + count).compactMap { Unicode.Scalar($0) }
      }
      next += count
    }
    return forms
  }()

  /// The isolated form of lam with each alef; the joined one follows it in the block.
  private static let ligatures: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{622}": "\u{FEF5}", "\u{623}": "\u{FEF7}", "\u{625}": "\u{FEF9}", "\u{627}": "\u{FEFB}",
  ]
  private static let ligatureForms = Set(ligatures.values)
  private static let mirrors: [Unicode.Scalar: Unicode.Scalar] = [
    "(": ")", ")": "(", "[": "]", "]": "[", "«": "»", "»": "«", "<": ">", ">": "<",
  ]
}

extension ArabicShaping.Joining {
  /// Whether a letter of this kind may join the one before it.
  fileprivate var reachesBack: Bool { self != .none }
  /// Whether a letter of this kind may join the one after it.
  fileprivate var reachesForward: Bool { self == .dual || self == .causing }
}
