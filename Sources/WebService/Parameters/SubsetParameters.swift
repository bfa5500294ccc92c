import Records
import SimpleFeatures

/// `subset`: a part of the axes of space and time; may be given several times.
enum SubsetParameter: RequestParameter {
  static let declaration = ParameterDeclaration(
    name: "subset",
    summary: "A part of the axes, as Lat(36.3:36.4),Lon(43.0:43.2) or "
      + "time(\"2017-03-01\":\"2017-03-31\"): only what lies or may lie in it. Lat and Lon, or E "
      + "and N in Pseudo-Mercator, in place of bbox; time in place of datetime, with * for open.",
    form: .text(maximumBytes: maximumBytes),
    wanted: "axes with intervals, such as Lat(36.3:36.4),Lon(43.0:43.2)")

  static let maximumBytes = 400

  static func parse(_ text: String) -> SubsetExpression? {
    text.utf8.count <= maximumBytes ? try? SubsetExpression(text) : nil
  }
}

/// `subset-crs`: what the numbers of `subset` are in.
enum SubsetSystemParameter: RequestParameter {
  static let declaration = SystemForm.declaration(
    "subset-crs", "What the numbers of subset are in, which names its axes.")
  static func parse(_ text: String) -> ReferenceSystem? { ReferenceSystem(uri: text) }
}

extension EndpointRequest {
  /// The part of the axes that is asked for.
  ///
  /// - Throws: ``RequestFault`` with the place in the text, or the axis that it lies beside.
  func subset() throws(RequestFault) -> Subset? {
    let name = SubsetParameter.declaration.name
    guard let text = query[name] else { return nil }
    guard text.utf8.count <= SubsetParameter.maximumBytes else {
      throw .parameter(
        .badValue(parameter: name, value: text, wanted: SubsetParameter.declaration.wanted))
    }
    let expression: SubsetExpression
    do {
      expression = try SubsetExpression(text)
    } catch {
      throw .parameter(.badPart(parameter: name, place: error.place, wanted: error.wanted))
    }
    // A system in which no axis is asked for is not looked at.
    let isSpatial = expression.parts.contains { !Subset.isTime($0.axis) }
    let system: ReferenceSystem
    do {
      system = isSpatial ? try value(of: SubsetSystemParameter.self) ?? .crs84 : .crs84
    } catch { throw .parameter(error) }
    return try Subset(expression, in: system)
  }
}
