import Records

/// The parameters of a resource as a form that any browser sends without a script.
///
/// It is made from the declarations themselves, so a new parameter has its field at once. The cursor
/// is left out: another question begins at its first page.
struct FilterForm {
  private let declarations: [ParameterDeclaration]
  private let query: QueryString
  private let path: String

  /// Makes a form.
  ///
  /// - Parameters:
  ///   - declarations: The parameters of the resource.
  ///   - query: What was asked for, as the values of the fields.
  ///   - path: The resource, percent-encoded.
  init(_ declarations: [ParameterDeclaration], query: QueryString, path: String) {
    self.declarations = declarations.filter {
      $0.name != "cursor" && $0.name != "offset" && !$0.isInline
    }
    self.query = query
    self.path = path
  }

  func write(to page: inout PageWriter) {
    guard !declarations.isEmpty else { return }
    // Folded away until somebody filters: the answer is what people come for.
    let isAsked = !query.without(["lang", FormatChoice.parameterName]).pairs.isEmpty
    page.element(.details, isAsked ? [.word(.open)] : []) { page in
      page.element(.summary) { $0.words(.filter) }
      form(&page)
    }
  }

  private func form(_ page: inout PageWriter) {
    page.element(
      .form, [.set(.method, "get"), .action(page.scope.plain(path))]
    ) { page in
      page.element(.div, [.class("fields")]) { page in
        for declaration in declarations { field(declaration, &page) }
      }
      if page.scope.carriesLanguage {
        page.element(
          .input,
          [.set(.type, "hidden"), .set(.name, "lang"), .set(.value, page.language.code)])
      }
      page.element(.button, [.set(.type, "submit")]) { $0.words(.apply) }
      if !query.without(["lang"]).pairs.isEmpty {
        page.text(" ")
        page.link(page.scope.address(path)) { $0.words(.clearFilter) }
      }
    }
  }

  private func field(_ declaration: ParameterDeclaration, _ page: inout PageWriter) {
    let id = "field-\(declaration.name)"
    page.element(.div) { page in
      page.element(.label, [.set(.for, id)]) { $0.notation(declaration.name) }
      let value = query[declaration.name] ?? ""
      switch declaration.form {
      case .code(let codes, let byDefault):
        select(declaration.name, id: id, codes: codes, byDefault: byDefault, value, &page)
      case .integer(let minimum, let maximum, let byDefault):
        input(
          declaration, id: id,
          [
            .set(.type, "number"), .set(.value, value), .set(.min, "\(minimum)"),
            .set(.max, "\(maximum)"),
            .set(.placeholder, "\(byDefault)"),
          ], &page)
      case .numbers, .number, .wholeNumber, .day, .text:
        let example = declaration.example.map { [HTMLAttribute.set(.placeholder, $0)] } ?? []
        input(declaration, id: id, [.set(.type, "text"), .set(.value, value)] + example, &page)
      }
      page.element(.small, [.id("\(id)-hint")]) { $0.english(declaration.summary) }
    }
  }

  private func input(
    _ declaration: ParameterDeclaration, id: String, _ attributes: [HTMLAttribute],
    _ page: inout PageWriter
  ) {
    page.element(
      .input,
      [
        .id(id), .set(.name, declaration.name), .set(.dir, "ltr"),
        .set(.ariaDescribedBy, "\(id)-hint"),
      ] + attributes)
  }

  private func select(
    _ name: String, id: String, codes: [String], byDefault: String?, _ value: String,
    _ page: inout PageWriter
  ) {
    page.element(
      .select, [.id(id), .set(.name, name), .set(.ariaDescribedBy, "\(id)-hint")]
    ) { page in
      // Sent empty, the field means what the parameter means when it is not given.
      page.element(.option, [.set(.value, "")]) { page in
        if let byDefault {
          page.text("\(byDefault) (")
          page.words(.byDefault)
          page.text(")")
        } else {
          page.words(.any)
        }
      }
      for code in codes {
        let chosen: [HTMLAttribute] = code == value ? [.word(.selected)] : []
        page.element(.option, [.set(.value, code)] + chosen) { $0.text(code) }
      }
    }
  }
}

extension ParameterDeclaration {
  /// The first value that the declaration names as an example.
  fileprivate var example: String? {
    guard let start = wanted.firstRange(of: "such as ")?.upperBound else { return nil }
    let examples = wanted[start...]
    let ends = [", ", " or "].compactMap { examples.firstRange(of: $0)?.lowerBound }
    return String(examples[..<(ends.min() ?? examples.endIndex)])
  }
}
