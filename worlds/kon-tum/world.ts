import { criterionClaims, synthesisOf } from './claims.ts'
import { recognitions } from './decisions.ts'
import { expectedOfPlan, type Expected } from './expected.ts'
import { communeValues } from './figure-values.ts'
import { reportedFigures } from './figures.ts'
import { indicatorClaims, selfAssessedOtherwise } from './indicator-claims.ts'
import { readLevels } from './levels.ts'
import { makePlan, type Plan } from './plan.ts'
import { readFacts, readYaml, type PublishedFacts } from './read-facts.ts'
import { reformKnown, reformUnits } from './reform.ts'
import { replayOf, type Learned } from './replay.ts'
import type { Day, DecisionRow, Row, WorldEntry } from './types.ts'
import { difficultDay, difficultSince2021, mangDenSince, mangDenUnits, oldUnits } from './units.ts'
import { villageGroups, villageUnits } from './villages.ts'

/** The demo province: what became known, entry by entry from 1/1/2017 on, and what was planted in it. */
export type World = {
  provinceId: 'kon-tum'
  seed: number
  entries: WorldEntry[]
  expected: Expected
}

/** Seed of the world that the program shows; any other gives another world with the same totals. */
export const defaultSeed = 20240331

/** Day on which the program shows the world first: the figures of the second article. */
export const opensOn = '2024-03-31'

const start: Day = '2017-01-01'

/** Kon Tum from 2017 on, real where published and illustrative elsewhere; the same seed gives the same world. */
export function makeWorld(seed: number = defaultSeed): World {
  const facts = readFacts()
  const plan = makePlan(facts, seed)
  const decisions = recognitions(facts, plan)
  const claims = criterionClaims(plan)
  const levels = readLevels()
  const values = communeValues(plan, levels, plan.disagreements)
  const figures = reportedFigures(facts, plan, values)
  const indicators = indicatorClaims(plan, levels, values)
  const verdicts = [...claims.rows, ...indicators]
  const learned: Learned[] = [
    ...unitHistory(facts, plan),
    ...sets(),
    ...verdicts.map(({ known, claim }): Learned => ({
      day: known,
      kind: claim.replaces === undefined ? 'verdicts.add' : 'verdicts.correct',
      reason:
        claim.replaces === undefined
          ? 'Tổng hợp kết quả tiêu chí (minh hoạ)'
          : 'Đính chính kết quả tiêu chí (minh hoạ)',
      facts: { verdicts: [claim] },
    })),
    ...figures.rows.map(({ known, figure }): Learned => ({
      day: known,
      kind: figure.replaces === undefined ? 'figures.add' : 'figures.correct',
      reason:
        figure.replaces === undefined ? 'Số liệu của các xã (minh hoạ)' : 'Đính chính số liệu (minh hoạ)',
      facts: { figures: [figure] },
    })),
    ...decisionHistory(decisions),
  ]
  return {
    provinceId: 'kon-tum',
    seed,
    entries: replayOf(
      learned,
      withReports(
        facts,
        verdicts.map((row) => row.claim.asOf),
        figures.documents,
      ),
    ),
    expected: expectedOfPlan(seed, plan, decisions, {
      disagreements: plan.disagreements,
      conflicts: figures.conflicts,
      regressions: claims.regressions,
      corrections: claims.corrections,
      selfAssessed: selfAssessedOtherwise(indicators),
      claimed: figures.claimed,
      sums: figures.sums,
    }),
  }
}

/** Totals from the generator's own record of what it planted. */
export function expectedOf(world: World): Expected {
  return world.expected
}

function unitHistory(facts: PublishedFacts, plan: Plan): readonly Learned[] {
  const load = (day: Day, reason: string, units: Learned['facts']['units'] & object): Learned => ({
    day,
    kind: 'units.load',
    reason,
    facts: { units },
  })
  return [
    load(start, 'Đơn vị hành chính và thôn của tỉnh Kon Tum', oldUnits(facts)),
    load(start, 'Đơn vị hành chính và thôn của tỉnh Kon Tum', villageUnits(facts, plan.villages)),
    load(mangDenSince, 'Xã Đắk Long (Kon Plông) thành thị trấn Măng Đen', mangDenUnits()),
    load(
      difficultDay,
      'Xã đặc biệt khó khăn từ 4/6/2021 (minh hoạ)',
      difficultSince2021(facts, [...plan.cast.difficult]),
    ),
    ...villageGroups(plan.villages).map(({ day, units }) => load(day, 'Nhóm thôn (minh hoạ)', units)),
    load(reformKnown, 'Sắp xếp đơn vị hành chính từ 1/7/2025', reformUnits(facts, plan.villages)),
  ]
}

/** Sets by the day on which they became known: signed, or first told of where that day is not known. */
const issued: readonly { readonly day: Day; readonly sets: readonly string[] }[] = [
  { day: start, sets: ['commune-2016-2020'] },
  { day: '2019-04-22', sets: ['village-kontum-2019-2020'] },
  {
    day: '2022-03-08',
    sets: [
      'commune-2021-2025',
      'commune-advanced-2021-2025',
      'commune-model-2021-2025',
      'district-2021-2025',
      'district-advanced-2021-2025',
      'city-completed-2021-2025',
    ],
  },
  { day: '2022-03-28', sets: ['village-kontum-2022-2025'] },
  { day: '2023-04-01', sets: ['village-model-area-kontum'] },
  { day: '2024-03-01', sets: ['district-special-2024'] },
  { day: '2025-12-29', sets: ['commune-2026-2030', 'commune-modern-2026-2030'] },
]

/** What was issued, and what the province is known to judge by: of the other sets no decision to apply them is. */
function sets(): readonly Learned[] {
  const apply = (day: Day, row: Row): Learned => ({
    day,
    kind: 'sets.apply',
    reason: 'Bộ tiêu chí tỉnh áp dụng',
    facts: { setApplications: [row] },
  })
  return [
    ...issued.map(({ day, sets: names }): Learned => ({
      day,
      kind: 'packs.add',
      reason: 'Ban hành bộ tiêu chí',
      facts: { editions: names.map((set) => ({ set, edition: 1 })) },
    })),
    apply(start, { id: 'a-2016', set: 'commune-2016-2020', from: '2016-12-01' }),
    apply('2022-10-01', {
      id: 'a-2021',
      set: 'commune-2021-2025',
      from: '2022-10-01',
      assumed: true,
      note: 'Giữa năm 2022 tỉnh còn báo cáo theo bộ 2016-2020, tháng 11/2022 theo bộ mới; ngày áp dụng là giả định',
    }),
  ]
}

function decisionHistory(decisions: readonly DecisionRow[]): readonly Learned[] {
  return decisions.map((row) => ({
    day: row.day < start ? start : row.day,
    kind: 'decisions.add',
    reason: 'Quyết định công nhận',
    facts: { decisions: [row] },
  }))
}

/** The published documents, and one for each illustrative report. */
function withReports(
  facts: PublishedFacts,
  days: readonly Day[],
  others: readonly Row[],
): ReadonlyMap<string, Row> {
  const published = new Map(readYaml('totals.yaml').map((row) => [String(row['day']), row]))
  const reports = [...new Set(days)].map((day): [string, Row] => {
    const url = published.get(day)?.['url']
    return [
      synthesisOf(day),
      {
        id: synthesisOf(day),
        title: `Tổng hợp kết quả tiêu chí nông thôn mới đến ngày ${day.split('-').map(Number).toReversed().join('/')} (minh hoạ)`,
        illustrative: true,
        note: published.has(day)
          ? 'Tổng số đã công bố; kết quả từng xã do bộ dữ liệu minh hoạ sinh ra'
          : 'Kết quả từng xã do bộ dữ liệu minh hoạ sinh ra',
        ...(typeof url === 'string' ? { url } : {}),
      },
    ]
  })
  return new Map([
    ...facts.documents,
    ...reports,
    ...others.map((row): [string, Row] => [String(row['id']), row]),
  ])
}
