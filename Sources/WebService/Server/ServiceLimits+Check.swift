import HTTPTypes

extension ServiceLimits {
  /// Refuses a request whose target or header is over the limit.
  func check(_ head: HTTPRequest) throws(RequestFault) {
    guard (head.path ?? "").utf8.count <= targetBytes else {
      throw .targetTooLong(limit: targetBytes)
    }
    guard head.headerFields.count <= headerFields else {
      throw .headersTooLarge(limit: "\(headerFields) fields")
    }
    var total = 0
    for field in head.headerFields {
      let size = field.name.rawName.utf8.count + field.value.utf8.count
      guard size <= headerFieldBytes else {
        throw .headersTooLarge(limit: "\(headerFieldBytes) bytes for one field")
      }
      total += size
    }
    guard total <= headerBytes else {
      throw .headersTooLarge(limit: "\(headerBytes) bytes in all")
    }
  }
}
