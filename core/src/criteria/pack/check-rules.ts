import type { Measure } from '../criteria.ts'
import { measureOfUnits } from '../levels.ts'
import { ranks } from '../ranks.ts'
import { levelKey } from './build-rules.ts'
import { checkKey, checkLevels } from './check-levels.ts'
import { checkSource, type Path, type RuleNames } from './check-names.ts'
import { checkScore } from './check-points.ts'
import type { RuleForm } from './form.ts'

/** Everything in which a rule contradicts itself, the measures, the columns or the documents. */
export function checkRule(rule: RuleForm, path: Path, names: RuleNames): void {
  const { tell } = names
  if ('parts' in rule) {
    if (rule.kind === 'atLeastOf' && rule.count > rule.parts.length) {
      tell([...path, 'count'], 'countTooHigh', { count: rule.count, parts: rule.parts.length })
    }
    const place = names.place === 'whole' ? 'part' : names.place
    for (const [at, part] of rule.parts.entries()) {
      checkRule(part, [...path, 'parts', at], { ...names, place })
    }
    return
  }
  checkSource(rule.source, [...path, 'source'], names.documents, tell)
  if (rule.kind === 'register') return checkRegister(rule, path, names)
  if (rule.kind === 'unitsAtLeast' || rule.kind === 'unitsAtMost') {
    if (names.place === 'ofUnits') return tell(path, 'unitsInside')
    checkLevelled(rule, measureOfUnits(rule.as), path, names)
    return checkRule(rule.that, [...path, 'that'], { ...names, place: 'ofUnits' })
  }
  if (rule.measure === undefined) return
  const measure = names.forms.measures.get(rule.measure)
  if (!measure) {
    tell([...path, 'measure'], 'measureUnknown', { measure: rule.measure })
    return
  }
  const fits: readonly Measure['kind'][] = measureKinds[rule.kind]
  if (!fits.includes(measure.kind)) {
    tell([...path, 'measure'], 'ruleWrongMeasure', {
      rule: rule.kind,
      measure: measure.id,
      kind: measure.kind,
      fits: fits.join(', '),
    })
    return
  }
  if (rule.kind === 'atLeast' || rule.kind === 'atMost') checkLevelled(rule, measure, path, names)
  if (rule.kind === 'score') checkScore(rule, measure, path, names)
}

function checkLevelled(
  rule: Extract<RuleForm, { readonly levels: unknown }>,
  measure: Measure,
  path: Path,
  names: RuleNames,
): void {
  checkKey(levelKey(rule, names.indicator), rule.key === undefined ? path : [...path, 'key'], names)
  checkLevels(rule.levels, measure, [...path, 'levels'], names)
}

/** A rank is one that the program knows; a group has to say what people call it. */
function checkRegister(
  rule: Extract<RuleForm, { readonly kind: 'register' }>,
  path: Path,
  { tell }: RuleNames,
): void {
  if (rule.register === 'group') {
    if (!rule.name) tell([...path, 'name'], 'keyMissing', { key: 'name' })
  } else if (!ranks.some((rank) => rank === rule.entry)) {
    tell([...path, 'entry'], 'entryUnknown', { entry: rule.entry, allowed: ranks.join(', ') })
  }
}

/** Which kinds of measure a rule can judge. */
const measureKinds = {
  pass: ['pass'],
  noneOf: ['count'],
  atLeast: ['share', 'count', 'amount'],
  atMost: ['share', 'count', 'amount'],
  score: ['share', 'count', 'amount'],
} as const satisfies Partial<Record<RuleForm['kind'], readonly Measure['kind'][]>>
