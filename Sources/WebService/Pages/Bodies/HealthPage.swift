import Inquiry

extension EndpointRequest {
  /// Whether the data can be read, and its state, as a page.
  func healthPage(_ version: DataVersion) async throws -> Answer {
    try await page(.phrase(.health), dataVersion: version) { page in
      page.paragraph(.healthOK)
      page.facts { page in
        page.fact(.dataVersion) { $0.number(version.sequence) }
        page.fact(.recordedAt) { page in
          if let moment = version.recordedAt { page.notation("\(moment)") } else { page.missing() }
        }
        page.fact(.hash) { $0.code(version.hash) }
      }
    }
  }
}
