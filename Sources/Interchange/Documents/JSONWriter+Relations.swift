import Assessment
import JSONText
import Records

// How claims and incidents stand to each other: origins, series, mutations, totals.
extension JSONWriter {
  /// Writes mentions and independent origins.
  mutating func origins(_ origins: Origins) {
    object { writer in
      writer.member("mentions", origins.mentionCount)
      writer.member("independent", origins.independentCount)
      writer.member("independent_at_least", origins.leastIndependentCount)
      writer.member("groups", array: origins.groups) { writer, group in
        writer.object { writer in
          writer.member("representative", group.representative.text)
          writer.member("members", ids: group.members)
          writer.member("independent", group.isIndependent)
          writer.member("dependence", group.dependence?.rawValue)
          writer.member("outlets", ids: group.outlets)
          writer.member("links", array: group.links) { writer, link in
            writer.object { writer in
              writer.member("echo", link.echo.text)
              writer.member("source", link.source.text)
              writer.member("reason", link.reason.rawValue)
              writer.member("certainty", link.certainty.code)
            }
          }
        }
      }
    }
  }

  /// Writes running totals with those that fell.
  mutating func series(_ series: [CumulativeSeries]) {
    array(series) { writer, one in
      writer.object { writer in
        writer.member("measure", one.measure.code)
        writer.member("steps", array: one.steps) { $0.step($1) }
        writer.member("falls", array: one.falls) { writer, fall in
          writer.object { writer in
            writer.member("alarm", fall.alarm.rawValue)
            writer.key("before")
            writer.step(fall.before)
            writer.key("after")
            writer.step(fall.after)
          }
        }
      }
    }
  }

  private mutating func step(_ step: CumulativeSeries.Step) {
    object { writer in
      writer.member("day", day: step.day)
      writer.member("min", step.minimum)
      writer.member("max", step.maximum)
      writer.member("claims", ids: step.claims)
    }
  }

  /// Writes what changed while claims were handed on.
  mutating func mutations(_ mutations: [Mutation]) {
    array(mutations) { writer, mutation in
      writer.object { writer in
        writer.member("claim", mutation.claim.text)
        writer.member("source", mutation.source?.text)
        writer.member("certainty", mutation.certainty.code)
        switch mutation.change {
        case .number(let before, let after):
          writer.member("change", "number")
          writer.key("before")
          writer.quantity(before)
          writer.key("after")
          writer.quantity(after)
        case .status(let before, let after): writer.change("status", before.code, after.code)
        case .claimant(let before, let after): writer.change("claimant", before.text, after.text)
        case .place(let before, let after): writer.change("place", before, after)
        case .droppedHop(let hop): writer.change("dropped-hop", hop.text, nil)
        case .remark(let hop, let note): writer.change("remark", hop.text, note)
        }
      }
    }
  }

  private mutating func change(_ kind: String, _ before: String?, _ after: String?) {
    member("change", kind)
    member("before", before)
    member("after", after)
  }
}
