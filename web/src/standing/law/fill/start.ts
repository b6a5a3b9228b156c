import { decimalText } from '@ancu/core/text'

import { sayDay } from '../../../ui/messages.ts'
import { everyColumn, type Reading } from '../answers.ts'
import { openLevels, type Draft, type LevelDraft } from './draft.ts'

/** Which level the form begins with, as the address has it. */
export type AskedLevel = {
  readonly key: string | undefined
  readonly column: string | undefined
  /** The level on record that is to be corrected. */
  readonly replaces: string | undefined
}

/** The form as it opens: empty but for the level asked for, or filled in with the one that is corrected. */
export function startDraft(reading: Reading, asked: AskedLevel): Draft {
  const empty = { number: '', day: '', issuer: '', name: '', from: '' }
  const mended = asked.replaces === undefined ? undefined : reading.levels[asked.replaces]
  if (mended === undefined) {
    const open = openLevels(reading).find(({ key }) => key === asked.key)
    const first = open?.isEvery === false ? open.columns[0] : undefined
    return {
      ...empty,
      levels: [{ ...emptyLevel(), key: open?.key ?? '', column: asked.column ?? first ?? everyColumn }],
    }
  }
  const document = reading.documents[mended.document]
  const scale = openLevels(reading).find(({ key }) => key === mended.key)?.scale
  return {
    number: document?.number ?? '',
    day: document?.day == null ? '' : sayDay(document.day),
    issuer: document?.issuer ?? '',
    name: document?.title ?? '',
    from: sayDay(mended.from),
    levels: [
      {
        ...emptyLevel(),
        key: mended.key,
        column: mended.column,
        year: mended.year === null ? '' : String(mended.year),
        value: decimalText(mended.scaled, scale?.decimals ?? 0),
        article: mended.article ?? '',
        replaces: mended.id,
      },
    ],
  }
}

export function emptyLevel(): LevelDraft {
  return {
    id: crypto.randomUUID(),
    key: '',
    column: everyColumn,
    year: '',
    value: '',
    article: '',
    replaces: undefined,
  }
}
