import type { addReconciliations } from '@ancu/core/assessments'
import type { EndpointSent } from '@ancu/core/kernel'

import { readDay } from '../ui/day-entry.ts'
import { keyOf, type Disagreement, type Disagreements } from './disagreements-filter.ts'

export type Command = EndpointSent<typeof addReconciliations>

/** A note as it is typed. */
export type NoteDraft = {
  /** Id the note is recorded under; another one as soon as another letter is typed. */
  readonly id: string
  readonly note: string
  readonly number: string
  readonly day: string
  readonly name: string
}

export type NoteField = Exclude<keyof NoteDraft, 'id'>
export type NoteFault = {
  readonly field: NoteField
  readonly code: 'missing' | 'long' | 'day' | 'dayLate' | 'unnamed'
}

export type CheckedNote =
  | { readonly ok: true; readonly command: Command }
  | { readonly ok: false; readonly faults: readonly NoteFault[] }

export type NoteGiven = {
  /** What is reconciled; the note settles exactly the facts it names. */
  readonly row: Pick<Disagreement, 'unit' | 'subject' | 'facts'>
  readonly documents: Disagreements['documents']
  readonly today: string
  readonly newDocument: string
  /** Title of a document of which only the number was typed. */
  readonly titleOf: (number: string) => string
}

/** Most letters of a text for people. */
export const mostLetters = 500

const firstDay = '1945-09-02'

export function emptyNote(newId: () => string): NoteDraft {
  return { id: newId(), note: '', number: '', day: '', name: '' }
}

/** Reads what was typed; nothing is sent unless all of it can be read. */
export function checkNote(draft: NoteDraft, given: NoteGiven): CheckedNote {
  const [note, number] = [oneLine(draft.note), oneLine(draft.number)]
  const [dayText, name] = [oneLine(draft.day), oneLine(draft.name)]
  const faults: NoteFault[] = []
  if (note === '') faults.push({ field: 'note', code: 'missing' })
  for (const field of ['note', 'number', 'name'] as const) {
    if (oneLine(draft[field]).length > mostLetters) faults.push({ field, code: 'long' })
  }
  const day = dayText === '' ? undefined : readDay(dayText, firstDay, given.today)
  if (day?.ok === false) faults.push({ field: 'day', code: day.fault === 'tooLate' ? 'dayLate' : 'day' })
  if (dayText !== '' && number === '' && name === '') faults.push({ field: 'number', code: 'unnamed' })
  if (faults.length > 0) return { ok: false, faults }
  const { row, newDocument } = given
  const signed = day?.ok === true ? day.day : undefined
  const hasDocument = number !== '' || name !== ''
  const known = number === '' ? undefined : recordedDocument(given.documents, number, signed)
  const document = known ?? (hasDocument ? newDocument : undefined)
  const title = name === '' ? given.titleOf(number) : name
  return {
    ok: true,
    command: {
      commandId: `reconcile-${draft.id}`,
      documents:
        document === undefined || known !== undefined
          ? []
          : [
              {
                id: newDocument,
                title,
                ...(number === '' ? {} : { number }),
                ...(signed === undefined ? {} : { day: signed }),
              },
            ],
      reconciliations: [
        {
          id: draft.id,
          unit: row.unit.id,
          subject: row.subject,
          facts: [...row.facts],
          note,
          ...(document === undefined ? {} : { document }),
        },
      ],
    },
  }
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

/** The document of that number and day, where a note on record names it already. */
function recordedDocument(
  documents: Disagreements['documents'],
  number: string,
  day: string | undefined,
): string | undefined {
  return Object.values(documents).find((one) => one.number === number && one.day === (day ?? null))?.id
}

export type Settled = Pick<Disagreement, 'unit' | 'subject' | 'facts'> & {
  readonly note: Pick<NonNullable<Disagreement['note']>, 'id' | 'note' | 'document'>
}

/** The entry that takes a note back: the same facts again, withdrawn. It is open after it. */
export function withdrawalOf({ unit, subject, facts, note }: Settled): Command {
  return {
    commandId: `withdraw-${note.id}`,
    reconciliations: [
      {
        id: `${note.id}-withdrawn`,
        unit: unit.id,
        subject,
        facts: [...facts],
        note: note.note,
        ...(note.document === null ? {} : { document: note.document }),
        withdrawn: true,
      },
    ],
  }
}

/** The same disagreement as it is now, still open; undefined where it is settled or gone. */
export function openNow(
  rows: readonly Disagreement[],
  row: Pick<Disagreement, 'unit' | 'subject'>,
): Disagreement | undefined {
  return rows.find((one) => keyOf(one) === keyOf(row) && one.state === 'open')
}

/** Whether a note written for one list of facts settles what disagrees now. */
export function hasSameFacts(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, at) => id === other[at])
}
