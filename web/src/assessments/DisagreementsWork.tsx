import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import { addReconciliations, listDisagreements } from '@ancu/core/assessments'
import type { EndpointSent } from '@ancu/core/kernel'

import { ask } from '../api/ask.ts'
import { useChange, useExtra } from '../api/Moment.tsx'
import { send } from '../api/send.ts'
import { EmptyState, Note } from '../ui/states.tsx'
import { DisagreementsDone, type Done } from './DisagreementsDone.tsx'
import { DisagreementsFilters } from './DisagreementsFilters.tsx'
import { DisagreementsForm } from './DisagreementsForm.tsx'
import { DisagreementsTable } from './DisagreementsTable.tsx'
import {
  filterDisagreements,
  keyOf,
  type Disagreement,
  type Disagreements,
  type DisagreementsFilter,
} from './disagreements-filter.ts'
import { emptyNote, hasSameFacts, openNow, withdrawalOf, type Command } from './disagreements-note.ts'
import { useDisagreementsText } from './disagreements-texts.ts'

export type DisagreementsWorkProps = {
  readonly answer: Disagreements
  /** What was asked, to look again right before something is recorded. */
  readonly sent: EndpointSent<typeof listDisagreements>
}

/** The list with its filters; the form opens under its row and keeps what is typed whatever becomes of the row. */
export function DisagreementsWork({ answer, sent }: DisagreementsWorkProps) {
  const t = useDisagreementsText()
  const change = useChange()
  const filter: DisagreementsFilter = {
    text: useExtra('text'),
    kind: useExtra('kind'),
    owner: useExtra('owner'),
    state: useExtra('state'),
  }
  const { text, kind, owner, state } = filter
  const rows = useMemo(
    () => filterDisagreements(answer.rows, { text, kind, owner, state }),
    [answer.rows, text, kind, owner, state],
  )
  const [about, setAbout] = useState<Disagreement>()
  const [draft, setDraft] = useState(() => emptyNote(newId))
  const [done, setDone] = useState<Done>()
  const steps = useSteps(sent)
  const writing = about && openNow(answer.rows, about)
  const close = () => {
    setAbout(undefined)
    setDraft(emptyNote(newId))
    steps.recording.reset()
  }
  const open = (row: Disagreement) => {
    close()
    setDone(undefined)
    setAbout(row)
  }
  const record = (row: Disagreement, command: Command) =>
    steps.recording.mutate(
      { row, command },
      {
        onSuccess: (outcome) => {
          if (outcome.kind === 'changed') return setAbout(outcome.row ?? row)
          const [note] = command.reconciliations
          setDone(
            note && {
              kind: 'recorded',
              seq: outcome.seq,
              row,
              note: { id: note.id, note: note.note, document: note.document ?? null },
            },
          )
          close()
        },
      },
    )
  const withdraw = (settled: Disagreement) => {
    const { note } = settled
    if (note === null) return
    steps.withdrawing.mutate(withdrawalOf({ ...settled, note }), {
      onSuccess: ({ seq }) => setDone({ kind: 'withdrawn', seq, row: settled }),
    })
  }
  return (
    <>
      <DisagreementsDone
        done={done}
        failed={steps.withdrawing.error}
        isUndoing={steps.withdrawing.isPending}
        onUndo={(row, note) => withdraw({ ...row, note: { ...note, entrySeq: 0 } })}
      />
      {about !== undefined && writing === undefined && (
        <Note tone="care">
          <p>
            <b>{t('vanished.what')}</b>
          </p>
          {draft.note.trim() !== '' && <p>{t('vanished.typed', { note: draft.note.trim() })}</p>}
          <p>
            <button type="button" className="ac-act" onClick={close}>
              {t('vanished.close')}
            </button>
          </p>
        </Note>
      )}
      <div className="ac-differ-filters">
        <DisagreementsFilters
          answer={answer}
          filter={filter}
          found={rows.length}
          onFilter={(changes) => change(changes, { replace: true })}
        />
      </div>
      {rows.length === 0 ? (
        <EmptyState
          what={t(isOpenOnly(filter) ? 'filter.nothingOpen' : 'filter.nothing')}
          why={t('filter.nothingWhy')}
        />
      ) : (
        <DisagreementsTable
          answer={answer}
          rows={rows}
          onWrite={open}
          onWithdraw={withdraw}
          {...(writing === undefined
            ? {}
            : {
                opened: {
                  key: keyOf(writing),
                  content: (
                    <DisagreementsForm
                      row={about ?? writing}
                      documents={answer.documents}
                      draft={draft}
                      onDraft={(next) => {
                        setDraft({ ...next, id: newId() })
                        steps.recording.reset()
                      }}
                      onClose={close}
                      onRecord={(command) => record(about ?? writing, command)}
                      recording={steps.recording}
                    />
                  ),
                },
              })}
        />
      )}
    </>
  )
}

function isOpenOnly({ text, kind, owner, state }: DisagreementsFilter): boolean {
  return [text, kind, owner, state].every((each) => each === undefined)
}

function newId(): string {
  return crypto.randomUUID()
}

/** Right before a note is recorded the list is asked once more: a note must not settle what nobody has seen. */
function useSteps(sent: DisagreementsWorkProps['sent']) {
  const queries = useQueryClient()
  const recording = useMutation({
    networkMode: 'always',
    mutationFn: async ({ row, command }: { readonly row: Disagreement; readonly command: Command }) => {
      const { rows } = await ask(listDisagreements, sent)
      const note = rows.find((one) => keyOf(one) === keyOf(row))?.note
      // An earlier try arrived though its answer did not.
      if (note && note.id === command.reconciliations[0]?.id)
        return { kind: 'recorded', seq: note.entrySeq } as const
      const now = openNow(rows, row)
      if (now === undefined || !hasSameFacts(now.facts, row.facts))
        return { kind: 'changed', row: now } as const
      const { seq } = await send(addReconciliations, command)
      return { kind: 'recorded', seq } as const
    },
    onSuccess: () => queries.invalidateQueries(),
  })
  const withdrawing = useMutation({
    networkMode: 'always',
    mutationFn: (command: Command) => send(addReconciliations, command),
    onSuccess: () => queries.invalidateQueries(),
  })
  return { recording, withdrawing }
}
