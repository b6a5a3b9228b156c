import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'

import { carryOver } from '@ancu/core/assessments'
import { withdrawVerdicts } from '@ancu/core/figures'

import { useChange, useMoment } from '../../api/Moment.tsx'
import { send } from '../../api/send.ts'
import { Choice } from '../../ui/Choice.tsx'
import { useFormats } from '../../ui/language.tsx'
import { Loading } from '../../ui/states.tsx'
import { DisagreementsNotNow } from '../DisagreementsNotNow.tsx'
import { CarryBar } from './CarryBar.tsx'
import { CarryDone, type Done } from './CarryDone.tsx'
import { CarryList } from './CarryList.tsx'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { NotCarried } from './NotCarried.tsx'
import {
  commandOf,
  draftOf,
  withdrawalOf,
  withReason,
  type CarryCommand,
  type CarryDraft,
  type WithdrawCommand,
} from './commands.ts'
import { isCarriable, type CarriableRow, type CarryAnswer } from './rows.ts'
import { useCarryText } from './texts.ts'

export type CarryWorkProps = {
  readonly answer: CarryAnswer
  readonly show: 'carriable' | 'not'
  /** Whether what is shown is still the answer to the question before. */
  readonly isArriving: boolean
}

/** The two lists, what is ticked, and its confirmation; what is ticked stays whatever becomes of the list. */
export function CarryWork({ answer, show, isArriving }: CarryWorkProps) {
  const { address, area } = useMoment()
  const queries = useQueryClient()
  const [ticked, setTicked] = useState<ReadonlyMap<string, CarriableRow>>(new Map())
  const [draft, setDraft] = useState<CarryDraft>()
  const [isConfirming, setConfirming] = useState(false)
  const [done, setDone] = useState<Done>()
  const { recording, withdrawing } = useSteps()
  const isNow = address.known === undefined
  const between = { ...answer, area }
  const tick = useCallback(
    (rows: readonly CarriableRow[], isOn: boolean) =>
      setTicked((before) => {
        const next = new Map(before)
        for (const row of rows) {
          if (isOn) next.set(row.claim.id, row)
          else next.delete(row.claim.id)
        }
        return next
      }),
    [],
  )
  const confirm = (confirmed: CarryDraft) =>
    recording.mutate(commandOf(confirmed, between), {
      onSuccess: ({ seq }) => {
        setConfirming(false)
        setTicked(new Map())
        setDraft(undefined)
        withdrawing.reset()
        const withdrawal = withdrawalOf(confirmed, newId)
        setDone({ kind: 'recorded', seq, rows: confirmed.rows.map(({ row }) => row), withdrawal })
      },
    })
  const leaveOut = (rows: readonly CarriableRow[]) => {
    tick(rows, false)
    recording.reset()
    void queries.invalidateQueries()
  }
  const rows = useMemo(() => answer.rows.filter(isCarriable), [answer])
  return (
    <>
      <CarryDone
        done={done}
        newSide={answer.newSide}
        failed={withdrawing.error}
        isUndoing={withdrawing.isPending}
        onUndo={(recorded) =>
          withdrawing.mutate(recorded.withdrawal, {
            onSuccess: ({ seq }) => setDone({ kind: 'withdrawn', seq, rows: recorded.rows }),
          })
        }
      />
      {!isNow && <DisagreementsNotNow />}
      <ShowChoice answer={answer} show={show} />
      {isArriving ? (
        <Loading />
      ) : show === 'not' ? (
        <NotCarried answer={answer} />
      ) : (
        <CarryList answer={answer} rows={rows} ticked={ticked} {...(isNow ? { onTick: tick } : {})} />
      )}
      {isNow && (ticked.size > 0 || (show === 'carriable' && rows.length > 0)) && (
        <CarryBar
          chosen={[...ticked.values()]}
          onClear={() => setTicked(new Map())}
          onConfirm={() => {
            recording.reset()
            setDraft(draftOf([...ticked.values()], draft, newId))
            setConfirming(true)
          }}
        />
      )}
      {isConfirming && draft !== undefined && (
        <ConfirmDialog
          draft={draft}
          answer={answer}
          onReason={(reason) => {
            recording.reset()
            setDraft(withReason(draft, reason, newId))
          }}
          onClose={() => setConfirming(false)}
          onConfirm={() => confirm(draft)}
          onLeaveOut={leaveOut}
          recording={recording}
        />
      )}
    </>
  )
}

function ShowChoice({ answer, show }: Pick<CarryWorkProps, 'answer' | 'show'>) {
  const t = useCarryText()
  const format = useFormats()
  const change = useChange()
  const { carriable, obstacles } = answer.counts
  const not = obstacles.reduce((sum, { count }) => sum + count, 0)
  return (
    <div className="ac-carry-show ac-noprint">
      <Choice
        legend={t('show')}
        isLegendHidden
        value={show}
        options={[
          { value: 'carriable', label: t('show.carriable', { n: format.number(carriable) }) },
          { value: 'not', label: t('show.not', { n: format.number(not) }) },
        ]}
        onChoose={(chosen) =>
          change({ show: chosen === 'not' ? chosen : undefined, ground: undefined }, { replace: true })
        }
      />
    </div>
  )
}

function useSteps() {
  const queries = useQueryClient()
  const recording = useMutation({
    networkMode: 'always',
    mutationFn: (command: CarryCommand) => send(carryOver, command),
    onSuccess: () => queries.invalidateQueries(),
  })
  const withdrawing = useMutation({
    networkMode: 'always',
    mutationFn: (command: WithdrawCommand) => send(withdrawVerdicts, command),
    onSuccess: () => queries.invalidateQueries(),
  })
  return { recording, withdrawing }
}

function newId(): string {
  return crypto.randomUUID()
}
