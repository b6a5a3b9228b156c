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
  const comparisons = expected.comparisons.flatMap((one) =>
    one.causes.map(({ cause, count }, at) => [
      ...(at === 0
        ? [one.on, name(one.unit), `${one.old.met}/${one.old.of}`, `${one.new.met}/${one.new.of}`]
        : ['', '', '', '']),
      ...(at === 0 ? [String(one.lost), String(one.gained)] : ['', '']),
      causeWords(cause, words),
      String(count),
    ]),
  )
  const changes = expected.changes.map((one) => [
    one.from.on,
    one.to.on,
    one.unit,
    one.criterion,
    words.change[one.change],
    causeWords(one.causes.join('+'), words),
  ])
  const sums = expected.sums.map((one) => [
    one.period,
    one.unit,
    one.measure,
    `${one.sum.num}/${one.sum.den}`,
    `${one.told.num}/${one.told.den}`,
  ])
  return [
    `${words.seed} ${expected.seed}`,
    grid(days),
    grid(areas),
    grid(recognised),
    grid([words.disagreements, ...disagreements]),
    ...expected.conflicts.map((one) => `${words.conflict}: ${one.unit} ${one.measure} ${one.period}`),
    grid([words.comparisons, ...comparisons]),
    grid([words.changes, ...changes]),
    grid([words.sums, ...sums]),
    `${words.selfAssessed}: ${expected.selfAssessed.length}; ${words.claimed}: ${expected.claimed.length}`,
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
    comparisons: ['so hai bộ ngày', 'địa bàn', 'bộ cũ', 'bộ mới', 'mất', 'thêm', 'nguyên nhân', 'số'],
    changes: ['từ', 'đến', 'xã', 'tiêu chí', 'thay đổi', 'nguyên nhân'],
    change: { lost: 'không còn đạt', gained: 'đạt thêm' },
    sums: ['kỳ', 'xã', 'số liệu', 'tổng các thôn', 'số của xã'],
    selfAssessed: 'Chỉ tiêu xã tự đánh giá khác thẩm định',
    claimed: 'số liệu xã báo khác số đã thẩm tra',
    causes: {
      figureFell: 'số liệu kém đi',
      figureRose: 'số liệu tốt lên',
      levelRose: 'mức yêu cầu cao hơn',
      levelFell: 'mức yêu cầu thấp hơn',
      indicatorNew: 'thêm chỉ tiêu mới',
      indicatorDropped: 'bớt chỉ tiêu cũ',
      structureChanged: 'bộ tiêu chí đổi cách tính',
      missingOrStale: 'thiếu số liệu hoặc số liệu quá hạn',
      attestedDifferently: 'cơ quan kết luận khác trước',
    },
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
    comparisons: ['two sets on', 'area', 'old set', 'new set', 'lost', 'gained', 'cause', 'count'],
    changes: ['from', 'to', 'commune', 'criterion', 'change', 'cause'],
    change: { lost: 'lost', gained: 'gained' },
    sums: ['period', 'commune', 'measure', 'sum of villages', 'of the commune'],
    selfAssessed: 'Indicators self-assessed otherwise than appraised',
    claimed: 'figures told otherwise than verified',
    causes: {
      figureFell: 'the figure got worse',
      figureRose: 'the figure got better',
      levelRose: 'the level is stricter',
      levelFell: 'the level is looser',
      indicatorNew: 'a new indicator',
      indicatorDropped: 'an indicator no longer asked for',
      structureChanged: 'the set counts differently',
      missingOrStale: 'a figure missing or stale',
      attestedDifferently: 'the body concluded differently',
    },
  },
} as const satisfies Record<Language, unknown>

type Words = (typeof wordsOf)[Language]

function causeWords(combined: string, words: Words): string {
  const named: Readonly<Record<string, string>> = words.causes
  return combined
    .split('+')
    .map((cause) => named[cause] ?? cause)
    .join(' + ')
}

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
