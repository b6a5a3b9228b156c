import type { FactRefusal, KnownLaw } from '@ancu/core/figures'
import { refused, type Result } from '@ancu/core/kernel'
import type { Refusal } from '@ancu/core/text'

import { read, type Officer, type Program, type Reader } from '../commands/index.ts'
import { imagesOf } from './image.ts'
import { knownLaw } from './province.ts'

/** The law as known at a ledger number that the reader sees. */
export async function lawAt(program: Program, reader: Reader, knownSeq: number): Promise<KnownLaw> {
  return knownLaw(await imagesOf(program.storage).upTo(reader, reader.knownSeq), knownSeq)
}

/** Rows put on the scale of their measures by the law known now, or what is wrong with them. */
export async function byKnownLaw<Rows>(
  program: Program,
  officer: Officer,
  put: (law: KnownLaw) => Result<Rows, readonly FactRefusal[]>,
): Promise<Result<Rows, Refusal>> {
  return read(program, officer, async (reader) => {
    const outcome = put(await lawAt(program, reader, reader.knownSeq))
    return outcome.ok ? outcome : refused({ code: 'factsRefused', refusals: outcome.refusal })
  })
}
