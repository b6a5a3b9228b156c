import { z } from 'zod'

import { levelDecision, levelScale, type LevelDecision, type Measure } from '../criteria/index.ts'
import { accepted, refused, type Result } from '../kernel/index.ts'
import { onScale, readDecimal, type Decimal } from '../text/index.ts'
import { measureOfLevel } from './check-levels.ts'
import { figureFact, hasOneQuantity, largestQuantity, type FigureFact } from './facts.ts'
import type { KnownLaw } from './known.ts'
import { checkRows, named, type FactRefusal, type Refuse } from './refusal.ts'

/** A number as it was written, with its text, so that a refusal can show it. */
type Written = Decimal & { readonly text: string }

const written = (description: string) =>
  z
    .union([z.number(), z.string().max(40)])
    .describe(description)
    .transform((given, context): Written => {
      const read = readDecimal(given)
      if (read.ok) return { ...read.value, text: String(given).trim() }
      context.addIssue({ code: 'custom', message: read.refusal, input: given })
      return z.NEVER
    })

const { id, unit, measure, period, stage, nature, num, den, scaled, ...restOfFigure } = figureFact.shape

/**
 * A figure as people give it: `value` is the number as they read it, 44.7 million đồng, a text with the decimal mark
 * of either language or a number. `scaled`, which lists answer beside it, may stand for it or go with it.
 */
export const enteredFigure = z
  .strictObject({
    id,
    unit,
    measure,
    period,
    stage,
    nature,
    num,
    den,
    value: written(
      'The number as people read it, in the unit of its measure: 44.7, "44.7" or "44,7".',
    ).optional(),
    scaled: scaled.describe('The same as a whole number on the scale of its measure: 447 on scale 1.'),
    ...restOfFigure,
  })
  .refine((figure) => hasOneQuantity({ ...figure, scaled: figure.scaled ?? figure.value?.digits }), {
    error: 'figureHasOneQuantity',
  })

const { scaled: scaledLevel, ...restOfLevel } = levelDecision.shape

/** A level as people give it: `value` in percent for a share, else in the unit of its measure. */
export const enteredLevel = z
  .strictObject({
    ...restOfLevel,
    value: written(
      'The level as people read it: of a share in percent, 95.5; else in the unit of its measure.',
    ).optional(),
    scaled: scaledLevel
      .optional()
      .describe('The same as a whole number: percent times 100, or on the scale of its measure.'),
  })
  .refine((level) => level.until === undefined || level.from < level.until, { error: 'periodEmpty' })
  .refine((level) => level.withdrawn !== true || level.replaces !== undefined, { error: 'withdrawsNothing' })
  .refine((level) => level.value !== undefined || level.scaled !== undefined, { error: 'levelNeedsValue' })

export type EnteredFigure = z.output<typeof enteredFigure>
export type EnteredLevel = z.output<typeof enteredLevel>

/** Figures on the scale of their measures; this is the one place where a number that was read becomes one that is kept. */
export function figuresOnScale(
  rows: readonly EnteredFigure[],
  law: KnownLaw,
): Result<readonly FigureFact[], readonly FactRefusal[]> {
  const refusals: FactRefusal[] = []
  const facts: FigureFact[] = []
  checkRows(refusals, 'figures', rows, ({ value, ...row }, refuse) => {
    const known = value && law.findMeasure(row.measure)
    if (value === undefined) facts.push(row)
    else if (!known) refuse('measureUnknown', row.measure)
    else if (known.kind === 'share') refuse('shareNeedsParts', value.text, named(known))
    else facts.push({ ...row, scaled: toScale(value, row.scaled, known, known.scale, refuse) })
  })
  return refusals.length > 0 ? refused(refusals) : accepted(facts)
}

/** Levels on the scale of the measures that their set judges by them. */
export function levelsOnScale(
  rows: readonly EnteredLevel[],
  law: KnownLaw,
): Result<readonly LevelDecision[], readonly FactRefusal[]> {
  const refusals: FactRefusal[] = []
  const decisions: LevelDecision[] = []
  checkRows(refusals, 'levels', rows, ({ value, scaled: given, ...row }, refuse) => {
    const set = law.findSet(row.set)
    const known = set && measureOfLevel(set, row, (id) => law.findMeasure(id))
    if (!set) refuse('setUnknown', row.set)
    else if (!known) refuse('levelNotOpen', row.key)
    else {
      const onItsScale = value ? toScale(value, given, known, levelScale(known), refuse) : given
      if (onItsScale !== undefined) decisions.push({ ...row, scaled: onItsScale })
    }
  })
  return refusals.length > 0 ? refused(refusals) : accepted(decisions)
}

function toScale(
  value: Written,
  given: number | undefined,
  measure: Measure,
  scale: number,
  refuse: Refuse,
): number | undefined {
  const about = measure.kind === 'share' ? { measureName: measure.name, decimals: scale } : named(measure)
  const scaled = onScale(value, scale)
  if (scaled === undefined) refuse(scale === 0 ? 'amountNotWhole' : 'amountTooFine', value.text, about)
  else if (Math.abs(scaled) > largestQuantity) refuse('amountTooLarge', value.text, about)
  else if (given !== undefined && given !== scaled)
    refuse('scaledDiffers', value.text, { ...about, scaled: given })
  return scaled
}
