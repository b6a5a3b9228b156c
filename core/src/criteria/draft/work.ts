import { z } from 'zod'

import { draftForm } from './draft.ts'

const touch = z.strictObject({ version: z.int(), by: z.string(), at: z.string() })

/** A draft as it is kept: what it says, who wrote each row last, and who has held which row against the source. */
export const draftWork = z.strictObject({
  draft: draftForm,
  /** Name of who began it, and so the author of every row that nobody has changed. */
  drafter: z.string(),
  /** By row: `head`, `columns`, `indicator:i1`. */
  touched: z.record(z.string(), touch),
  /** By indicator. */
  confirmed: z.record(z.string(), touch),
  /** Who laid it aside; absent while it is worked on. */
  discarded: touch.optional(),
})

export type DraftWork = z.output<typeof draftWork>

/** Two spellings of one name are one person: case, spaces, what is not seen and the form of its letters aside. */
export function personKey(name: string): string {
  return name
    .normalize('NFC')
    .replaceAll(/\p{Cf}/gu, '')
    .trim()
    .replaceAll(/\s+/gu, ' ')
    .toLocaleLowerCase('vi')
}
