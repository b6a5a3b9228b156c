import { formatPercent, formatScaled, noBreak, type Language } from '@ancu/core/text'

import type { Reading, ReadLevel, ReadTerm } from './answers.ts'
import type { LawKey, LawSay } from './texts.ts'

type Measures = Reading['measures']

type Words = { readonly vi: string; readonly en: string }

/** How a level is counted: on the scale of its measure, or of lower units as a share or a number. */
export type Scale = {
  readonly isShare: boolean
  readonly decimals: number
  /** Whether it may be below 0. */
  readonly isNegative: boolean
  /** What stands after the number; undefined for a share, and where nothing is counted. */
  readonly unit: Words | undefined
}

/** The scale of a line with levels; undefined where it has none. */
export function scaleOf(
  { measure, units }: Pick<ReadTerm, 'measure' | 'units'>,
  measures: Measures,
): Scale | undefined {
  if (units !== null) {
    const isShare = units.as === 'share'
    return { isShare, decimals: isShare ? 2 : 0, isNegative: false, unit: undefined }
  }
  const known = measure === null ? undefined : measures[measure]
  if (known === undefined) return undefined
  const isShare = known.kind === 'share'
  const unit = isShare || known.quantity.vi === '' ? undefined : known.quantity
  return { isShare, decimals: known.decimals, isNegative: known.negative, unit }
}

/** "98 %", "44,7": the number as the law writes it, without its unit. */
function numberOf(scaled: number, { isShare, decimals }: Scale, language: Language): string {
  return isShare ? formatPercent(scaled, language) : formatScaled(scaled, decimals, language)
}

/** "≥ 98 %": a level with its direction. */
export function boundOf(kind: string, scaled: number, scale: Scale, language: Language, t: LawSay): string {
  const level = numberOf(scaled, scale, language)
  return t(isCeiling(kind) ? 'level.atMost' : 'level.atLeast', { level })
}

/** What a level says in a cell: the number, or why there is none; `withUnit` where the unit stands nowhere else. */
export function levelWords(
  term: Pick<ReadTerm, 'kind' | 'measure' | 'units'>,
  level: Pick<ReadLevel, 'state' | 'scaled' | 'year'>,
  { measures, language, t, withUnit = false }: LevelTelling,
): string {
  const scale = scaleOf(term, measures)
  if (level.scaled === null || scale === undefined) {
    const { state } = level
    return t(state === 'notApplicable' || state === 'delegated' ? `level.${state}` : 'level.unknown')
  }
  const unit = withUnit ? scale.unit?.[language] : undefined
  const bound = [boundOf(term.kind, level.scaled, scale, language, t), unit].filter(Boolean).join(' ')
  return level.year === null ? bound : `${bound} ${t('level.ofYear', { year: String(level.year) })}`
}

export type LevelTelling = {
  readonly measures: Measures
  readonly language: Language
  readonly t: LawSay
  readonly withUnit?: boolean
}

function isCeiling(kind: string): boolean {
  return kind === 'atMost' || kind === 'unitsAtMost'
}

const plain: Readonly<Record<string, LawKey>> = {
  noneOf: 'level.noneOf',
  allOf: 'level.allOf',
  anyOf: 'level.anyOf',
  score: 'level.score',
}

/** What a line without levels says: "Đạt", "Không còn", or what heads the lines below it. */
export function plainWords(term: ReadTerm, language: Language, t: LawSay): string {
  const name = term.name === null ? undefined : noBreak(term.name[language])
  switch (term.kind) {
    case 'pass':
      return t(term.delegated ? 'level.passDelegated' : 'level.pass')
    case 'atLeastOf':
      return t('level.atLeastOf', { count: term.count ?? 0 })
    case 'register':
      return name === undefined
        ? t('level.registerPlain')
        : t('level.register', { name: term.name?.[language] ?? name })
    default:
      return t(plain[term.kind] ?? 'level.unknown')
  }
}

/** Whether a line only heads those below it. */
export function isHeading({ kind }: Pick<ReadTerm, 'kind'>): boolean {
  return kind === 'allOf' || kind === 'anyOf' || kind === 'atLeastOf'
}
