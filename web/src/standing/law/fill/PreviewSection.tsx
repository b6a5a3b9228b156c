import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'

import { useMoment } from '../../../api/Moment.tsx'
import { useFormats, useLanguage } from '../../../ui/language.tsx'
import { ReadTable, type Column } from '../../../ui/ReadTable.tsx'
import { useNaming } from '../../../units/names.ts'
import type { Preview, Reading } from '../answers.ts'
import { useLawText, type LawSay } from '../texts.ts'
import type { Command } from './draft.ts'

type SetPreview = Preview['sets'][number]
type Becoming = SetPreview['computed']['indicators']

export type PreviewSectionProps = {
  readonly reading: Reading
  readonly preview: Preview
  readonly command: Command
  readonly number: string
  readonly isWriting: boolean
  readonly onWrite: () => void
}

/** What would change and for how many, and the one button that writes it. */
export function PreviewSection(props: PreviewSectionProps) {
  const { preview, command, number, isWriting, onWrite } = props
  const t = useLawText()
  const format = useFormats()
  const { title } = useNaming()
  const { day } = useMoment()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const [set] = preview.sets
  const changes = set === undefined ? 0 : sum(set.computed.indicators)
  return (
    <section className="ac-section ac-preview">
      <h2 ref={heading} tabIndex={-1}>
        {changes === 0
          ? t('preview.none', { day: format.day(preview.on) })
          : t('preview.heading', { n: changes })}
      </h2>
      {set !== undefined && (
        <>
          <p className="ac-lead">
            {changes === 0
              ? t('preview.noneWhy')
              : t('preview.where', {
                  place: title(preview.unit),
                  units: format.number(set.units),
                  day: format.day(day),
                })}
          </p>
          {changes + sum(set.official.indicators) > 0 && <Changes set={set} />}
        </>
      )}
      <p className="ac-preview-will">
        {t('preview.willWrite', { n: command.levels.length, document: number })}
      </p>
      <p className="ac-fill-acts">
        <Button type="button" loading={isWriting} onClick={onWrite}>
          {t('preview.write', { n: command.levels.length })}
        </Button>
      </p>
    </section>
  )
}

type Row = {
  readonly key: 'indicators' | 'criteria' | 'whole'
  readonly computed: Becoming
  readonly official: Becoming
}

function Changes({ set }: { readonly set: SetPreview }) {
  const t = useLawText()
  const { language } = useLanguage()
  const rows: readonly Row[] = (['indicators', 'criteria', 'whole'] as const).map((key) => ({
    key,
    computed: set.computed[key],
    official: set.official[key],
  }))
  const columns: readonly Column<Row>[] = [
    { key: 'what', head: t('preview.basis'), render: ({ key }) => t(`preview.${key}`) },
    { key: 'computed', head: t('preview.computed'), render: ({ computed }) => becomes(computed, t) },
    { key: 'official', head: t('preview.official'), render: ({ official }) => becomes(official, t) },
  ]
  return (
    <>
      <ReadTable
        caption={t('preview.basis')}
        isCaptionHidden
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
      />
      {set.indicators.length > 1 && (
        <>
          <h3>{t('preview.byIndicator')}</h3>
          <ul className="ac-preview-indicators">
            {set.indicators.map((one) => (
              <li key={one.code}>
                <b className="ac-so">{one.code}</b> {one.name[language]}: {becomes(one, t)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function becomes(becoming: Becoming, t: LawSay): string {
  const parts = (['met', 'unmet', 'unknown', 'notApplicable'] as const)
    .filter((verdict) => becoming[verdict] > 0)
    .map((verdict) => t(`preview.${verdict}`, { n: becoming[verdict] }))
  return parts.length === 0 ? t('preview.same') : parts.join(', ')
}

function sum({ met, unmet, unknown, notApplicable }: Becoming): number {
  return met + unmet + unknown + notApplicable
}
