import Assessment
import JSONText
import Records

// Ranges of every method, each number with its claims, its rule and what removals make of it.
extension JSONWriter {
  /// Writes methods by their codes.
  mutating func methods(_ table: MethodTable, only method: Method?) {
    object { writer in
      for result in table.results where method == nil || result.method == method {
        writer.member(result.method.code) { writer in
          writer.member("independent_origins", result.independentCount)
          writer.member("provisional", result.isProvisional)
          writer.member("ranges") { $0.ranges(result.ranges) }
          writer.member("other_reading") { $0.ranges(result.otherReading) }
          writer.member("conceded") { $0.ranges(result.conceded) }
        }
      }
    }
  }

  /// Every measure; `null` for one that nothing is known of.
  private mutating func ranges(_ ranges: [Measure: ExplainedRange]) {
    for measure in Measure.allCases {
      key(measure.code)
      guard let range = ranges[measure], !range.isUnknown else {
        null()
        continue
      }
      object { writer in
        for point in RangePoint.allCases {
          writer.key(point.code)
          writer.end(range[point])
        }
      }
    }
  }

  private mutating func end(_ end: ExplainedEnd?) {
    guard let end else { return null() }
    object { writer in
      writer.member("value", end.value)
      writer.member("open", end.isOpen)
      writer.member("approximate", end.isApproximate)
      writer.member("rule", end.rule.rawValue)
      writer.member("claims", ids: end.claims)
      writer.member("echoes", ids: end.echoes)
      writer.member("if_removed", array: end.ifRemoved) { writer, removal in
        writer.object { writer in
          writer.member("claim", removal.claim.text)
          writer.member("value", removal.value)
          writer.member("open", removal.isOpen)
          writer.member("claims", ids: removal.claims)
        }
      }
      writer.member("untried", end.untriedCount)
    }
  }

  /// Writes the sets of claims that can all be true together, by measure.
  mutating func consistentSets(_ view: ConstraintView) {
    object { writer in
      for measure in Measure.allCases {
        guard let sets = view[measure] else { continue }
        writer.member(measure.code) { writer in
          writer.member("sets", array: sets.sets) { $0.consistentSet($1) }
          writer.member("bounds", array: sets.bounds) { writer, bound in
            writer.object { writer in
              writer.member("claim", bound.claim.text)
              writer.member("min", bound.minimum)
              writer.member("max", bound.maximum)
            }
          }
          writer.member(
            "left_out", array: sets.leftOut.sorted { $0.key < $1.key }
          ) { writer, item in
            writer.object { writer in
              writer.member("claim", item.key.text)
              writer.member("reason", item.value.reason.rawValue)
              writer.member("because", ids: item.value.because)
            }
          }
          writer.member("search") { writer in
            writer.member("work", sets.search.work)
            writer.member("complete", sets.search.isComplete)
            writer.member("omitted_sets", sets.search.omittedSetCount)
          }
        }
      }
    }
  }

  private mutating func consistentSet(_ set: ConsistentSet) {
    object { writer in
      writer.member("min", set.minimum)
      writer.member("max", set.maximum)
      writer.member("min_with_combatants", set.minimumWithCombatants)
      writer.member("independent_origins", set.independentCount)
      writer.member("claims", ids: set.claims)
      writer.member("floor", ids: set.floor)
      writer.member("ceiling", ids: set.ceiling)
      writer.member("contradicts", ids: set.contradicts)
      writer.member("possible", ids: set.possible)
    }
  }
}
