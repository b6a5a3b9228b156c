import {
  comingDraft,
  comingSet,
  compareSets,
  listCarriable,
  listDisagreements,
  listReconciliations,
  listRegressions,
} from '@ancu/core/assessments'
import { listDrafts, listGroups, listPacks, packDraft, showDraft, showPack } from '@ancu/core/criteria'
import { listDecisions, listFigures, listLevels, listVerdicts } from '@ancu/core/figures'
import type { Endpoint } from '@ancu/core/kernel'
import { listEntries, showEntry, verifyLedger } from '@ancu/core/ledger'
import { atRisk } from '@ancu/core/recognition'
import {
  listSets,
  listStandings,
  meta,
  missingDocuments,
  overview,
  readSet,
  status,
  unitStanding,
} from '@ancu/core/standing'
import { findUnits, listUnits, showUnit } from '@ancu/core/units'

import type { Sent } from '../command.ts'

export const on = '2024-03-31'

/** Questions that answer, questions that are refused, and texts that an address could bend. */
export const questions: readonly (readonly [Endpoint, Sent])[] = [
  [status, { on }],
  [status, { on, basis: 'computed', unit: 'Tu Mơ Rông', known: '2024-03-31' }],
  [status, { on: '2025-07-01', unit: 'former:p-old' }],
  [status, { on: '2099-01-01' }],
  [status, { on: '31/3/2024' }],
  [status, { on, unit: 'không có ở đâu' }],
  [status, { on, unit: '&on=2020-01-01' }],
  [overview, { on }],
  [meta, {}],
  [listStandings, { on }],
  [unitStanding, { unit: 'c-dak-ha', on }],
  [unitStanding, { unit: 'xã Đắk Hà', on, criterion: '10' }],
  [unitStanding, { unit: 'thôn 1', on }],
  [unitStanding, { unit: '..', on }],
  [unitStanding, { unit: 'a/b?c#d%2e', on }],
  [unitStanding, { unit: 'x'.repeat(121), on }],
  [unitStanding, { unit: 'a\u0000b', on }],
  [findUnits, { query: 'ngoc lay', on: '2026-01-01' }],
  [findUnits, { query: '', on }],
  [listUnits, { on, level: 'commune' }],
  [listUnits, { on, area: 'former:p-old' }],
  [showUnit, { unit: 'c-duy-tan', on }],
  [showUnit, { unit: '23284', on: '2025-07-01' }],
  [listFigures, { limit: 2 }],
  [listFigures, { limit: 'many' }],
  [listVerdicts, { unit: 'c-dak-ha', on, limit: 3 }],
  [listDecisions, {}],
  [listLevels, { set: 'commune-2021-2025' }],
  [listGroups, { on }],
  [listPacks, {}],
  [showPack, { set: 'commune-2021-2025' }],
  [showPack, { set: 'commune-2021-2025', edition: 9 }],
  [listSets, { on }],
  [readSet, { set: 'commune-2021-2025', on }],
  [readSet, { set: 'nowhere' }],
  [missingDocuments, { on, unit: 'c-dak-ha' }],
  [compareSets, { old: 'commune-2021-2025', new: 'commune-2021-2025', on }],
  [compareSets, { old: 'commune-2021-2025', new: 'nowhere', on }],
  [listCarriable, { old: 'commune-2021-2025', new: 'nowhere', on }],
  [comingSet, { set: 'commune-2021-2025', on, from: '2027-01-01' }],
  [comingSet, { set: 'commune-2021-2025', on, from: '2020-01-01' }],
  [listRegressions, { from: '2023-03-31', to: on }],
  [listRegressions, { from: on, to: '2023-03-31' }],
  [listDisagreements, { on }],
  [listReconciliations, {}],
  [atRisk, { on }],
  [listDrafts, {}],
  [showDraft, { draft: 'nowhere' }],
  [packDraft, { draft: 'nowhere' }],
  [comingDraft, { draft: 'nowhere', on }],
  [listEntries, { after: 1 }],
  [showEntry, { seq: 2 }],
  [showEntry, { seq: 99 }],
  [verifyLedger, {}],
]
