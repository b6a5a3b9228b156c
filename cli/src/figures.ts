import { decisionFact } from '@ancu/core/decisions'
import {
  addDecisions,
  addFigures,
  addLevels,
  addVerdicts,
  enteredFigure,
  enteredLevel,
  listDecisions,
  listFigures,
  listLevels,
  listVerdicts,
  verdictClaim,
} from '@ancu/core/figures'

import { add } from './adding.ts'
import type { Command, query } from './command.ts'
import type { FactsShape } from './facts-table.ts'
import { listing } from './listing.ts'
import { showDecisions, showFigures, showLevels, showVerdicts } from './show-facts.ts'

const listed = { unit: 'unit', on: 'day', known: 'day', after: 'id', limit: 'number' } as const

type Given = Parameters<Parameters<typeof query>[0]['send']>[0]

const pageOf = ({ values: { unit, on, known, after, limit } }: Given) => ({ unit, on, known, after, limit })

const figures: FactsShape = { section: 'figures', row: enteredFigure }
const verdicts: FactsShape = { section: 'verdicts', row: verdictClaim }
const decisions: FactsShape = { section: 'decisions', row: decisionFact }
const levels: FactsShape = { section: 'levels', row: enteredLevel }

export const figureCommands: readonly Command[] = [
  add({
    words: ['figures', 'add'],
    summary: 'summary.figures.add',
    endpoint: addFigures,
    shape: figures,
    note: 'note.figureValue',
  }),
  listing({
    words: ['figures', 'list'],
    summary: 'summary.figures.list',
    options: { ...listed, measure: 'id' },
    example: '--unit 23284 --on 2025-06-30',
    endpoint: listFigures,
    shape: figures,
    send: (given) => ({ ...pageOf(given), measure: given.values.measure }),
    show: showFigures,
  }),
  add({
    words: ['verdicts', 'add'],
    summary: 'summary.verdicts.add',
    endpoint: addVerdicts,
    shape: verdicts,
  }),
  listing({
    words: ['verdicts', 'list'],
    summary: 'summary.verdicts.list',
    options: { ...listed, set: 'set' },
    example: '--unit "huyện Kon Rẫy" --on 2022-09-30',
    endpoint: listVerdicts,
    shape: verdicts,
    send: (given) => ({ ...pageOf(given), set: given.values.set }),
    show: showVerdicts,
  }),
  add({
    words: ['decisions', 'add'],
    summary: 'summary.decisions.add',
    endpoint: addDecisions,
    shape: decisions,
  }),
  listing({
    words: ['decisions', 'list'],
    summary: 'summary.decisions.list',
    options: listed,
    example: '--unit "huyện Đăk Hà" --on 2024-03-31',
    endpoint: listDecisions,
    shape: decisions,
    send: pageOf,
    show: showDecisions,
  }),
  add({
    words: ['levels', 'add'],
    summary: 'summary.levels.add',
    endpoint: addLevels,
    shape: levels,
    note: 'note.levelValue',
  }),
  listing({
    words: ['levels', 'list'],
    summary: 'summary.levels.list',
    options: { on: 'day', known: 'day', set: 'set', after: 'id', limit: 'number' },
    example: '--set commune-2021-2025',
    endpoint: listLevels,
    shape: levels,
    send: (given) => ({ ...pageOf(given), set: given.values.set }),
    show: showLevels,
  }),
]
