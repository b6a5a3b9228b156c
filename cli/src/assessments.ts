import { comingSet, compareSets, listRegressions } from '@ancu/core/assessments'

import { query, type Command } from './command.ts'
import { showComing, showCompared, showRegressions } from './show-changes.ts'

const knowledge = { known: 'day', basis: 'basis' } as const

export const assessmentCommands: readonly Command[] = [
  query({
    words: ['compare'],
    summary: 'summary.compare',
    operands: ['set', 'set'],
    options: { unit: 'unit', on: 'day', ...knowledge },
    example: 'commune-2016-2020 commune-2021-2025 --unit "huyện Kon Rẫy" --on 2022-09-30',
    endpoint: compareSets,
    send: ({ operands: [old, current], values: { unit, on, known, basis } }) => ({
      old,
      new: current,
      unit,
      on,
      known,
      basis,
    }),
    show: showCompared,
  }),
  query({
    words: ['coming'],
    summary: 'summary.coming',
    operands: ['set'],
    options: { from: 'day', unit: 'unit', on: 'day', ...knowledge },
    example: 'commune-2026-2030 --from 2027-01-01 --unit 23332',
    endpoint: comingSet,
    send: ({ operands: [set], values: { from, unit, on, known, basis } }) => ({
      set,
      from,
      unit,
      on,
      known,
      basis,
    }),
    show: showComing,
  }),
  query({
    words: ['regressions'],
    summary: 'summary.regressions',
    operands: [],
    options: { from: 'day', to: 'day', unit: 'unit', step: 'step', set: 'set', ...knowledge },
    example: '--from 2022-11-30 --to 2024-03-31',
    endpoint: listRegressions,
    send: ({ values: { from, to, unit, step, set, known, basis } }) => ({
      from,
      to,
      unit,
      step,
      set,
      known,
      basis,
    }),
    show: showRegressions,
  }),
]
