internal import CGEOS

/// One GEOS context: the library's state for one thread at a time.
///
/// Each public operation makes its own (about 0.2 µs), so no two threads ever meet in one.
@safe
final class GEOSContext {
  let handle: GEOSContextHandle_t
  /// A box of its own, because the handler outlives no call but must not keep the context alive.
  private let messages = LastMessage()

  init(for operation: TopologyOperation) throws(TopologyError) {
    // Sentinel: NULL when memory is exhausted.
    guard let made = unsafe GEOS_init_r() else {
      throw .library(operation, message: "no context")
    }
    unsafe handle = made
    unsafe GEOSContext_setErrorMessageHandler_r(
      handle, recordMessage, Unmanaged.passUnretained(messages).toOpaque())
  }

  deinit { unsafe GEOS_finish_r(handle) }

  /// The library's last message as an error of the operation.
  func failure(_ operation: TopologyOperation) -> TopologyError {
    .library(operation, message: messages.text ?? "no reason given")
  }

  /// Answers a predicate: 0 false, 1 true, 2 exception.
  func truth(_ answer: CChar, _ operation: TopologyOperation) throws(TopologyError) -> Bool {
    switch answer {
    case 0: return false
    case 1: return true
    default: throw failure(operation)
    }
  }

  /// Takes ownership of a new geometry; NULL is an exception.
  func own(
    _ pointer: OpaquePointer?, _ operation: TopologyOperation
  ) throws(TopologyError) -> NativeGeometry {
    guard let pointer = unsafe pointer else { throw failure(operation) }
    return unsafe NativeGeometry(owning: pointer, in: self)
  }
}

@available(*, unavailable)
extension GEOSContext: Sendable {}

/// Where the library's error handler leaves its text.
private final class LastMessage {
  var text: String?
}

/// The error handler: `userdata` is the context's own message box.
private func recordMessage(_ text: UnsafePointer<CChar>?, _ box: UnsafeMutableRawPointer?) {
  guard let text = unsafe text, let box = unsafe box else { return }
  unsafe Unmanaged<LastMessage>.fromOpaque(box).takeUnretainedValue().text = String(cString: text)
}

/// A GEOS geometry that is destroyed with its owner and keeps its context alive.
@safe
struct NativeGeometry: ~Copyable {
  let context: GEOSContext
  private var owned: OpaquePointer?
  /// The library's pointer, valid while this value lives.
  let pointer: OpaquePointer

  init(owning pointer: OpaquePointer, in context: GEOSContext) {
    self.context = context
    unsafe self.pointer = unsafe pointer
    unsafe owned = unsafe pointer
  }

  /// Hands the geometry over to a call that takes ownership.
  consuming func release() -> OpaquePointer {
    unsafe owned = nil
    return unsafe pointer
  }

  deinit {
    if let pointer = unsafe owned { unsafe GEOSGeom_destroy_r(context.handle, pointer) }
  }
}
