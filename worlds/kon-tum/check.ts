import type { CommuneTotals, Expected, VillageTotals } from './expected.ts'
import { makeWorld } from './world.ts'
import { readFacts } from './read-facts.ts'
import { province, unitOf } from './units.ts'

export type Language = 'vi' | 'en'

/** What a seed's world holds by the generator's own record: a table for people, JSON for programs. */
export type WorldCheck = { readonly seed: number; readonly table: string; readonly json: string }

export function checkWorld(seed: number, language: Language = 'vi'): WorldCheck {
  const { expected } = makeWorld(seed)
  return { seed, table: renderExpected(expected, language), json: JSON.stringify(expected, undefined, 2) }
}

/** The record as plain text: totals by day, districts and days of their own, and what was planted. */
export function renderExpected(expected: Expected, language: Language): string {
  const words = wordsOf[language]
  const name = namesOf(words)
  const days = [
    [words.day, words.set, ...words.communes, ...words.villages],
    ...expected.days.map((day) => [
      day.on,
      day.set,
      ...communeCells(day.communes, language),
      ...villageCells(day.villages),
    ]),
  ]
  const areas = [
    [words.day, words.area, words.set, ...words.communes],
    ...expected.areas.map((area) => [
      area.on,
      name(area.unit),
      area.set,
      ...communeCells(area.communes, language),
    ]),
    ...expected.days
      .filter((day) => day.on === '2024-03-31')
      .flatMap((day) =>
        day.districts.map((one) => [
          day.on,
          name(one.unit),
          day.set,
          ...communeCells(one.communes, language),
        ]),
      ),
  ]
  const recognised = [
    [words.day, words.area, words.recognised, ...words.villages],
    ...expected.recognised.map((one) => [
      one.on,
      name(one.unit),
      String(one.communes),
      ...villageCells(one.villages),
    ]),
  ]
  const disagreements = expected.disagreements.map((one) => [
    one.on,
    one.unit,
    one.criterion,
    one.measures.join(' '),
    words.verdicts[one.attested],
    words.verdicts[one.computed],
  ])
  return [
    `${words.seed} ${expected.seed}`,
    grid(days),
    grid(areas),
    grid(recognised),
    grid([words.disagreements, ...disagreements]),
    ...expected.conflicts.map((one) => `${words.conflict}: ${one.unit} ${one.measure} ${one.period}`),
    `${words.regressions}: ${expected.regressions.length}; ${words.corrections}: ${expected.corrections.length}`,
  ].join('\n\n')
}

const wordsOf = {
  vi: {
    seed: 'Tỉnh minh hoạ Kon Tum, hạt giống',
    day: 'ngày',
    set: 'bộ tiêu chí',
    area: 'địa bàn',
    province: 'toàn tỉnh',
    recognised: 'xã công nhận',
    communes: [
      'xã',
      'đạt đủ',
      'công nhận',
      '15-18',
      '10-14',
      '5-9',
      '<5',
      'bình quân',
      'nâng cao',
      'kiểu mẫu',
    ],
    villages: ['thôn', 'DTTS', 'thôn NTM', 'thôn kiểu mẫu', 'làm điểm', 'điểm đạt'],
    disagreements: ['lệch ngày', 'xã', 'tiêu chí', 'số liệu', 'kết luận', 'tính ra'],
    verdicts: { met: 'đạt', unmet: 'không đạt' },
    conflict: 'Hai đính chính cho một số liệu',
    regressions: 'Tiêu chí giảm từ kỳ này sang kỳ sau',
    corrections: 'kết quả được đính chính',
  },
  en: {
    seed: 'Demo province Kon Tum, seed',
    day: 'day',
    set: 'criteria set',
    area: 'area',
    province: 'province',
    recognised: 'communes recognised',
    communes: [
      'communes',
      'all met',
      'recognised',
      '15-18',
      '10-14',
      '5-9',
      '<5',
      'average',
      'advanced',
      'model',
    ],
    villages: ['villages', 'minority', 'NTM', 'model', 'pilots', 'pilots NTM'],
    disagreements: ['disagrees on', 'commune', 'criterion', 'measures', 'conclusion', 'computed'],
    verdicts: { met: 'met', unmet: 'unmet' },
    conflict: 'Two corrections of one figure',
    regressions: 'Criteria that fell from one report to the next',
    corrections: 'verdicts corrected',
  },
} as const satisfies Record<Language, unknown>

type Words = (typeof wordsOf)[Language]

function communeCells(totals: CommuneTotals, language: Language): string[] {
  const average = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const [, ...bands] = totals.bands
  return [
    String(totals.total),
    String(totals.meeting),
    String(totals.recognised),
    ...bands.map((band) => String(band.communes)),
    average.format(totals.averageCriteria),
    String(totals.advanced),
    String(totals.model),
  ]
}

function villageCells(totals: VillageTotals): string[] {
  const { total, ethnicMinority, recognised, model, pilots, recognisedPilots } = totals
  return [total, ethnicMinority, recognised, model, pilots, recognisedPilots].map(String)
}

function namesOf(words: Words): (unit: string) => string {
  const names = new Map(readFacts().districts.map((district) => [unitOf(district.code), district.local]))
  return (unit) => (unit === province ? words.province : (names.get(unit) ?? unit))
}

/** Columns as wide as their widest cell. */
function grid(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
