/// The words of pages, each with one text in every language (``text(in:)``).
enum Phrase: String, CaseIterable, Sendable {
  case register, aboutRegister, aboutIncidents, aboutPlaces, aboutClaims, aboutTable
  case aboutCollections, skipToContent, breadcrumbs, home, thisPageAs, linksOfThisPage
  case dataVersion, recordedAt, hash, unknown, notKnown, none, asOf, asOfNotice, asRecorded
  case asRecordedNotice, today, startHere, forPrograms, conformance, conformanceNote
  case apiDescription, apiNote, path, parameters, parameter, meaning, formats, statuses, status
  case allowedValues, collections, collection, incidents, incident, places, place, claims, claim
  case items, description, extent, inSpace, inTime, howMany, referenceSystem, west, south, east
  case north, filter, apply, clearFilter, byDefault, `any`, matched, shown, truncated
  case everythingShown, laterPage, answeredAt, nextPage, nothingMatches, certainly, possibly
  case excluded, unplaced, undated, notYetReported, map, mapOf, mapOfCandidates, mapNote
  case mapOutside, notDrawn, drawnOf, mapFull, noMap, legend, river, districts, approximateShape
  case approximate, yes, no, withinOf, metres, kilometres, name, identifier, title, when
  case wherePlace, killed, injured, grade, blamed, nobodyNamed, kind, knownTo, radius
  case summaryHeading, table, byClaims, unknownNotZero, noFigure, recorderRange, reportsAlone
  case gradeReason, byRules, byRecorder, gradesDiffer, gradesAgree, notGradedByAnyone
  case certainOnly, since, strikeStatus, deniedBy, sources, incidentPoints, aboutIncidentPoints
  case aboutSources, functions, versions, aboutVersions, affiliation, reliability, mentions
  case independentOrigins, perhapsOnly, repeatedBy, alarm, runningTotals, fellTo, differentScope
  case ownPoint, candidates, candidatesNote, noCandidate, assertedBy, asStated, basis, near
  case certainlyIn, possiblyIn, methods, methodsNote, method, provisional, numbersExplained
  case measure, end, number, rule, withoutIt, trueTogether, trueTogetherNote, setClaims, against
  case moreSets, searchStopped, linksToOthers, underMerge, underSplit, claimsNote, chain, clocks
  case eventTime, uttered, published, figures, quantityUnquantified, edges, note, noteOfRegister
  case polarity, modality, hand, verdict, claimant, statement, possiblyAbout, archived, original
  case attributedTo, placeStated, foreignFields, foreignID, names, language, script, bank
  case parent, precision, origin, area, nameOnly, incidentsHere, position, timeline
  case timelineNote, killedChart, chartNote, day, newClaims, changes, nothingChanged, becauseOf
  case replacedBy, daysPerStep, assessment, contradictions, contradictionsNote, fromClaim
  case toClaim, relation, certainty, statedEdge, fromFigures, outOfPlay, denialCycles
  case selfDenials, unlistedConflicts, standing, replacedClaim, dossier, allProperties
  case everything, health, healthOK, aboutHealth, problem, occurrence, row, match, count
  case withoutFigure, total, certainAndPossible, overlaps, outsideTable, doubtfulInRow, whatIf
  case keptOf, undatedLeftOut, notYetReportedNote, atLeast, upTo, about, runningTotal, asAt
  case scope, textMap, mapImage, tiles

  /// The phrase in a language.
  func text(in language: PageLanguage) -> String {
    switch language {
    case .english: english
    case .arabic: arabic
    }
  }
}
