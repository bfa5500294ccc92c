import Dispatch
import Synchronization

/// Makes the pieces of one text on several threads and takes them in their order, with the room of
/// those taken used again for the next.
///
/// Plain threads and semaphores, for taking a piece may block on a file, which tasks must not.
enum OrderedPieces {
  /// Makes all pieces.
  ///
  /// - Parameters:
  ///   - numbers: Which pieces.
  ///   - threads: How many threads make them; with one it is the calling thread.
  ///   - makeMaker: Makes what a thread makes its pieces with: appends the piece with a number to
  ///     an empty buffer.
  ///   - take: Takes a piece, on the calling thread.
  /// - Throws: The first error of either in the order of the pieces; work begun is finished first.
  static func run(
    _ numbers: Range<Int>, threads: Int,
    makeMaker: @escaping @Sendable () -> (Int, inout [UInt8]) throws -> Void,
    taking take: ([UInt8]) throws -> Void
  ) throws {
    guard threads > 1, numbers.count > 1 else {
      let make = makeMaker()
      var piece: [UInt8] = []
      for number in numbers {
        piece.removeAll(keepingCapacity: true)
        try make(number, &piece)
        try take(piece)
      }
      return
    }
    let desk = PieceDesk(numbers)
    let group = DispatchGroup()
    // So many pieces may wait to be taken that neither side waits for the other's hiccups.
    for _ in 0..<4 * threads { desk.room.signal() }
    for _ in 0..<threads {
      DispatchQueue.global(qos: .userInitiated).async(group: group) { desk.work(makeMaker()) }
    }
    defer {
      desk.stop()
      for _ in 0..<threads { desk.room.signal() }
      group.wait()
    }
    for number in numbers {
      let piece = try desk.piece(number).get()
      try take(piece)
      desk.giveBack(piece)
    }
  }
}

/// The pieces that are still to be made, those that nobody took yet, and room to use again.
private final class PieceDesk: Sendable {
  private struct State {
    var next: Int
    var pieces: [Int: Result<[UInt8], any Error>] = [:]
    var spare: [[UInt8]] = []
  }

  let room = DispatchSemaphore(value: 0)
  private let ready = DispatchSemaphore(value: 0)
  private let end: Int
  private let state: Mutex<State>

  init(_ numbers: Range<Int>) {
    end = numbers.upperBound
    state = Mutex(State(next: numbers.lowerBound))
  }

  /// Makes one piece after another until none is left.
  func work(_ make: (Int, inout [UInt8]) throws -> Void) {
    while true {
      room.wait()
      let (number, spare) = state.withLock { state in
        state.next += 1
        return (state.next - 1, state.spare.popLast())
      }
      guard number < end else { return }
      var piece = spare ?? []
      let result = Result<[UInt8], any Error> {
        piece.removeAll(keepingCapacity: true)
        try make(number, &piece)
        return piece
      }
      piece = []
      state.withLock { $0.pieces[number] = result }
      ready.signal()
    }
  }

  /// Waits for a piece and takes it away.
  func piece(_ number: Int) -> Result<[UInt8], any Error> {
    while true {
      if let piece = state.withLock({ $0.pieces.removeValue(forKey: number) }) {
        room.signal()
        return piece
      }
      ready.wait()
    }
  }

  /// Takes back the room of a piece that is done with.
  func giveBack(_ piece: consuming [UInt8]) {
    state.withLock { [piece] in $0.spare.append(piece) }
  }

  /// Leaves the rest undone.
  func stop() { state.withLock { $0.next = max($0.next, end) } }
}
