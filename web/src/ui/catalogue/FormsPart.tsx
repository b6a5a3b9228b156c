import { Button } from '@mantine/core'
import { useState } from 'react'

import { Choice } from '../Choice.tsx'
import { DayForm } from '../DayForm.tsx'
import { useUiText } from '../language.tsx'
import { SearchBox } from '../SearchBox.tsx'
import { Section } from '../Section.tsx'
import { TextField } from '../TextField.tsx'
import { findCommunes } from './search.ts'

/** Fields, choices and buttons; the search with its answers. */
export function FormsPart() {
  const t = useUiText()
  const [share, setShare] = useState('1123')
  const [filter, setFilter] = useState('all')
  const [picked, setPicked] = useState('')
  const isWrong = !/^\d{1,2}(,\d+)?$|^100$/.test(share)
  return (
    <div className="ac-two">
      <Section heading={t('catalogue.forms')}>
        <div className="catalogue-stack">
          <TextField
            label={t('catalogue.share')}
            hint={t('catalogue.shareHint')}
            value={share}
            error={isWrong ? t('catalogue.shareError', { value: share }) : undefined}
            onValue={setShare}
            letters={12}
            unit="%"
            inputMode="decimal"
          />
          <Choice
            legend={t('catalogue.filter')}
            value={filter}
            onChoose={setFilter}
            options={['all', 'differs', 'agrees'].map((value) => ({
              value,
              label:
                value === 'all'
                  ? t('catalogue.all')
                  : value === 'differs'
                    ? t('sign.differs')
                    : t('sign.agrees'),
            }))}
          />
          <div className="catalogue-buttons">
            <Button>{t('catalogue.save')}</Button>
            <Button variant="outline">{t('catalogue.later')}</Button>
          </div>
          <DayForm
            label={t('time.day')}
            day="2024-03-31"
            first="2017-01-01"
            last="2026-11-21"
            onDay={setPicked}
          />
        </div>
      </Section>
      <Section heading={t('catalogue.search')}>
        <SearchBox
          label={t('search.label')}
          hint={t('search.hint')}
          find={findCommunes}
          onPick={({ name }) => setPicked(name)}
        />
        {picked !== '' && (
          <p className="ac-small" role="status">
            {t('catalogue.opened', { what: picked })}
          </p>
        )}
      </Section>
    </div>
  )
}
