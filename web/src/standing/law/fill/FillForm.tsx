import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'

import { addLevels } from '@ancu/core/figures'
import { previewLevels } from '@ancu/core/standing'

import { RefusedNote } from '../../../api/RefusedNote.tsx'
import { useMoment } from '../../../api/Moment.tsx'
import { send } from '../../../api/send.ts'
import { FigureSentence } from '../../../ui/FigureSentence.tsx'
import { Go } from '../../../ui/Go.tsx'
import type { Reading } from '../answers.ts'
import { useLawText } from '../texts.ts'
import { DecisionFields } from './DecisionFields.tsx'
import { Done } from './Done.tsx'
import { checkDraft, type Command, type Draft, type DraftFault } from './draft.ts'
import { fieldId, labelOf } from './faults.ts'
import { emptyLevel, startDraft, type AskedLevel } from './start.ts'
import { LevelFields } from './LevelFields.tsx'
import { PreviewSection } from './PreviewSection.tsx'

export type FillFormProps = { readonly given: Reading; readonly asked: AskedLevel }

/** The form, then what it would change, then what was written. What stood before it is kept for the undoing. */
export function FillForm({ given, asked }: FillFormProps) {
  const t = useLawText()
  const { href } = useMoment()
  // The answer is asked for again once something is written; the form goes on from what it began with.
  const [reading] = useState(given)
  const [draft, setDraft] = useState<Draft>(() => startDraft(reading, asked))
  const [faults, setFaults] = useState<readonly DraftFault[]>([])
  const { today, asking, writing, write } = useSteps()
  const change = (next: Draft) => {
    setDraft(next)
    setFaults([])
    asking.reset()
    writing.reset()
  }
  const command = asking.variables
  if (writing.data !== undefined && command !== undefined) {
    return <Done reading={reading} levels={command.levels} seq={writing.data.seq} />
  }
  return (
    <>
      <p className="ac-small ac-back ac-noprint">
        <Go href={href(`/bo-tieu-chi/${reading.set}`)}>{t('fill.cancel')}</Go>
      </p>
      <FigureSentence size="work">
        {t(asked.replaces === undefined ? 'fill.sentence' : 'fill.mend', { set: reading.name.short })}
      </FigureSentence>
      <p className="ac-lead">{t('fill.lead')}</p>
      <form
        className="ac-fill"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const checked = checkDraft(draft, {
            reading,
            today,
            newDocument: crypto.randomUUID(),
            titleOf: t('fill.nameDefault', { set: reading.name.vi }),
          })
          setFaults(checked.ok ? [] : checked.faults)
          if (checked.ok) asking.mutate(checked.command)
        }}
      >
        <FaultSummary faults={faults} />
        <DecisionFields draft={draft} faults={faults} today={today} onDraft={change} />
        <h2 className="ac-fill-head">{t('fill.levels', { n: draft.levels.length })}</h2>
        {draft.levels.map((level) => (
          <LevelFields
            key={level.id}
            reading={reading}
            level={level}
            faults={faults}
            onLevel={(next) =>
              change({ ...draft, levels: draft.levels.map((each) => (each.id === next.id ? next : each)) })
            }
            {...(draft.levels.length > 1
              ? {
                  onRemove: () =>
                    change({ ...draft, levels: draft.levels.filter(({ id }) => id !== level.id) }),
                }
              : {})}
          />
        ))}
        <p>
          <button
            type="button"
            className="ac-act"
            onClick={() => change({ ...draft, levels: [...draft.levels, emptyLevel()] })}
          >
            {t('fill.another')}
          </button>
        </p>
        <p className="ac-fill-acts">
          <Button type="submit" loading={asking.isPending}>
            {t('fill.preview')}
          </Button>
        </p>
      </form>
      <RefusedNote error={asking.error ?? writing.error} todo={t('refused.todo')} />
      {asking.data !== undefined && command !== undefined && (
        <PreviewSection
          key={asking.submittedAt}
          reading={reading}
          preview={asking.data}
          command={command}
          number={draft.number.trim()}
          isWriting={writing.isPending}
          onWrite={() => write(command)}
        />
      )}
    </>
  )
}

/** Asks what a command would change, and writes it. A command sent again under its id is written once. */
function useSteps() {
  const { askedWhen, area, world } = useMoment()
  const queries = useQueryClient()
  const asking = useMutation({
    mutationFn: (command: Command) =>
      send(previewLevels, {
        levels: [...command.levels],
        documents: [...command.documents],
        ...(askedWhen.on === undefined ? {} : { on: askedWhen.on }),
        ...(area === undefined ? {} : { unit: area }),
      }),
  })
  const writing = useMutation({
    mutationFn: ({ command, commandId }: { readonly command: Command; readonly commandId: string }) =>
      send(addLevels, { commandId, levels: [...command.levels], documents: [...command.documents] }),
    onSuccess: () => queries.invalidateQueries(),
  })
  return {
    today: world.today,
    asking,
    writing,
    write: (command: Command) =>
      writing.mutate({ command, commandId: `levels-${command.levels[0]?.id ?? ''}` }),
  }
}

/** Says on top what is wrong and leads there; the sentence stands at each field. */
function FaultSummary({ faults }: { readonly faults: readonly DraftFault[] }) {
  const t = useLawText()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (faults.length > 0) place.current?.focus()
  }, [faults])
  if (faults.length === 0) return null
  return (
    <div ref={place} tabIndex={-1} role="alert" className="ac-note ac-note-error">
      <p>
        <b>{t('fill.faults', { n: faults.length })}</b>
      </p>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.field} ${fault.code}`}>
            <button
              type="button"
              className="ac-act"
              onClick={() => document.getElementById(fieldId(fault.field))?.focus()}
            >
              {t(labelOf(fault))}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
