import type {
  LegalSource,
  ReadCriterion,
  Reading,
  ReadIndicator,
  ReadLevel,
  ReadTerm,
} from '../standing/law/answers.ts'
import { day } from './answers.ts'

export const source: LegalSource = {
  document: 'qd-318',
  article: 'Phụ lục I',
  checked: 'memory',
  note: null,
}

export function level(state: ReadLevel['state'], given: Partial<ReadLevel> = {}): ReadLevel {
  return {
    columns: ['A', 'B'],
    state,
    scaled: state === 'stated' || state === 'decided' ? 8000 : null,
    year: null,
    byYear: null,
    of: null,
    source,
    decision: state === 'decided' ? 'l-1' : null,
    ...given,
  }
}

export function term(given: Partial<ReadTerm> = {}): ReadTerm {
  return {
    depth: 0,
    kind: 'atLeast',
    count: null,
    measure: 'm-share',
    name: null,
    units: null,
    key: '2.1',
    delegated: false,
    source: null,
    levels: [level('stated')],
    ...given,
  }
}

export function readIndicator(
  code: string,
  terms: readonly ReadTerm[],
  given: Partial<ReadIndicator> = {},
): ReadIndicator {
  return {
    code,
    name: { vi: `Chỉ tiêu ${code}`, en: `Indicator ${code}` },
    nameChecked: 'text',
    ifAny: false,
    notApplicableIn: [],
    evidence: [],
    owners: [],
    continues: [],
    provisions: [{ from: day('2022-03-08'), until: null, inForce: true, terms: [...terms] }],
    ...given,
  }
}

export function readCriterion(
  code: string,
  indicators: readonly ReadIndicator[],
  given: Partial<ReadCriterion> = {},
): ReadCriterion {
  const name = `Tiêu chí ${code}`
  return {
    code,
    group: { vi: 'Nhóm', en: 'Group' },
    name: { vi: name, en: `Criterion ${code}`, short: name, shortEn: name },
    nameChecked: 'text',
    key: false,
    complete: true,
    source: null,
    owners: [],
    continues: [],
    indicators: [...indicators],
    ...given,
  }
}

/** A set of two columns, with a share, an amount of one decimal, and a count as its measures. */
export function reading(criteria: readonly ReadCriterion[], given: Partial<Reading> = {}): Reading {
  const column = (id: string, units: number) => ({
    id,
    name: { vi: `Cột ${id}`, en: `Column ${id}` },
    source,
    units,
  })
  const measure = (kind: 'share' | 'amount' | 'count', name: string, unit: string, decimals: number) => ({
    name: { vi: name, en: name },
    kind,
    quantity: { vi: unit, en: unit },
    decimals,
    negative: false,
  })
  return {
    on: day('2024-03-31'),
    known: null,
    knownSeq: 9,
    set: 'set',
    name: { vi: 'Bộ', en: 'Set', short: 'Bộ' },
    inForce: { from: day('2022-03-08'), until: null },
    time: 'inForce',
    applied: null,
    judges: true,
    forKinds: ['commune'],
    replaces: null,
    editions: [],
    readOn: day('2024-03-31'),
    edition: { edition: 1, digest: 'd', seq: 2 },
    legalBasis: [source],
    passRule: { kind: 'allCriteria' },
    prerequisites: [],
    basicallyMetCounts: false,
    notApplicableCounts: true,
    declaredIndicators: null,
    columns: [column('A', 3), column('B', 7)],
    criteria: [...criteria],
    measures: {
      'm-share': measure('share', 'Tỷ lệ đường', 'km', 2),
      'm-income': measure('amount', 'Thu nhập', 'triệu đồng', 1),
      'm-schools': measure('count', 'Số trường', 'trường', 0),
    },
    levels: {},
    documents: {},
    ...given,
  }
}
