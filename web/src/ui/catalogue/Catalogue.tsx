import { useState } from 'react'

import { Page } from '../AppShell.tsx'
import { useUiText } from '../language.tsx'
import { TimeBar, type Basis, type Boundaries } from '../TimeBar.tsx'
import { FiguresPart } from './FiguresPart.tsx'
import { FormsPart } from './FormsPart.tsx'
import { findCommunes } from './search.ts'
import { SearchBox } from '../SearchBox.tsx'
import { SentencePart } from './SentencePart.tsx'
import { SignsPart } from './SignsPart.tsx'
import { StatesPart } from './StatesPart.tsx'
import { TilesPart } from './TilesPart.tsx'
import { TypePart } from './TypePart.tsx'
import './catalogue.css'

const today = '2026-11-21'

/** Every sign, tile and state in one place, with made-up figures that say so. */
export function Catalogue() {
  const t = useUiText()
  const [day, setDay] = useState('2024-03-31')
  const [known, setKnown] = useState<string>()
  const [basis, setBasis] = useState<Basis>('official')
  const [boundaries, setBoundaries] = useState<Boundaries>('old')
  return (
    <>
      <TimeBar
        place={{
          name: t('catalogue.place'),
          renderForm: (close) => (
            <SearchBox label={t('search.label')} hint={t('search.hint')} find={findCommunes} onPick={close} />
          ),
        }}
        day={{
          at: day,
          today,
          first: '2017-01-01',
          marks: [
            { day: '2020-12-31', label: t('catalogue.mark.2020') },
            { day: '2024-03-31', label: t('catalogue.mark.2024') },
            { day: '2025-07-01', label: t('catalogue.mark.2025') },
          ],
          onDay: (chosen) => setDay(chosen ?? today),
        }}
        knownDay={{ at: known, first: '2017-01-01', onDay: setKnown }}
        basis={{ at: basis, onBasis: setBasis }}
        boundaries={{
          at: boundaries,
          options: [
            { value: 'old', label: t('catalogue.boundaries.old') },
            { value: 'new', label: t('catalogue.boundaries.new') },
            { value: 'both', label: t('catalogue.boundaries.both') },
          ],
          onBoundaries: setBoundaries,
        }}
      />
      <Page title={t('catalogue.title')}>
        <SentencePart />
        <SignsPart />
        <TilesPart />
        <FiguresPart />
        <FormsPart />
        <StatesPart />
        <TypePart />
      </Page>
    </>
  )
}
