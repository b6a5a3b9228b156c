import type { PublishedFacts } from './read-facts.ts'
import type { Day, UnitSections } from './types.ts'
import { addNames, emptySections, newProvince, province, unitOf } from './units.ts'
import type { Village } from './villages.ts'

/** From this day two levels: no districts, Kon Tum in Quảng Ngãi, 102 commune-level units in 40. */
const reformDay: Day = '2025-07-01'
export const reformKnown: Day = '2025-06-16'
const stayingClause = '92'
const resolution = 'doc-nq-1677-2025'

const allAspects = ['name', 'kind', 'code', 'parent', 'group', 'programme']
const points = 'Điểm trong đơn vị, tính từ bản đồ tham khảo sapnhap.bando.com.vn'

/** Unit that holds a commune-level unit of Kon Tum from 1/7/2025 on: a new one, or itself where it stays. */
export function heirOf(facts: PublishedFacts, code: string): string {
  const row = facts.merger.find((one) => one.old === code)
  if (!row) throw new Error(`no clause for ${code}`)
  return row.clause === stayingClause ? unitOf(code) : `qn-${row.new}`
}

/** NQ 1677/NQ-UBTVQH15, clause by clause, known on the day it was passed. */
export function reformUnits(facts: PublishedFacts, villages: readonly Village[]): UnitSections {
  const sections = emptySections()
  addNewProvince(sections)
  endOldLevels(sections, facts)
  addNewCommunes(sections, facts)
  addMergers(sections, facts)
  moveVillages(sections, facts, villages)
  return sections
}

function addNewProvince(sections: UnitSections): void {
  const unit = newProvince
  sections.units.push({ id: unit })
  addNames(sections, unit, { statistics: 'Quảng Ngãi', local: 'Quảng Ngãi' }, { from: reformDay })
  sections.kinds.push({ unit, kind: 'province', from: reformDay })
  sections.codes.push({ unit, scheme: 'gso', code: '51', from: reformDay })
  sections.points.push({ unit, longitude: 107.9835, latitude: 14.65567, source: points })
  sections.changes.push({
    id: 'c-202-2025',
    day: reformDay,
    kind: 'merged',
    document: 'doc-nq-202-2025',
    parts: [{ old: province, new: unit }],
  })
}

function endOldLevels(sections: UnitSections, facts: PublishedFacts): void {
  sections.endings.push({ unit: province, aspects: ['name', 'kind', 'code', 'group'], until: reformDay })
  for (const district of facts.districts) {
    const unit = unitOf(district.code)
    sections.endings.push({ unit, aspects: ['name', 'kind', 'code', 'parent', 'group'], until: reformDay })
    sections.changes.push({
      id: `c-2025-${district.code}`,
      day: reformDay,
      kind: 'abolished',
      parts: [{ old: unit }],
    })
  }
  for (const commune of facts.communes) {
    const unit = unitOf(commune.code)
    const stays = heirOf(facts, commune.code) === unit
    const inProgramme = commune.kind === 'commune'
    const ended = allAspects.filter((aspect) => aspect !== 'programme' || inProgramme)
    sections.endings.push({ unit, aspects: stays ? ['parent'] : ended, until: reformDay })
  }
}

function addNewCommunes(sections: UnitSections, facts: PublishedFacts): void {
  const staying = new Set(facts.merger.filter((row) => row.clause === stayingClause).map((row) => row.new))
  for (const commune of facts.newCommunes) {
    const unit = staying.has(commune.code) ? unitOf(commune.code) : `qn-${commune.code}`
    sections.parents.push({ unit, hierarchy: 'administrative', parent: newProvince, from: reformDay })
    if (staying.has(commune.code)) continue
    sections.units.push({ id: unit })
    addNames(sections, unit, { statistics: commune.name, local: commune.name }, { from: reformDay })
    sections.kinds.push({ unit, kind: commune.kind, from: reformDay })
    sections.codes.push({ unit, scheme: 'gso', code: commune.code, from: reformDay })
    sections.groups.push({
      unit,
      group: commune.former === '62' ? 'region-tn' : 'region-dhntb',
      from: reformDay,
      document: 'doc-region-2025',
      illustrative: true,
    })
    if (commune.kind === 'commune') sections.programme.push({ unit, from: reformDay })
    sections.points.push({ unit, longitude: commune.longitude, latitude: commune.latitude, source: points })
  }
}

function addMergers(sections: UnitSections, facts: PublishedFacts): void {
  const clauses = Map.groupBy(facts.merger, (row) => row.clause)
  for (const [clause, rows] of clauses) {
    const isStaying = clause === stayingClause
    sections.changes.push({
      id: `c-1677-${clause}`,
      day: reformDay,
      kind: isStaying ? 'moved' : 'merged',
      document: resolution,
      clause: `Điều 1, khoản ${clause}`,
      parts: rows.map((row) => ({ old: unitOf(row.old), new: heirOf(facts, row.old) })),
    })
  }
}

/** Villages keep their identity and their name; in a new ward they are tổ dân phố. */
function moveVillages(sections: UnitSections, facts: PublishedFacts, villages: readonly Village[]): void {
  const wards = new Set(facts.newCommunes.filter((one) => one.kind === 'ward').map((one) => `qn-${one.code}`))
  for (const village of villages) {
    const parent = heirOf(facts, village.commune)
    if (parent === unitOf(village.commune)) continue
    const becomesUrban = wards.has(parent) && village.kind === 'village'
    sections.endings.push({
      unit: village.id,
      aspects: becomesUrban ? ['parent', 'kind'] : ['parent'],
      until: reformDay,
    })
    sections.parents.push({ unit: village.id, hierarchy: 'administrative', parent, from: reformDay })
    if (becomesUrban) sections.kinds.push({ unit: village.id, kind: 'urbanGroup', from: reformDay })
  }
}
