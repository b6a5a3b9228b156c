import type { LedgerTable, Reader, Writer, Written } from '../commands/index.ts'
import {
  deleteSearchKeys,
  findNamesAfter,
  rebuildClosures,
  rebuildUnitEntries,
  saveSearchKeys,
  saveUnitEntry,
} from './projection-store.ts'

const unitTables: ReadonlySet<LedgerTable> = new Set<LedgerTable>([
  'unit',
  'unit_name',
  'unit_kind',
  'unit_code',
  'unit_parent',
  'unit_group',
  'unit_programme',
  'unit_point',
  'unit_change',
  'unit_change_part',
])

/** Tables whose rows say what lies in what, and what became of it. */
const shaping: readonly LedgerTable[] = ['unit', 'unit_parent', 'unit_change_part']

/** Keeps closures, search and the list of unit entries right, in the transaction of a command. */
export async function projectUnits(writer: Writer, written: Written): Promise<void> {
  if (![...written.keys()].some((table) => unitTables.has(table))) return
  await saveUnitEntry(writer, writer.seq, written.get('unit')?.length ?? 0)
  await saveSearchKeys(writer, namesIn(written))
  if (shaping.some((table) => written.has(table))) await rebuildClosures(writer)
}

/** Makes anew, from the ledger's rows, all that follows from facts about units: after a restoration. */
export async function rebuildUnits(reader: Reader): Promise<void> {
  await rebuildUnitEntries(reader)
  await rebuildClosures(reader)
  await deleteSearchKeys(reader)
  for (let names = await findNamesAfter(reader, ''); names.length > 0;) {
    await saveSearchKeys(reader, names)
    names = await findNamesAfter(reader, names.at(-1)?.rowId ?? '')
  }
}

function namesIn(written: Written) {
  return (written.get('unit_name') ?? []).map((row) => ({
    unit: String(row['unit_id']),
    name: String(row['name']),
  }))
}
