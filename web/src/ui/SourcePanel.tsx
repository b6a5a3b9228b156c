import { useId, type ReactNode } from 'react'

import { Facts } from './Facts.tsx'
import { useUiText } from './language.tsx'
import { useSourcePlace } from './SourcePlace.tsx'
import { Illustrative, Verdict } from './Verdict.tsx'

export type SourcePart = { readonly key: string; readonly label: ReactNode; readonly value: ReactNode }

export type SourcePanelProps = {
  /** What is counted, as a finding: "48 xã đạt đủ 19/19 tiêu chí". */
  readonly title: ReactNode
  readonly rule: ReactNode
  /** Day and known-day, in the words of the time bar. */
  readonly asOf: ReactNode
  /** What the province said in public, and whether the records agree; absent where nothing was published. */
  readonly published?: { readonly agrees: boolean; readonly says: ReactNode }
  /** What adds up to the number. */
  readonly parts: readonly SourcePart[]
  /** Links and buttons: the rows, the export, the address to copy. */
  readonly actions?: ReactNode
  readonly isIllustrative?: boolean
}

/** Where a figure comes from: rule, day, what was published, the parts, the rows. In the nearest `SourcePlace`. */
export function SourcePanel({
  title,
  rule,
  asOf,
  published,
  parts,
  actions,
  isIllustrative = false,
}: SourcePanelProps) {
  const t = useUiText()
  const { close } = useSourcePlace()
  const headingId = useId()
  return (
    <section className="ac-source" aria-labelledby={headingId}>
      <div className="ac-source-head">
        <h2 id={headingId} className="ac-source-title" tabIndex={-1} data-source-heading>
          {title}
        </h2>
        <button type="button" className="ac-source-close ac-noprint" onClick={close}>
          {t('close')}
        </button>
      </div>
      <Facts
        facts={[
          { label: t('source.rule'), value: rule },
          { label: t('source.asOf'), value: asOf },
          ...(published === undefined
            ? []
            : [
                {
                  label: t('source.published'),
                  value: (
                    <>
                      <Verdict kind={published.agrees ? 'agrees' : 'differs'} /> {published.says}
                    </>
                  ),
                },
              ]),
        ]}
      />
      {parts.length > 0 && (
        <ul className="ac-source-parts">
          {parts.map((part) => (
            <li key={part.key}>
              <span>{part.label}</span>
              <span className="ac-so">{part.value}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="ac-source-foot">
        {actions}
        {isIllustrative && <Illustrative />}
      </p>
    </section>
  )
}
