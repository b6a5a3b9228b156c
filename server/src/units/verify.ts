import { localOperator, read, type Program } from '../commands/index.ts'
import { loadPicture } from './use-cases.ts'
import { findScopes, findWithin, type WithinRow } from './verify-store.ts'

/** A row of a closure that the facts about units do not bear out, or bear out and nobody wrote. */
export type UnitFinding = {
  readonly table: 'unit_within' | 'unit_scope'
  readonly why: 'missing' | 'extra'
  readonly row: string
}

/** Works out in core what lies in what, and compares it with what the database worked out. */
export async function verifyUnits(program: Program): Promise<readonly UnitFinding[]> {
  return read(program, localOperator, async (reader) => {
    const picture = await loadPicture(reader, reader.knownSeq)
    const within = picture.unitIds.flatMap((area) =>
      picture.withinOf(area).map(({ unit, from, until = null }) => textOf({ area, unit, from, until })),
    )
    const scopes = picture.unitIds.flatMap((area) =>
      [...picture.scopeOf(area)].map((unit) => `${area} ${unit}`),
    )
    return [
      ...differences('unit_within', within, (await findWithin(reader)).map(textOf)),
      ...differences(
        'unit_scope',
        scopes,
        (await findScopes(reader)).map(({ area, unit }) => `${area} ${unit}`),
      ),
    ]
  })
}

function textOf({ area, unit, from, until }: WithinRow): string {
  return `${area} ${unit} ${from} ${until ?? ''}`.trimEnd()
}

function differences(
  table: UnitFinding['table'],
  expected: readonly string[],
  kept: readonly string[],
): readonly UnitFinding[] {
  const [wanted, found] = [new Set(expected), new Set(kept)]
  return [
    ...[...wanted.difference(found)].map((row) => ({ table, why: 'missing', row }) as const),
    ...[...found.difference(wanted)].map((row) => ({ table, why: 'extra', row }) as const),
  ]
}
