/**
 * Builders and the one fixture world, imported by tests alone: a builder gives what is correct, and the test
 * writes only its point.
 */
export { aMove, anEnding, aUnit, historyOf, parseUnitFacts, pictureOf, together } from './builders.ts'
export { fixture, fixtureEntries, mergerDay } from './fixture-units.ts'
export { chooseFrom, randomProvince } from './random-units.ts'
export { annex, groupsAnnex, regionalAnnex } from './annexes.ts'
