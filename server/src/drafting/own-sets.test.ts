import { join } from 'node:path'
import { expect, test } from 'vitest'

import {
  levelText,
  measuresIn,
  recognise,
  type Edition,
  type Rule,
  type SourceCell,
} from '@ancu/core/criteria'
import { fromScale } from '@ancu/core/text'

import { readPacks, sharedMeasures } from '../criteria/index.ts'
import { readOffice } from '../office/index.ts'
import { wordFile } from '../office/testing/files.ts'

const packsFolder = join(import.meta.dirname, '../../../packs')

function plain(text: string): SourceCell {
  return { text, rowSpan: 1, colSpan: 1 }
}

/** A set as the annex of its decision would print it: groups across, merged names, a column for each region. */
function annexOf({ set, measures }: Edition): SourceCell[][] {
  const columns = ['*', ...set.columns.map(({ id }) => id)]
  const rows = [
    [
      'TT',
      'Tên tiêu chí',
      'Nội dung tiêu chí',
      'Chỉ tiêu chung',
      ...set.columns.map(({ name }) => name.vi),
    ].map(plain),
  ]
  for (const [at, { code, name, group, indicators }] of set.criteria.entries()) {
    if (set.criteria[at - 1]?.group.vi !== group.vi) {
      rows.push([{ text: group.vi.toUpperCase(), rowSpan: 1, colSpan: 3 + columns.length }])
    }
    for (const [nth, indicator] of indicators.entries()) {
      const rule = indicator.provisions[0]?.rule
      const named = [code, name.vi].map((text) => ({ text, rowSpan: indicators.length, colSpan: 1 }))
      const written = indicator.code === code ? indicator.name.vi : `${indicator.code}. ${indicator.name.vi}`
      const levels = columns.map((column) => plain(rule ? cellOf(rule, column, measures) : ''))
      rows.push([...(nth === 0 ? named : []), plain(written), ...levels])
    }
  }
  return rows
}

function cellOf(rule: Rule, column: string, measures: Edition['measures']): string {
  if (rule.kind === 'pass') return rule.delegated ? 'UBND cấp tỉnh quy định cụ thể' : 'Đạt'
  if (rule.kind === 'noneOf') return 'Không'
  if (rule.kind !== 'atLeast' && rule.kind !== 'atMost') return 'Theo phụ lục kèm theo'
  const level = rule.levels[column] ?? rule.levels['*']
  const measure = measures.find(({ id }) => id === rule.measure)
  const scale = measure?.kind === 'share' ? 2 : (measure?.scale ?? 0)
  const sign = rule.kind === 'atLeast' ? '≥' : '≤'
  if (level?.kind === 'delegated') return 'UBND cấp tỉnh quy định cụ thể'
  if (level?.kind !== 'value') return ''
  return `${sign}${levelText(fromScale(level.scaled, scale))}${measure?.kind === 'share' ? '%' : ''}`
}

test.each(['commune-2021-2025', 'commune-advanced-2021-2025'])(
  'the annex of %s is read back: every code, name and level, and no measure wrong in silence',
  async (id) => {
    const packs = await readPacks(packsFolder)
    const edition = packs.ok ? packs.value.find((one) => one.edition.set.id === id)?.edition : undefined
    if (!edition) throw new Error(`${id} is in packs/`)
    const known = measuresIn(await sharedMeasures(packsFolder))
    const source = readOffice(wordFile([], [{ rows: annexOf(edition) }]))
    const { draft } = recognise(source.ok ? source.value : { tables: [], lines: [] }, known)
    const indicators = edition.set.criteria.flatMap((one) => one.indicators)

    expect(draft.unused).toEqual([])
    expect(draft.indicators.map(({ code }) => code)).toEqual(indicators.map(({ code }) => code))
    expect(draft.indicators.map(({ name }) => name)).toEqual(
      indicators.map(({ name }) => name.vi.replaceAll(/\s+/g, ' ')),
    )
    const wrongLevels: string[] = []
    const silent: string[] = []
    let right = 0
    let asked = 0
    for (const [at, { code, provisions }] of indicators.entries()) {
      const rule = provisions[0]?.rule
      const drafted = draft.indicators[at]
      if (!rule || !drafted || !('levels' in rule) || !('levels' in drafted.rule)) continue
      for (const column of edition.set.columns.map(({ id }) => id)) {
        const level = drafted.rule.levels[column] ?? drafted.rule.levels['all'] ?? 'unknown'
        const printed = cellOf(rule, column, edition.measures)
        const same =
          typeof level === 'number'
            ? printed.includes(levelText(level))
            : (level === 'unknown') === (printed === '')
        if (!same) wrongLevels.push(`${code} ${column}: ${printed}`)
      }
      asked += 1
      if (drafted.rule.measure === rule.measure) right += 1
      else if (
        !draft.doubts.some(
          ({ target, field }) => target === `indicator:${drafted.key}` && field === 'measure',
        )
      )
        silent.push(code)
    }
    expect(wrongLevels).toEqual([])
    expect(silent).toEqual([])
    expect(right / asked).toBeGreaterThan(0.8)
  },
)
