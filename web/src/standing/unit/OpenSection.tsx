import { useState } from 'react'

import { useChange } from '../../api/Moment.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Section } from '../../ui/Section.tsx'
import { Sign } from '../../ui/Sign.tsx'
import type { Standing } from '../answers.ts'
import { conditionsOf } from '../explained.ts'
import { openIndicators, type MissingKind, type Open } from '../finding.ts'
import { useStandingText } from '../texts.ts'

const kinds = ['figure', 'units', 'level', 'conclusion'] as const satisfies readonly MissingKind[]

/** What is unknown, grouped by what would end it, so that each group can be handed to who can end it. */
export function OpenSection({ standing }: { readonly standing: Standing }) {
  const t = useStandingText()
  const open = openIndicators(standing)
  if (open.length === 0) return null
  const groups = kinds
    .map((kind) => ({ kind, open: open.filter((each) => each.kind === kind) }))
    .filter((group) => group.open.length > 0)
  const blocking = open.filter(({ criterion }) => criterion.verdict === 'unknown').length
  return (
    <Section
      heading={t('open.heading', { n: open.length })}
      aside={blocking === 0 ? t('open.noneBlocking') : t('open.blocking', { n: blocking })}
    >
      <div className="ac-open-groups">
        {groups.map((group) => (
          <Group key={group.kind} {...group} />
        ))}
      </div>
    </Section>
  )
}

/** More than so many fold away. */
const shownAtOnce = 6

function Group({ kind, open }: { readonly kind: MissingKind; readonly open: readonly Open[] }) {
  const t = useStandingText()
  const { language } = useLanguage()
  const change = useChange()
  const [isAll, setAll] = useState(false)
  const rows = isAll ? open : open.slice(0, shownAtOnce)
  return (
    <div>
      <h3>
        <Sign kind="unknown" /> {t(`open.${kind}`, { n: open.length })}
      </h3>
      <p className="ac-small">{t(`open.${kind}Why`)}</p>
      <ul>
        {rows.map(({ criterion, indicator }) => (
          <li key={indicator.code}>
            <button
              type="button"
              className="ac-act ac-so"
              onClick={() => {
                change({ criterion: criterion.code, indicator: indicator.code })
                requestAnimationFrame(() =>
                  document.getElementById('tieu-chi')?.scrollIntoView({ block: 'start' }),
                )
              }}
            >
              {indicator.code}
            </button>{' '}
            {kind === 'figure' ? measuresOf(indicator, language).join('; ') : indicator.name[language]}
            {indicator.owner !== null && <span className="ac-small"> · {indicator.owner[language]}</span>}
          </li>
        ))}
      </ul>
      {open.length > shownAtOnce && (
        <button
          type="button"
          className="ac-act ac-small ac-noprint"
          aria-expanded={isAll}
          onClick={() => setAll(!isAll)}
        >
          {isAll ? t('open.fewer') : t('open.all', { n: open.length })}
        </button>
      )}
    </div>
  )
}

/** Names of the measures that have no figure yet. */
function measuresOf(indicator: Open['indicator'], language: 'vi' | 'en'): readonly string[] {
  const keys = indicator.missing.filter(({ kind }) => kind === 'figure').map(({ key }) => key)
  const names = conditionsOf(indicator).flatMap(({ measure }) =>
    measure !== undefined && keys.includes(measure.id) ? [measure.name[language]] : [],
  )
  return names.length > 0 ? names : [indicator.name[language]]
}
