import { day } from '../kernel/index.ts'
import type { CriteriaSet, Criterion, LegalSource, Measure, Rule } from '../criteria/index.ts'

const source: LegalSource = { document: 'doc-law', article: 'Phụ lục', checked: 'text', note: undefined }

/** A share that is judged from `scaled` (percent times 100) upwards. */
function atLeast(measure: string, scaled: number): Rule {
  return { kind: 'atLeast', key: measure, measure, levels: { '*': { kind: 'value', scaled, source } } }
}

/** A share whose level the province decides. */
export function delegated(measure: string): Rule {
  return { kind: 'atLeast', key: measure, measure, levels: { '*': { kind: 'delegated', source } } }
}

/** Judged by a body alone. */
const byConclusion: Rule = { kind: 'pass', measure: undefined, delegated: false, source }

export function aCriterion(code: string, rules: readonly Rule[]): Criterion {
  return {
    code,
    group: { vi: 'Nhóm', en: 'Group' },
    name: { vi: `Tiêu chí ${code}`, en: `Criterion ${code}`, short: code, shortEn: code },
    nameChecked: 'text',
    owners: [],
    key: false,
    indicators: rules.map((rule, index) => ({
      code: `${code}.${index + 1}`,
      name: { vi: `Chỉ tiêu ${code}.${index + 1}`, en: `Indicator ${code}.${index + 1}` },
      nameChecked: 'text',
      provisions: [{ from: day('2022-03-08'), until: undefined, rule }],
      ifAny: false,
      owners: [],
      evidence: [],
    })),
  }
}

export function aShare(id: string): Measure {
  return {
    id,
    name: { vi: id, en: id },
    kind: 'share',
    quantity: { vi: 'hộ', en: 'households' },
    scale: 0,
    time: 'instant',
    staleAfterMonths: 12,
    overUnits: 'reweight',
    precedence: 'entered',
  }
}

/** Three criteria: one of two shares, one of a share and a conclusion, one of a conclusion alone. */
export function aSet(change: Partial<CriteriaSet> = {}): CriteriaSet {
  return {
    id: 'set-of-tests',
    edition: 1,
    name: { vi: 'Bộ thử', en: 'Test set', short: 'Thử' },
    legalBasis: [source],
    inForce: { from: day('2022-03-08'), until: undefined },
    replaces: undefined,
    forKinds: ['commune'],
    programmeOnly: true,
    passRule: { kind: 'allCriteria' },
    basicallyMetCounts: false,
    notApplicableCounts: true,
    bands: [
      { from: 3, to: 3 },
      { from: 1, to: 2 },
      { from: 0, to: 0 },
    ],
    columns: [],
    criteria: [
      aCriterion('1', [atLeast('m-one', 9000), atLeast('m-two', 5000)]),
      aCriterion('2', [atLeast('m-three', 2750), byConclusion]),
      aCriterion('3', [byConclusion]),
    ],
    ...change,
  }
}

export const measuresOfSet: ReadonlyMap<string, Measure> = new Map(
  ['m-one', 'm-two', 'm-three'].map((id) => [id, aShare(id)]),
)
