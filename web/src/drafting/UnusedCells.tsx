import { Section } from '../ui/Section.tsx'
import type { ShownDraft } from './draft.ts'
import { useDraftingText } from './texts.ts'
import { textsAt } from './words.ts'

/** Cells of the annex that nothing was made of: nothing of the source is left out in silence. */
export function UnusedCells({ shown }: { readonly shown: ShownDraft }) {
  const t = useDraftingText()
  const { unused } = shown.work.draft
  if (unused.length === 0) {
    return (
      <Section heading={t('source.unusedNone')}>
        <p>{t('source.outside')}</p>
      </Section>
    )
  }
  return (
    <Section heading={t('source.unused', { count: unused.length })}>
      <p>{t('source.outside')}</p>
      <ul className="draft-unused">
        {unused.slice(0, 200).map((place) => (
          <li key={`${place.table}:${place.row}:${place.cell}`}>
            <span className="ac-small">
              {t('source.place', { table: place.table + 1, row: place.row + 1 })}
            </span>{' '}
            {textsAt([place], shown).join(' ')}
          </li>
        ))}
      </ul>
    </Section>
  )
}
