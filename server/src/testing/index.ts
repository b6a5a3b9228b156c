import { fileURLToPath } from 'node:url'

import { factBundle, type FactBundleInput } from '@ancu/core/figures'
import { day } from '@ancu/core/kernel'
import { fixtureEntries } from '@ancu/core/testing'
import { ownProvinceGroup } from '@ancu/core/units'

import { localOperator, openLedger, type Program } from '../commands/index.ts'
import { readPacks } from '../criteria/packs.ts'
import type { Storage } from '../database/index.ts'
import { recordFacts } from '../figures/record.ts'

/** The clock of the fixture stands on 21/11/2026, 10:00 in Viet Nam. */
const fixtureNow = Date.UTC(2026, 10, 21, 3)

const set = 'commune-2021-2025'
const [asOnceKnown, merger] = fixtureEntries

/** What the fixture world knows, entry by entry: units, a set, what was concluded of xã Đắk Hà, the merger. */
const entries: readonly { readonly on: string; readonly facts: FactBundleInput }[] = [
  {
    on: '2017-01-01',
    facts: {
      units: {
        ...asOnceKnown,
        groups: [
          ...(asOnceKnown.groups ?? []),
          { unit: 'p-old', group: ownProvinceGroup, from: '1991-10-01' },
        ],
      },
    },
  },
  {
    on: '2022-10-01',
    facts: {
      editions: [{ set, edition: 1 }],
      setApplications: [{ id: 'a-1', set, from: '2022-10-01' }],
    },
  },
  {
    on: '2024-03-31',
    facts: {
      documents: [{ id: 'doc-1', title: 'Tổng hợp kết quả tiêu chí', day: '2024-03-31', illustrative: true }],
      verdicts: Array.from({ length: 19 }, (_, at) => ({
        id: `v-${at + 1}`,
        unit: 'c-dak-ha',
        set,
        scope: 'criterion' as const,
        code: String(at + 1),
        verdict: 'met' as const,
        asOf: '2024-03-31',
        stage: 'appraised' as const,
        document: 'doc-1',
        illustrative: true,
      })),
      decisions: [{ id: 'd-1', unit: 'c-dak-ha', act: 'recognise', rank: 'standard', day: '2024-03-31' }],
    },
  },
  { on: '2025-06-16', facts: { units: merger } },
]

/** Opens a ledger in an empty storage and writes the fixture world into it. */
export async function openFixture(storage: Storage, project: Program['project']): Promise<Program> {
  const program = { storage, provinceId: 'kon-tum', clock: () => fixtureNow, project }
  await openLedger(storage, program.provinceId)
  const packs = await readPacks(fileURLToPath(new URL('../../../packs/', import.meta.url)))
  if (!packs.ok) throw new Error(JSON.stringify(packs.refusal))
  for (const [index, { on, facts }] of entries.entries()) {
    const bundle = factBundle.parse(facts)
    const editions = packs.value
      .filter((pack) => bundle.editions.some((one) => one.set === pack.edition.set.id))
      .map(({ digest, edition }) => ({ digest, content: edition }))
    const request = {
      commandId: `fixture-${index}`,
      kind: 'test',
      via: 'program',
      replayedOn: day(on),
    } as const
    const outcome = await recordFacts(program, localOperator, request, bundle, editions)
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  }
  return program
}

export { demoTemplate } from './demo.ts'
export { freePort, serverMain, startChild, type Child } from './child.ts'
