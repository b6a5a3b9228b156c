import { ranks, type Rank } from '@ancu/core/decisions'

import { rankAsked } from './explained.ts'
import type { Decision } from './register.ts'
import type { Criterion, Indicator, Standing, Verdict } from './answers.ts'
import type { TileState } from '../ui/CriterionTile.tsx'

/** How a criterion is drawn: its verdict; hollow where the verdict rests on figures that are too old. */
export function stateOf({ verdict, basicallyMet, stale, spokenBy }: Criterion): TileState {
  if (basicallyMet) return 'basicallyMet'
  const isHollow = stale && spokenBy === 'indicators'
  if (verdict === 'met') return isHollow ? 'staleMet' : 'met'
  if (verdict === 'unmet') return isHollow ? 'staleUnmet' : 'unmet'
  return verdict
}

/** What puts a unit at risk, as far as the records show. No rule of revocation is judged here. */
export type Danger =
  | { readonly kind: 'recognisedNotMeeting'; readonly year: number | undefined }
  | { readonly kind: 'disagrees'; readonly codes: readonly string[] }
  | { readonly kind: 'stale'; readonly codes: readonly string[] }

export function dangersOf(standing: Standing, recognitions: readonly Decision[]): readonly Danger[] {
  const latest = recognitions.filter(({ rank }) => isWonBy(standing, rank)).at(-1)
  const disagreeing = standing.criteria.flatMap(disagreeingCodes)
  const stale = standing.criteria.flatMap(staleCodes)
  return [
    ...(latest !== undefined && standing.whole === 'unmet'
      ? [{ kind: 'recognisedNotMeeting' as const, year: latest.yearOfStandard ?? undefined }]
      : []),
    ...(disagreeing.length > 0 ? [{ kind: 'disagrees' as const, codes: disagreeing }] : []),
    ...(stale.length > 0 ? [{ kind: 'stale' as const, codes: stale }] : []),
  ]
}

/** A set that asks for a rank beforehand says nothing of that rank, nor of those below it. */
function isWonBy({ prerequisites }: Standing, rank: Rank): boolean {
  const asked = prerequisites.flatMap((each) => rankAsked(each) ?? [])
  return asked.every((before) => ranks.indexOf(before) < ranks.indexOf(rank))
}

/** Codes of indicators, else of the criterion itself, on which figures and conclusion say opposite things. */
function disagreeingCodes(criterion: Criterion): readonly string[] {
  if (!criterion.disagrees) return []
  const indicators = criterion.indicators.filter(({ disagrees }) => disagrees).map(({ code }) => code)
  return indicators.length > 0 ? indicators : [criterion.code]
}

function staleCodes({ indicators }: Criterion): readonly string[] {
  return indicators.filter(({ stale }) => stale).map(({ code }) => code)
}

export type MissingKind = Indicator['missing'][number]['kind']

/** An indicator whose verdict is unknown, with the one thing that has to come first. */
export type Open = {
  readonly criterion: Criterion
  readonly indicator: Indicator
  readonly kind: MissingKind
}

/**
 * Unknown indicators by what would end them. A level comes before a figure: without it no figure can be
 * judged; a conclusion is asked for where no figure decides.
 */
export function openIndicators({ criteria }: Pick<Standing, 'criteria'>): readonly Open[] {
  return criteria.flatMap((criterion) =>
    criterion.indicators.flatMap((indicator): Open[] => {
      const kind = (['level', 'figure', 'units', 'conclusion'] as const).find((wanted) =>
        indicator.missing.some((each) => each.kind === wanted),
      )
      return indicator.verdict === 'unknown' && kind !== undefined ? [{ criterion, indicator, kind }] : []
    }),
  )
}

/** The one thing to do next. */
export type NextStep =
  | { readonly kind: 'reconcile'; readonly criterion: string; readonly code: string }
  | {
      readonly kind: 'end'
      readonly missing: MissingKind
      readonly criterion: string
      readonly open: readonly Open[]
    }
  /** Criteria that nothing can judge before their indicators are known. */
  | { readonly kind: 'learn'; readonly criteria: readonly string[] }
  | { readonly kind: 'renew'; readonly criterion: string; readonly code: string }
  | { readonly kind: 'reach'; readonly criterion: Criterion }
  /** Nothing is left to do on the criteria, yet something must hold before them. */
  | { readonly kind: 'fulfil'; readonly prerequisite: Standing['prerequisites'][number] }
  | { readonly kind: 'propose' }
  | { readonly kind: 'keep' }

/**
 * By rule, the first that holds: what contradicts itself; what keeps a criterion unknown; old figures that a
 * verdict rests on; the unmet criterion that is nearest; asking for recognition; else keeping what is reached.
 */
export function nextStepOf(standing: Standing, isRecognised: boolean): NextStep {
  const { criteria } = standing
  const contradicting = criteria.find(({ disagrees }) => disagrees)
  if (contradicting !== undefined) {
    const [code = contradicting.code] = disagreeingCodes(contradicting)
    return { kind: 'reconcile', criterion: contradicting.code, code }
  }
  const blocking = openIndicators({ criteria: criteria.filter(({ verdict }) => verdict === 'unknown') })
  for (const missing of ['figure', 'units', 'conclusion', 'level'] as const) {
    const open = blocking.filter(({ kind }) => kind === missing)
    const [first] = open
    if (first !== undefined) return { kind: 'end', missing, criterion: first.criterion.code, open }
  }
  const untold = criteria.filter(({ verdict, complete }) => verdict === 'unknown' && !complete)
  if (untold.length > 0) return { kind: 'learn', criteria: untold.map(({ code }) => code) }
  const stale = criteria.find((criterion) => criterion.stale && criterion.spokenBy === 'indicators')
  if (stale !== undefined) {
    return { kind: 'renew', criterion: stale.code, code: staleCodes(stale)[0] ?? stale.code }
  }
  const nearest = nearestUnmet(criteria)
  if (nearest !== undefined) return { kind: 'reach', criterion: nearest }
  const prerequisite = standing.prerequisites.find(
    ({ verdict }) => verdict === 'unmet' || verdict === 'unknown',
  )
  if (prerequisite !== undefined && standing.whole !== 'met') return { kind: 'fulfil', prerequisite }
  return standing.whole === 'met' && !isRecognised ? { kind: 'propose' } : { kind: 'keep' }
}

/** The unmet criterion with the fewest unmet indicators; of equals, the first in the order of the law. */
function nearestUnmet(criteria: readonly Criterion[]): Criterion | undefined {
  return criteria
    .filter(({ verdict }) => verdict === 'unmet')
    .toSorted((one, other) => unmetShare(one) - unmetShare(other))[0]
}

function unmetShare({ indicators }: Criterion): number {
  const unmet = indicators.filter(({ verdict }) => verdict === 'unmet').length
  return unmet === 0 ? 1 : unmet / indicators.length
}

/** Conclusions on one key by the stage that gave them. */
export type Stage = Criterion['conclusions'][number]['stage']

/** Bodies whose conclusions stand side by side: three before districts were abolished, two after; others where they spoke. */
export function stagesOf({ conclusions }: Pick<Indicator, 'conclusions'>, day: string): readonly Stage[] {
  const spoken = new Set(conclusions.map(({ stage }) => stage))
  const standing: readonly Stage[] =
    day < districtsEnd ? ['selfAssessed', 'verified', 'appraised'] : ['selfAssessed', 'appraised']
  return (['selfAssessed', 'verified', 'appraised', 'decided'] as const).filter(
    (stage) => standing.includes(stage) || spoken.has(stage),
  )
}

/** The same over a criterion and all its indicators, so that their conclusions stand in the same columns. */
export function stagesShown({ conclusions, indicators }: Criterion, day: string): readonly Stage[] {
  return stagesOf({ conclusions: [...conclusions, ...indicators.flatMap((each) => each.conclusions)] }, day)
}

/** From this day there are two levels and no districts (Luật Tổ chức chính quyền địa phương 2025). */
const districtsEnd = '2025-07-01'

/** Conclusions of several bodies that do not say the same. */
export function isDivided({ conclusions }: Pick<Indicator, 'conclusions'>): boolean {
  return new Set(conclusions.map(({ verdict }) => verdict)).size > 1
}

export function countOf(indicators: readonly Indicator[], wanted: Verdict): number {
  return indicators.filter(({ verdict }) => verdict === wanted).length
}
