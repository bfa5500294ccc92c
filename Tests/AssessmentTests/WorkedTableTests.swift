import Assessment
import Records
import TestSupport
import Testing

/// The worked table of the 17 March 2017 strike, from the facts in data/.
struct WorkedTableTests {
  @Test func `the worked table of the strike of 17 March comes out as it is written down`() throws {
    expectGolden(Array(WorkedTable(claims: try MosulClaims()).text.utf8), "worked-table.txt")
  }
}
