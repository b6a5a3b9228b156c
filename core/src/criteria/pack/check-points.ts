import type { Measure } from '../criteria.ts'
import { inHundredths, levelsOfStep, stepKey } from './build-rules.ts'
import { checkReached } from './check-ladder.ts'
import { checkKey, checkLevels } from './check-levels.ts'
import type { Names, Path, RuleNames, Tell } from './check-names.ts'
import type { CriterionForm, IndicatorForm, PackForm, RuleForm } from './form.ts'
import type { StepForm } from './form-rules.ts'

/** Marks that can be reached, and points that are all there, where the set counts them; none where it does not. */
export function checkPoints(names: Names): void {
  const { pack, criteria } = names.forms
  const { passRule, counts } = pack
  if (typeof passRule === 'string' || !('points' in passRule)) {
    if (counts.points !== undefined) names.tellPack(['counts', 'points'], 'pointsUnused')
    forEachIndicator(criteria, (indicator, path) => {
      if (indicator.points !== undefined) names.tell([...path, 'points'], 'pointsUnused')
    })
    return
  }
  const { passAt, criterionFloor } = passRule.points
  const at = ['passRule', 'points']
  checkHundredths(passAt, [...at, 'passAt'], names.tellPack)
  if (typeof criterionFloor === 'object') {
    const [key, value] = Object.entries(criterionFloor)[0] ?? ['', 0]
    checkHundredths(value, [...at, 'criterionFloor', key], names.tellPack)
  }
  forEachIndicator(criteria, (indicator, path) => {
    if (indicator.points === undefined) names.tell(path, 'pointsMissing', { code: indicator.code })
    else checkHundredths(indicator.points, [...path, 'points'], names.tell)
  })
  for (const [place, { complete, code }] of criteria.entries()) {
    if (!complete) names.tell([place, 'complete'], 'pointsIncomplete', { criterion: code })
  }
  checkTotals(pack, passRule.points, criteria, names.tellPack)
}

function checkTotals(
  { counts }: PackForm,
  { passAt, criterionFloor }: PointsForm,
  criteria: readonly CriterionForm[],
  tell: Tell,
): void {
  const totals = criteria.map(({ indicators }) =>
    indicators.reduce((sum, { points = 0 }) => sum + (inHundredths(points) ?? 0), 0),
  )
  const found = totals.reduce((sum, total) => sum + total, 0) / 100
  if (counts.points !== undefined && counts.points !== found) {
    tell(['counts', 'points'], 'pointsDiffer', { declared: counts.points, found })
  }
  const at = ['passRule', 'points']
  if (passAt > found) tell([...at, 'passAt'], 'passAtTooHigh', { passAt, points: found })
  if (typeof criterionFloor === 'string' || !('points' in criterionFloor)) return
  const low = criteria.findIndex((_, place) => (totals[place] ?? 0) < criterionFloor.points * 100)
  const criterion = criteria[low]
  if (criterion) {
    const facts = { points: (totals[low] ?? 0) / 100, criterion: criterion.code }
    tell([...at, 'criterionFloor', 'points'], 'floorTooHigh', facts)
  }
}

type PointsForm = Extract<Exclude<PackForm['passRule'], string>, { readonly points: unknown }>['points']

/** A score stands alone as an indicator's rule, in a set that counts points. */
export function checkScore(
  rule: Extract<RuleForm, { readonly kind: 'score' }>,
  measure: Measure,
  path: Path,
  names: RuleNames,
): void {
  const { tell, indicator } = names
  const { passRule } = names.forms.pack
  if (names.place !== 'whole') return tell(path, 'scoreInside')
  if (typeof passRule === 'string' || !('points' in passRule)) return tell(path, 'pointsUnused')
  if ((rule.steps === undefined) === (rule.asGiven === undefined)) return tell(path, 'scoreStepsOrGiven')
  const { points = 0, passAt } = indicator
  if (rule.steps) checkLadder(rule, rule.steps, measure, path, names)
  else if (measure.kind === 'share' || measure.scale > 2 || measure.most !== points * 10 ** measure.scale) {
    tell([...path, 'measure'], 'mostDiffers', { measure: measure.id, points })
  }
  if (passAt === undefined) return
  const isMark = rule.steps ? rule.steps.some((step) => step.points === passAt) : passAt <= points
  if (!isMark) tell(path, 'passAtNotAStep', { passAt })
}

function checkLadder(
  rule: Extract<RuleForm, { readonly kind: 'score' }>,
  steps: readonly StepForm[],
  measure: Measure,
  path: Path,
  names: RuleNames,
): void {
  const { tell, indicator } = names
  for (const [at, step] of steps.entries()) {
    const place = [...path, 'steps', at]
    if ((step.atLeast === undefined) === (step.atMost === undefined)) {
      tell(place, 'stepNeedsLevel')
      continue
    }
    checkHundredths(step.points, [...place, 'points'], tell)
    checkKey(stepKey(rule, step, at, indicator), place, names)
    const { kind, levels } = levelsOfStep(step)
    const isForAll = typeof step[kind] !== 'object'
    checkLevels(levels, measure, [...place, kind], names, isForAll)
  }
  checkReached(steps, path, names)
  const highest = Math.max(...steps.map((step) => step.points))
  if (highest !== indicator.points) {
    const facts = { highest, points: indicator.points ?? 0 }
    tell([...path, 'steps'], 'stepsDiffer', facts)
  }
}

/** Only an indicator with a score has a mark of its own. */
export function checkPassAt(
  indicator: IndicatorForm,
  rules: readonly RuleForm[],
  path: Path,
  tell: Tell,
): void {
  if (indicator.passAt !== undefined && rules.every((rule) => rule.kind !== 'score')) {
    tell([...path, 'passAt'], 'keyUnknown', { key: 'passAt' })
  }
}

/** Points beyond it are no points of any set. */
const largestPoints = 1_000_000

function checkHundredths(value: number, path: Path, tell: Tell): void {
  if (inHundredths(value) !== undefined) return
  const isAnyNumber = Number.isFinite(value) && Math.abs(value) < largestPoints
  tell(path, isAnyNumber ? 'tooManyDecimals' : 'wrongNumber', { value })
}

function forEachIndicator(
  criteria: readonly CriterionForm[],
  visit: (indicator: IndicatorForm, path: Path) => void,
): void {
  for (const [at, { indicators }] of criteria.entries()) {
    for (const [place, indicator] of indicators.entries()) visit(indicator, [at, 'indicators', place])
  }
}
