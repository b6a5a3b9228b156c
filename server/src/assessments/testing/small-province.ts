import { factBundle } from '@ancu/core/figures'
import type { Result } from '@ancu/core/kernel'

import { localOperator, openLedger, type Program } from '../../commands/index.ts'
import { readPacks, type Pack } from '../../criteria/packs.ts'
import { recordFacts } from '../../figures/record.ts'
import { refreshStanding } from '../../standing/projection.ts'

export const operator = { ...localOperator, via: 'cli' } as const

export const [older, newer] = ['commune-2016-2020', 'commune-2021-2025']

const open = { from: '2004-01-01' }
const unit = (id: string, kind: string, parent?: string) => ({
  units: [{ id }],
  names: [{ unit: id, name: `Đơn vị ${id}`, spelling: 'statistics', ...open }],
  kinds: [{ unit: id, kind, ...open }],
  parents: parent === undefined ? [] : [{ unit: id, hierarchy: 'administrative', parent, ...open }],
})
const units = [
  unit('p', 'province'),
  unit('c-1', 'commune', 'p'),
  unit('c-2', 'commune', 'p'),
  unit('t-1', 'village', 'c-1'),
  unit('t-2', 'village', 'c-1'),
]
export const claim = (id: string, set: string, code: string, verdict: string, asOf: string) => ({
  id,
  unit: 'c-1',
  set,
  scope: 'criterion',
  code,
  verdict,
  asOf,
  stage: 'appraised',
})
export const houses = (id: string, of: string, num: number, den: number) => ({
  id,
  unit: of,
  measure: 'm-solid-houses',
  period: '2023-12-31',
  stage: 'verified',
  num,
  den,
})
const insured = (id: string, period: string, num: number) => ({
  id,
  unit: 'c-1',
  measure: 'm-health-insurance',
  period,
  stage: 'verified',
  num,
  den: 1000,
})

/** A province of two communes, one of them with two villages, and the sets that it applied. */
export const law = {
  units: {
    ...Object.fromEntries(
      (['units', 'names', 'kinds', 'parents'] as const).map((section) => [
        section,
        units.flatMap((one): readonly object[] => one[section]),
      ]),
    ),
    groups: [
      { unit: 'p', group: 'own-province', ...open },
      { unit: 'c-1', group: 'region-tn', ...open },
    ],
    programme: [
      { unit: 'c-1', from: '2010-01-01' },
      { unit: 'c-2', from: '2010-01-01' },
    ],
  },
  editions: [
    { set: older, edition: 1 },
    { set: newer, edition: 1 },
  ],
  setApplications: [
    { id: 'a-1', set: older, from: '2016-12-01' },
    { id: 'a-2', set: newer, from: '2022-10-01' },
  ],
}
/** A commune that meets three criteria of the older set, and what became of them. */
export const facts = {
  figures: [
    insured('f-1', '2021-12-31', 880),
    insured('f-2', '2022-12-31', 930),
    insured('f-3', '2023-12-31', 870),
    houses('f-4', 'c-1', 90, 100),
    houses('f-5', 't-1', 40, 50),
    houses('f-6', 't-2', 49, 50),
  ],
  verdicts: [
    claim('v-1', older, '15', 'met', '2022-06-30'),
    claim('v-2', older, '1', 'met', '2022-06-30'),
    claim('v-3', older, '13', 'met', '2022-06-30'),
    claim('v-4', newer, '15', 'unmet', '2022-11-30'),
    claim('v-5', newer, '1', 'unmet', '2022-11-30'),
    claim('v-6', newer, '13', 'unmet', '2022-11-30'),
    claim('v-7', newer, '15', 'met', '2023-06-30'),
    claim('v-8', newer, '15', 'unmet', '2024-02-29'),
    claim('v-9', newer, '9', 'unmet', '2024-02-29'),
    { ...claim('v-elsewhere', newer, '9', 'unmet', '2024-02-29'), unit: 'c-2' },
  ],
  decisions: [{ id: 'd-1', unit: 'c-1', act: 'recognise', rank: 'standard', day: '2020-12-31', set: older }],
}

type Given = Pick<Program, 'storage' | 'project'> & { readonly packsFolder: string }

/** The program on a storage, its ledger opened, with the law of the province and some facts in it. */
export async function aSmallProvince(
  { storage, packsFolder, project }: Given,
  sections: object,
): Promise<Program> {
  const program = {
    storage,
    provinceId: 'kon-tum',
    clock: () => Date.UTC(2026, 10, 21, 3),
    project,
  }
  await openLedger(storage, program.provinceId)
  await record(program, 'law', law, valueOf(await readPacks(packsFolder)))
  await record(program, 'facts', sections)
  await refreshStanding(program)
  return program
}

/** Writes facts as one entry; editions that they name are published from the packs given. */
export async function record(
  program: Program,
  commandId: string,
  sections: object,
  packs: readonly Pack[] = [],
): Promise<void> {
  const bundle = factBundle.parse(sections)
  const editions = packs
    .filter(({ edition }) => bundle.editions.some((one) => one.set === edition.set.id))
    .map(({ digest, edition }) => ({ digest, content: edition }))
  const request = { commandId, kind: 'test', via: 'cli' } as const
  valueOf(await recordFacts(program, operator, request, bundle, editions))
}

/** What an outcome holds; one that is refused fails the test. */
export function valueOf<Value, Refusal>(outcome: Result<Value, Refusal>): Value {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return outcome.value
}
