extension EndpointRequest {
  /// Every path of the service with what it takes and what it answers, as a page.
  func apiPage(_ endpoints: [Endpoint]) async throws -> Answer {
    try await page(.phrase(.apiDescription)) { page in
      page.paragraph(.apiNote)
      page.facts { page in
        page.fact(.description) { $0.english(answering.configuration.summary) }
        page.fact(.path) { $0.code(url("")) }
      }
      for endpoint in endpoints where endpoint.isDescribed { page.write(endpoint) }
      page.section(.statuses) { page in
        page.table([.status, .meaning]) { page in
          page.status(200, "The answer.")
          page.status(304, "The client's copy is still good.")
          for (status, words) in OpenAPIDocument.refusals { page.status(status, words) }
        }
      }
    }
  }
}

extension PageWriter {
  fileprivate mutating func status(_ status: Int, _ words: String) {
    row { page in
      page.head { $0.number(status) }
      page.cell { $0.english(words) }
    }
  }

  fileprivate mutating func write(_ endpoint: Endpoint) {
    let path = endpoint.path
    let isLiteral = path.segments.allSatisfy {
      if case .literal = $0 { true } else { false }
    }
    element(.section, [.id("path-\(endpoint.name)")]) { page in
      page.element(.h2) { page in
        if isLiteral {
          page.link(page.scope.address(path.text)) { $0.code(path.text) }
        } else {
          page.code(path.text)
        }
      }
      page.element(.p) { $0.english(endpoint.summary) }
      page.element(.p) { page in
        page.words(.formats)
        page.text(": ")
        page.list(endpoint.offers) { page, type in page.code(type.rawValue) }
      }
      page.table([.parameter, .allowedValues, .meaning]) { page in
        for declaration in endpoint.declarations { page.write(declaration) }
      }
    }
  }

  private mutating func write(_ declaration: ParameterDeclaration) {
    row { page in
      page.head { $0.code(declaration.name) }
      page.cell { page in
        switch declaration.form {
        case .integer(let minimum, let maximum, let byDefault):
          page.notation("\(minimum)…\(maximum)")
          page.tag(.byDefault) { $0.number(byDefault) }
        case .code(let codes, let byDefault):
          page.list(codes) { page, code in page.code(code) }
          if let byDefault { page.tag(.byDefault) { $0.code(byDefault) } }
        case .numbers, .number, .wholeNumber, .day, .text: page.english(declaration.wanted)
        }
      }
      page.cell { $0.english(declaration.summary) }
    }
  }
}
