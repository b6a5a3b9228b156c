import { assumedSince, type Commune, type District, type PublishedFacts } from './read-facts.ts'
import type { Day, Row, UnitSections } from './types.ts'

export const province = 'kt-62'
export const newProvince = 'qn-51'
/** Kon Tum was made anew on this day. */
const provinceSince: Day = '1991-10-01'
/** Day on which Đắk Long of Kon Plông became thị trấn Măng Đen: the resolution was passed, its force is unchecked. */
export const mangDenSince: Day = '2019-07-16'
export const mangDen = '23473'
/** Assumed day since which the districts' communes take part in the programme. */
const programmeSince: Day = '2010-01-01'
/** Assumed day on which Ia H'Drai was cut out of Sa Thầy. */
const iaHdraiSince: Day = '2015-03-11'

const districtPoints = 'Điểm trong huyện, tính từ bản đồ tham khảo sapnhap.bando.com.vn'
const communePoints = 'Điểm trong xã, tính từ bản đồ xấp xỉ (choisy/vietnam63)'

export function unitOf(code: string): string {
  return `kt-${code}`
}

export function emptySections(): UnitSections {
  return {
    units: [],
    endings: [],
    names: [],
    kinds: [],
    codes: [],
    parents: [],
    groups: [],
    programme: [],
    points: [],
    changes: [],
  }
}

/** Kon Tum as known on 1/1/2017: province, districts, communes; villages apart. */
export function oldUnits(facts: PublishedFacts): UnitSections {
  const sections = emptySections()
  addProvince(sections)
  for (const district of facts.districts) addDistrict(sections, district)
  for (const commune of facts.communes) addCommune(sections, commune)
  addMakingOfCommunes(sections, facts)
  return sections
}

/** What became known when Đắk Long of Kon Plông became a town: the same unit under another name and kind. */
export function mangDenUnits(): UnitSections {
  const sections = emptySections()
  const unit = unitOf(mangDen)
  sections.endings.push({ unit, aspects: ['name', 'kind', 'programme'], until: mangDenSince })
  sections.names.push({ unit, name: 'Măng Đen', spelling: 'statistics', from: mangDenSince })
  sections.kinds.push({ unit, kind: 'township', from: mangDenSince })
  const parts = [{ old: unit, new: unit }]
  const source = { day: mangDenSince, document: 'doc-mang-den', clause: 'Điều khoản cần tra', parts }
  sections.changes.push({ id: 'c-mang-den-name', kind: 'renamed', ...source })
  sections.changes.push({ id: 'c-mang-den-kind', kind: 'changedKind', ...source })
  return sections
}

/**
 * The list of QĐ 204/QĐ-TTg ends and another begins; the real one was not found, so it is illustrative. An
 * ending is of the whole aspect, so the other groups of the communes of the old list begin again.
 */
export function difficultSince2021(facts: PublishedFacts, codes: readonly string[]): UnitSections {
  const sections = emptySections()
  for (const commune of facts.communes.filter((one) => one.special2016)) {
    const unit = unitOf(commune.code)
    sections.endings.push({ unit, aspects: ['group'], until: difficultDay })
    sections.groups.push({ unit, group: 'region-tn', from: difficultDay })
    if (commune.border) sections.groups.push(borderGroup(unit, difficultDay))
  }
  for (const code of codes) {
    sections.groups.push({
      unit: unitOf(code),
      group: 'especially-difficult',
      from: difficultDay,
      document: 'doc-difficult-2021',
      illustrative: true,
    })
  }
  return sections
}

/** Day of QĐ 861/QĐ-TTg, which took the place of QĐ 204/QĐ-TTg. */
export const difficultDay: Day = '2021-06-04'

/** A name in the statistics list, and beside it the province's own spelling where the two differ. */
export function addNames(
  sections: UnitSections,
  unit: string,
  names: { readonly statistics: string; readonly local: string },
  period: { readonly from: Day },
): void {
  sections.names.push({ unit, name: names.statistics, spelling: 'statistics', ...period })
  if (names.local !== names.statistics)
    sections.names.push({ unit, name: names.local, spelling: 'local', ...period })
}

function addProvince(sections: UnitSections): void {
  const from = provinceSince
  sections.units.push({ id: province })
  addNames(sections, province, { statistics: 'Kon Tum', local: 'Kon Tum' }, { from })
  sections.kinds.push({ unit: province, kind: 'province', from })
  sections.codes.push({ unit: province, scheme: 'gso', code: '62', from })
  sections.groups.push({ unit: province, group: 'region-tn', from })
  sections.groups.push({ unit: province, group: 'own-province', from })
  sections.points.push({ unit: province, longitude: 107.87619, latitude: 14.6482, source: districtPoints })
}

function addDistrict(sections: UnitSections, district: District): void {
  const unit = unitOf(district.code)
  const from = district.code === '618' ? iaHdraiSince : assumedSince
  sections.units.push({ id: unit })
  addNames(sections, unit, district, { from })
  sections.kinds.push({ unit, kind: district.kind, from })
  sections.codes.push({ unit, scheme: 'gso', code: district.code, from })
  sections.parents.push({ unit, hierarchy: 'administrative', parent: province, from })
  sections.groups.push({ unit, group: 'region-tn', from })
  sections.points.push({
    unit,
    longitude: district.longitude,
    latitude: district.latitude,
    source: districtPoints,
  })
}

function addCommune(sections: UnitSections, commune: Commune): void {
  const unit = unitOf(commune.code)
  const from = commune.since
  const isMangDen = commune.code === mangDen
  sections.units.push({ id: unit })
  addNames(sections, unit, isMangDen ? { statistics: 'Đắk Long', local: 'Đăk Long' } : commune, { from })
  const kind = isMangDen ? 'commune' : commune.kind
  sections.kinds.push({ unit, kind, from })
  sections.codes.push({ unit, scheme: 'gso', code: commune.code, from })
  addParents(sections, commune)
  sections.groups.push({ unit, group: 'region-tn', from })
  if (commune.border) sections.groups.push(borderGroup(unit, from))
  if (commune.special2016) {
    sections.groups.push({
      unit,
      group: 'especially-difficult',
      from: '2016-02-01',
      document: 'doc-qd-204-2016',
    })
  }
  if (kind === 'commune')
    sections.programme.push({ unit, from: from > programmeSince ? from : programmeSince })
  sections.points.push({
    unit,
    longitude: commune.longitude,
    latitude: commune.latitude,
    source: communePoints,
  })
}

function borderGroup(unit: string, from: Day): Row {
  return { unit, group: 'border', from, document: 'doc-border-inferred', illustrative: true }
}

function addParents(sections: UnitSections, commune: Commune): void {
  const row = { unit: unitOf(commune.code), hierarchy: 'administrative' }
  if (commune.district === '618') {
    sections.parents.push({ ...row, parent: unitOf('616'), from: commune.since, until: iaHdraiSince })
    sections.parents.push({ ...row, parent: unitOf('618'), from: iaHdraiSince })
  } else sections.parents.push({ ...row, parent: unitOf(commune.district), from: commune.since })
}

function addMakingOfCommunes(sections: UnitSections, facts: PublishedFacts): void {
  const made = facts.communes.filter((commune) => commune.since !== assumedSince)
  sections.changes.push({
    id: 'c-126-2013',
    day: '2013-12-20',
    kind: 'established',
    document: 'doc-nq-126-2013',
    parts: made.map((commune) => ({ new: unitOf(commune.code) })),
  })
  sections.changes.push({
    id: 'c-ia-hdrai',
    day: iaHdraiSince,
    kind: 'established',
    document: 'doc-ia-hdrai',
    parts: [{ new: unitOf('618') }],
  })
}
