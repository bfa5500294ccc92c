/// The words of pages, each with one text in every language (``text(in:)``).
enum Phrase: String, CaseIterable, Sendable {
  case register, skipToContent, breadcrumbs, home, thisPageAs, linksOfThisPage, dataVersion
  case recordedAt, hash, unknown, notKnown, none, asOf, asOfNotice, asRecorded, asRecordedNotice
  case today, whatThisIs, startHere, forPrograms, conformance, conformanceNote, apiDescription
  case apiNote, path, parameters, parameter, meaning, formats, statuses, status, allowedValues
  case collections, collection, incidents, incident, places, place, claims, claim, items
  case description, extent, inSpace, inTime, howMany, referenceSystem, west, south, east, north
  case filter, apply, clearFilter, byDefault, `any`, matched, shown, truncated, everythingShown
  case laterPage, nextPage, nothingMatches, certainly, possibly, excluded, unplaced, undated
  case notYetReported, map, mapOf, mapNote, mapOutside, notDrawn, drawnOf, mapFull, noMap
  case legend, river, districts, approximateShape, approximate, yes, no, withinOf, metres
  case kilometres, name, title, when, wherePlace, killed, injured, grade, blamed, nobodyNamed
  case kind, knownTo, radius, summaryHeading, table, byClaims, unknownNotZero, noFigure
  case recorderRange, reportsAlone, gradeReason, byRules, byRecorder, gradesDiffer, gradesAgree
  case notGradedByAnyone, certainOnly, since, strikeStatus, deniedBy, verdicts, sources
  case mentions, independentOrigins, perhapsOnly, repeatedBy, alarm, runningTotals, fellTo
  case differentScope, candidates, candidatesNote, noCandidate, assertedBy, asStated, basis
  case near, certainlyIn, possiblyIn, methods, methodsNote, method, provisional
  case numbersExplained, measure, end, number, rule, withoutIt, trueTogether, trueTogetherNote
  case setClaims, against, moreSets, searchStopped, otherReading, linksToOthers, underMerge
  case underSplit, changedOnTheWay, claimsNote, chain, clocks, eventTime, uttered, published
  case figures, quantityUnquantified, edges, note, noteOfRegister, polarity, modality, hand
  case verdict, claimant, statement, possiblyAbout, archived, original, attributedTo
  case placeStated, foreignFields, foreignID, names, language, script, bank, parent, precision
  case origin, area, nameOnly, incidentsHere, position, timeline, timelineNote, killedChart
  case chartNote, day, newClaims, changes, nothingChanged, becauseOf, replacedBy, daysPerStep
  case assessment, contradictions, contradictionsNote, fromClaim, toClaim, relation, certainty
  case statedEdge, fromFigures, outOfPlay, denialCycles, selfDenials, unlistedConflicts
  case standing, replacedClaim, dossier, everything, health, healthOK, problem, whatToDo
  case occurrence, row, match, count, withoutFigure, total, certainAndPossible, overlaps
  case outsideTable, doubtfulInRow, whatIf, keptOf, of, undatedLeftOut, notYetReportedNote
  case atLeast, upTo, about, orMore, runningTotal, asAt, scope, openEnd, textMap, more

  /// The phrase in a language.
  func text(in language: PageLanguage) -> String {
    switch language {
    case .english: english
    case .arabic: arabic
    }
  }
}
