import { parseDay, type IsoDate } from '@ancu/core/kernel'
import type { UnitId } from '@ancu/core/units'

import type {
  CommuneRow,
  CommuneTotals,
  Conclusion,
  Criterion,
  Indicator,
  Overview,
  Standing,
} from '../standing/answers.ts'

export function day(text: string): IsoDate {
  const parsed = parseDay(text)
  if (parsed === undefined) throw new Error(`no day: ${text}`)
  return parsed
}

/** Totals that add up: what is neither meeting nor undetermined does not meet. */
export function totals(given: Partial<CommuneTotals> & { readonly total: number }): CommuneTotals {
  const { total, meeting = 0, undetermined = 0 } = given
  return {
    meeting,
    undetermined,
    notMeeting: total - meeting - undetermined,
    recognised: 0,
    recognisedNotMeeting: 0,
    meetingNotRecognised: 0,
    advanced: 0,
    model: 0,
    modern: 0,
    averageCriteria: null,
    averageBounds: null,
    criteriaMet: 0,
    criteriaUnknown: 0,
    bands: [
      { from: 3, to: 3, communes: 0 },
      { from: 1, to: 2, communes: 0 },
      { from: 0, to: 0, communes: 0 },
    ],
    bandUndetermined: 0,
    ...given,
  }
}

/** A commune by its letters; what it meets and may meet follows from them. Without any the set is not for it. */
export function row(id: string, verdicts: string, given: Partial<CommuneRow> = {}): CommuneRow {
  const count = (letter: string) => [...verdicts].filter((each) => each === letter).length
  const least = count('m') + count('b')
  const whole = count('u') > 0 ? 'unmet' : count('k') > 0 ? 'unknown' : 'met'
  const judgement =
    verdicts === ''
      ? { applicable: false, whole: null, least: null, most: null }
      : ({ applicable: true, whole, least, most: least + count('k') } as const)
  return {
    id: id as UnitId,
    code: null,
    name: id,
    place: { vi: `xã ${id}`, en: `${id} commune` },
    kind: 'commune',
    district: null,
    inProgramme: true,
    verdicts,
    ...judgement,
    ranks: [],
    point: null,
    inherits: [],
    illustrative: false,
    ...given,
  }
}

/** An overview over rows of three criteria. */
export function overviewOf(rows: readonly CommuneRow[], given: Partial<Overview> = {}): Overview {
  const judged = rows.filter(({ verdicts }) => verdicts !== '')
  const unit = {
    id: 'p' as UnitId,
    code: '62',
    name: 'Kon Tum',
    place: { vi: 'tỉnh Kon Tum', en: 'Kon Tum province' },
    kind: 'province' as const,
  }
  return {
    on: day('2024-03-31'),
    known: null,
    knownSeq: 9,
    set: 'set',
    edition: 1,
    setInForce: true,
    basis: 'official',
    unit,
    communes: totals({ total: judged.length }),
    villages: {
      total: 0,
      ethnicMinority: 0,
      recognised: 0,
      recognisedEthnicMinority: 0,
      model: 0,
      pilots: 0,
      recognisedPilots: 0,
    },
    illustrative: false,
    setName: { vi: 'Bộ', en: 'Set', short: 'Bộ' },
    criteria: [0, 1, 2].map((index) => {
      const count = (letters: string) =>
        judged.filter(({ verdicts }) => letters.includes(verdicts.charAt(index))).length
      const name = `criterion ${index + 1}`
      return {
        code: String(index + 1),
        name: { vi: name, en: name, short: name, shortEn: name },
        key: false,
        met: count('mb'),
        unmet: count('u'),
        unknown: count('k'),
      }
    }),
    districts: [],
    rows: [...rows],
    series: [],
    ...given,
  }
}

export function conclusion(given: Partial<Conclusion> = {}): Conclusion {
  return {
    id: 'v',
    carriedFrom: null,
    stage: 'appraised',
    verdict: 'met',
    asOf: day('2024-03-31'),
    reason: null,
    document: null,
    evidence: null,
    entrySeq: 1,
    illustrative: false,
    contenders: [],
    ...given,
  }
}

export function indicator(code: string, given: Partial<Indicator> = {}): Indicator {
  return {
    code,
    name: { vi: code, en: code },
    verdict: 'met',
    computed: 'met',
    conclusions: [],
    figures: [],
    explanation: {},
    text: { vi: { heading: '', lines: [] }, en: { heading: '', lines: [] } },
    stale: false,
    disagrees: false,
    missing: [],
    score: null,
    owner: null,
    ...given,
  }
}

export function criterion(code: string, given: Partial<Criterion> = {}): Criterion {
  return {
    code,
    name: { vi: code, en: code, short: code, shortEn: code },
    group: { vi: 'nhóm', en: 'group' },
    key: false,
    verdict: 'met',
    computed: 'met',
    basicallyMet: false,
    spokenBy: 'indicators',
    conclusions: [],
    stale: false,
    disagrees: false,
    complete: true,
    wanted: null,
    score: null,
    indicators: [],
    ...given,
  }
}

export function standing(criteria: readonly Criterion[], given: Partial<Standing> = {}): Standing {
  const count = (verdict: string) => criteria.filter((each) => each.verdict === verdict).length
  const counts = {
    met: count('met'),
    unmet: count('unmet'),
    unknown: count('unknown'),
    notApplicable: count('notApplicable'),
  }
  return {
    carried: {},
    on: day('2024-03-31'),
    known: null,
    knownSeq: 9,
    set: 'set',
    edition: 1,
    setName: { vi: 'Bộ', en: 'Set', short: 'Bộ' },
    setInForce: true,
    column: null,
    basis: 'official',
    unit: {
      id: 'u' as UnitId,
      code: null,
      name: 'Ia Đal',
      place: { vi: 'xã Ia Đal', en: 'Ia Đal commune' },
      kind: 'commune',
    },
    applicable: true,
    whole: counts.unmet > 0 ? 'unmet' : counts.unknown > 0 ? 'unknown' : 'met',
    spokenBy: 'criteria',
    conclusions: [],
    countsAsMet: { basicallyMet: false, notApplicable: false },
    passRule: { kind: 'allCriteria' },
    score: null,
    prerequisites: [],
    counts,
    least: counts.met,
    most: counts.met + counts.unknown,
    criteria: [...criteria],
    levels: {},
    documents: {},
    entries: {},
    illustrative: false,
    ...given,
  }
}
