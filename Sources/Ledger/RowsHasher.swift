import Crypto
import Records

/// Gathers the digests of an entry's record versions, each kind in the order written.
struct RowsHasher {
  private var kinds = [SHA256](repeating: SHA256(), count: RecordKind.allCases.count)
  private var redactions = SHA256()

  mutating func add(_ digest: LedgerDigest, of kind: RecordKind) {
    digest.withBytes { kinds[kind.number].update(bufferPointer: $0) }
  }

  /// Adds digests that lie one behind another.
  mutating func add(_ digests: ArraySlice<LedgerDigest>, of kind: RecordKind) {
    digests.withUnsafeBytes { kinds[kind.number].update(bufferPointer: $0) }
  }

  mutating func add(redaction digest: LedgerDigest) {
    digest.withBytes { redactions.update(bufferPointer: $0) }
  }

  /// The hash of all of them.
  var hash: LedgerDigest {
    var whole = SHA256()
    for kind in RecordKind.allCases {
      kinds[kind.number].finalize().withUnsafeBytes { whole.update(bufferPointer: $0) }
    }
    redactions.finalize().withUnsafeBytes { whole.update(bufferPointer: $0) }
    return LedgerDigest(whole.finalize())
  }
}
