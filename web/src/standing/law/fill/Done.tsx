import { useMutation, useQueryClient } from '@tanstack/react-query'

import { addLevels } from '@ancu/core/figures'

import { faultOf } from '../../../api/fault.ts'
import { useScreenText } from '../../../api/texts.ts'
import { useMoment } from '../../../api/Moment.tsx'
import { send } from '../../../api/send.ts'
import { FigureSentence } from '../../../ui/FigureSentence.tsx'
import { Go } from '../../../ui/Go.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import type { Reading } from '../answers.ts'
import { useLawText } from '../texts.ts'
import type { CommandLevel } from './draft.ts'
import { undoOf } from './undo.ts'

export type DoneProps = {
  /** As it stood before. */
  readonly reading: Reading
  readonly levels: readonly CommandLevel[]
  readonly seq: number
}

/** What was written, and the way back: an entry more, since nothing of the ledger is taken out. */
export function Done({ reading, levels, seq }: DoneProps) {
  const t = useLawText()
  const screen = useScreenText()
  const { language } = useLanguage()
  const { href } = useMoment()
  const queries = useQueryClient()
  const undoing = useMutation({
    mutationFn: () =>
      send(addLevels, {
        commandId: `undo-${levels[0]?.id ?? ''}`,
        levels: [...undoOf(levels, reading, () => crypto.randomUUID())],
      }),
    onSuccess: () => queries.invalidateQueries(),
  })
  const fault = undoing.error === null ? undefined : faultOf(undoing.error)
  const isUndone = undoing.data !== undefined
  const isMended = levels.some(({ replaces }) => replaces !== undefined)
  return (
    <>
      <FigureSentence size="work">
        {isUndone
          ? t(isMended ? 'done.restored' : 'done.undone', { n: levels.length, seq: undoing.data.seq })
          : t('done.sentence', { n: levels.length, seq })}
      </FigureSentence>
      {!isUndone && (
        <p>
          <button
            type="button"
            className="ac-act"
            disabled={undoing.isPending}
            onClick={() => undoing.mutate()}
          >
            {t('done.undo')}
          </button>
        </p>
      )}
      {fault !== undefined && (
        <ErrorNote
          what={fault.kind === 'refused' ? fault.says[language] : screen('fault.unreachable')}
          todo={t('refused.undo')}
        />
      )}
      <ul className="ac-done-links">
        <li>
          <Go href={href(`/bo-tieu-chi/${reading.set}`, { text: levels[0]?.key })}>{t('done.back')}</Go>
        </li>
        <li>
          <Go href={href('/van-ban-con-thieu')}>{t('done.missing')}</Go>
        </li>
        <li>
          <Go href={href(`/bo-tieu-chi/${reading.set}/ghi-muc`)}>{t('done.more')}</Go>
        </li>
      </ul>
    </>
  )
}
