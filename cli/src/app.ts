import { assessmentCommands } from './assessments.ts'
import { carryCommands } from './carry.ts'
import type { Command } from './command.ts'
import { criteriaCommands } from './criteria.ts'
import { draftingCommands } from './drafting.ts'
import { disagreementCommands } from './disagreements.ts'
import { figureCommands } from './figures.ts'
import { ledgerCommands } from './ledger.ts'
import { recognitionCommands } from './recognition.ts'
import { standingCommands } from './standing.ts'
import { unitCommands } from './units.ts'
import { withdrawCommands } from './withdraw.ts'
import { worldCommands } from './worlds.ts'

/** Everything that can be done from the command line, in the order in which help lists it. */
export const commands: readonly Command[] = [
  ...standingCommands,
  ...assessmentCommands,
  ...recognitionCommands,
  ...disagreementCommands,
  ...unitCommands,
  ...figureCommands,
  ...carryCommands,
  ...withdrawCommands,
  ...criteriaCommands,
  ...draftingCommands,
  ...ledgerCommands,
  ...worldCommands,
]
