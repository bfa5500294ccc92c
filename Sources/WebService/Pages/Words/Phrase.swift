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
  case notYetReported, map, mapOf, mapOfCandidates, mapNote, mapOutside, notDrawn, drawnOf
  case mapFull, noMap, legend, river, districts, approximateShape, approximate, yes, no
  case withinOf, metres, kilometres, name, title, when, wherePlace, killed, injured, grade
  case blamed, nobodyNamed, kind, knownTo, radius, summaryHeading, table, byClaims
  case unknownNotZero, noFigure, recorderRange, reportsAlone, gradeReason, byRules, byRecorder
  case gradesDiffer, gradesAgree, notGradedByAnyone, certainOnly, since, strikeStatus, deniedBy
  case verdicts, sources, mentions, independentOrigins, perhapsOnly, repeatedBy, alarm
  case runningTotals, fellTo, differentScope, ownPoint, candidates, candidatesNote, noCandidate
  case assertedBy, asStated, basis, near, certainlyIn, possiblyIn, methods, methodsNote, method
  case provisional, numbersExplained, measure, end, number, rule, withoutIt, trueTogether
  case trueTogetherNote, setClaims, against, moreSets, searchStopped, otherReading
  case linksToOthers, underMerge, underSplit, changedOnTheWay, claimsNote, chain, clocks
  case eventTime, uttered, published, figures, quantityUnquantified, edges, note, noteOfRegister
  case polarity, modality, hand, verdict, claimant, statement, possiblyAbout, archived, original
  case attributedTo, placeStated, foreignFields, foreignID, names, language, script, bank
  case parent, precision, origin, area, nameOnly, incidentsHere, position, timeline
  case timelineNote, killedChart, chartNote, day, newClaims, changes, nothingChanged, becauseOf
  case replacedBy, daysPerStep, assessment, contradictions, contradictionsNote, fromClaim
  case toClaim, relation, certainty, statedEdge, fromFigures, outOfPlay, denialCycles
  case selfDenials, unlistedConflicts, standing, replacedClaim, dossier, everything, health
  case healthOK, problem, whatToDo, occurrence, row, match, count, withoutFigure, total
  case certainAndPossible, overlaps, outsideTable, doubtfulInRow, whatIf, keptOf, of
  case undatedLeftOut, notYetReportedNote, atLeast, upTo, about, orMore, runningTotal, asAt
  case scope, openEnd, textMap, more

  /// The phrase in a language.
  func text(in language: PageLanguage) -> String {
    switch language {
    case .english: english
    case .arabic: arabic
    }
  }
}
