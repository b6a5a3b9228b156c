import { useCallback, useMemo, useState } from 'react'

import { useMoment } from '../api/Moment.tsx'
import type { Overview } from '../standing/answers.ts'
import { RowsPanel } from '../standing/RowsPanel.tsx'
import { useLanguage } from '../ui/language.tsx'
import { Matrix } from '../ui/Matrix.tsx'
import { OpenedSource } from '../ui/OpenedSource.tsx'
import { Section } from '../ui/Section.tsx'
import { EmptyState } from '../ui/states.tsx'
import { useNaming } from '../units/names.ts'
import { clothGroups } from './cloth-groups.ts'
import { clothFinding } from './findings.ts'
import { useOverviewText } from './texts.ts'

/** Tấm dệt: every criterion of every commune, under a heading that says where it is thin. */
export function ClothSection({ overview }: { readonly overview: Overview }) {
  const t = useOverviewText()
  const { language } = useLanguage()
  const naming = useNaming()
  const { href } = useMoment()
  const [opened, setOpened] = useState<string>()
  const close = useCallback(() => setOpened(undefined), [])
  const groups = useMemo(() => clothGroups(overview, naming), [overview, naming])
  const finding = clothFinding(overview)
  const shortName = useCallback(
    ({ name }: Overview['criteria'][number]) => (language === 'vi' ? name.short : name.shortEn),
    [language],
  )
  const unitHref = useCallback(
    (unit: string, criterion?: string) =>
      href(`/don-vi/${unit}`, criterion === undefined ? {} : { criterion }),
    [href],
  )
  const criteria = useMemo(() => {
    const weak = finding.kind === 'weakest' ? finding.criteria.map(({ code }) => code) : []
    return overview.criteria.map((criterion) => ({
      code: criterion.code,
      name: shortName(criterion),
      met: criterion.met,
      isWeak: weak.includes(criterion.code),
    }))
  }, [overview, shortName, finding])
  const name = t('cloth.name', { criteria: criteria.length, communes: overview.communes.total })

  function heading(): string {
    switch (finding.kind) {
      case 'allUnknown':
        return t('cloth.allUnknown')
      case 'mostlyUnknown':
        return t('cloth.mostlyUnknown', { unknown: finding.unknown, of: finding.of })
      case 'whole':
        return t('cloth.whole')
      case 'unknownOnly':
        return t('cloth.unknownOnly', { n: finding.unknown })
      case 'even':
        return t('cloth.even')
      case 'weakest':
        return t('cloth.weakest', { names: joined(finding.criteria.map(shortName), t('and')) })
    }
  }

  return (
    <Section heading={heading()} aside={name} id="tam-det">
      {finding.kind === 'allUnknown' ? (
        <EmptyState what={t('cloth.nothingKnown')} why={t('cloth.nothingKnownWhy')} />
      ) : (
        <Matrix
          name={name}
          criteria={criteria}
          groups={groups}
          total={overview.communes.total}
          unitHref={unitHref}
          onOpenCriterion={setOpened}
          isIllustrative={overview.illustrative}
        />
      )}
      {opened !== undefined && (
        <OpenedSource key={opened} onClose={close}>
          <CriterionRows overview={overview} code={opened} />
        </OpenedSource>
      )}
    </Section>
  )
}

function CriterionRows({ overview, code }: { readonly overview: Overview; readonly code: string }) {
  const t = useOverviewText()
  const { language } = useLanguage()
  const criterion = overview.criteria.find((each) => each.code === code)
  if (criterion === undefined) return null
  const facts = { code, name: criterion.name[language], met: criterion.met, total: overview.communes.total }
  return (
    <RowsPanel
      overview={overview}
      filter={{ criterion: code, verdict: criterion.unmet > 0 ? 'unmet' : 'met' }}
      title={
        criterion.unmet > 0
          ? t('criterion.unmet', { ...facts, n: criterion.unmet })
          : t('criterion.met', facts)
      }
      rule={t('criterion.rule', { ...facts, unmet: criterion.unmet, unknown: criterion.unknown })}
    />
  )
}

/** "nghèo đa chiều, thu nhập và môi trường": names inside a sentence begin small. */
function joined(names: readonly string[], and: string): string {
  const small = names.map((name) => name.charAt(0).toLocaleLowerCase('vi') + name.slice(1))
  const last = small.at(-1) ?? ''
  return small.length < 2 ? last : `${small.slice(0, -1).join(', ')} ${and} ${last}`
}
