import { useMemo } from 'react'

import { useChange, useExtra } from '../../api/Moment.tsx'
import type { Criterion as Tile } from '../../ui/CriterionTile.tsx'
import { CriterionTiles } from '../../ui/CriterionTiles.tsx'
import { useLanguage } from '../../ui/language.tsx'
import type { Language } from '../../ui/messages.ts'
import { SourcePlace } from '../../ui/SourcePlace.tsx'
import type { Criterion, Standing } from '../answers.ts'
import { conditionsOf, figureText, levelText } from '../explained.ts'
import { countOf, openIndicators, stateOf } from '../finding.ts'
import { useStandingText, type StandingSay } from '../texts.ts'
import { CriterionPanel } from './CriterionPanel.tsx'

/** The criteria as tiles in the groups of the decision, the one in the address open. */
export function Tiles({ standing }: { readonly standing: Standing }) {
  const t = useStandingText()
  const { language } = useLanguage()
  const change = useChange()
  const open = useExtra('criterion')
  const groups = useMemo(() => groupsOf(standing, t, language), [standing, t, language])
  return (
    <div id="tieu-chi" className="ac-criteria">
      <h2 className="ac-sr">{t('tiles.heading')}</h2>
      <CriterionTiles
        groups={groups}
        open={open}
        onOpen={(criterion) => change({ criterion, indicator: undefined })}
        renderPanel={({ code }) => {
          const criterion = standing.criteria.find((each) => each.code === code)
          if (criterion === undefined) return null
          return (
            <SourcePlace>
              <CriterionPanel standing={standing} criterion={criterion} />
            </SourcePlace>
          )
        }}
      />
    </div>
  )
}

function groupsOf(standing: Standing, t: StandingSay, language: Language) {
  const groups: { name: string; tiles: Tile[] }[] = []
  for (const criterion of standing.criteria) {
    const name = criterion.group[language]
    const tile: Tile = {
      code: criterion.code,
      name: language === 'vi' ? criterion.name.short : criterion.name.shortEn,
      state: stateOf(criterion),
      isKey: criterion.key,
      why: whyOf(criterion, t, language),
    }
    const last = groups.at(-1)
    if (last?.name === name) last.tiles.push(tile)
    else groups.push({ name, tiles: [tile] })
  }
  return groups
}

/** One line of why, or of the day: what a reader asks of this state first. */
function whyOf(criterion: Criterion, t: StandingSay, language: Language): string {
  const { indicators, verdict, spokenBy, conclusions } = criterion
  if (criterion.disagrees) return t('why.disagrees')
  if (verdict === 'unknown') {
    const [open] = openIndicators({ criteria: [criterion] })
    const more = openIndicators({ criteria: [criterion] }).length - 1
    if (open === undefined) return criterion.complete ? '' : t('why.incomplete')
    const first = t(`why.${open.kind}`, { code: open.indicator.code })
    return more > 0 ? t('why.more', { first, n: more }) : first
  }
  const unmet = countOf(indicators, 'unmet')
  if (verdict === 'unmet' && unmet > 0) {
    const [only] = indicators
    const compared =
      indicators.length === 1 && only !== undefined ? comparedText(only, t, language) : undefined
    return compared ?? t('why.unmet', { n: unmet, of: indicators.length })
  }
  const [first] = conclusions
  if (verdict === 'notApplicable') return first?.reason ?? reasonNotApplicable(criterion) ?? ''
  if (spokenBy === 'conclusion' && first !== undefined)
    return t('why.concluded', { month: monthOf(first.asOf) })
  const latest = indicators
    .flatMap(({ figures }) => figures.map(({ lastDay }) => lastDay))
    .toSorted()
    .at(-1)
  if (latest !== undefined) return t('why.dated', { month: monthOf(latest) })
  const concluded = indicators
    .flatMap(({ conclusions: [one] }) => one?.asOf ?? [])
    .toSorted()
    .at(-1)
  return concluded === undefined ? '' : t('why.concluded', { month: monthOf(concluded) })
}

function comparedText(
  indicator: Criterion['indicators'][number],
  t: StandingSay,
  language: Language,
): string | undefined {
  const conditions = conditionsOf(indicator)
  const condition = conditions.length === 1 ? conditions[0] : undefined
  if (condition === undefined) return undefined
  const [figure, level] = [figureText(condition, language), levelText(condition, language)]
  return figure === undefined || level === undefined ? undefined : t('why.compared', { figure, level })
}

function reasonNotApplicable({ indicators }: Criterion): string | undefined {
  return indicators.flatMap(({ figures, conclusions }) => [
    ...figures.flatMap(({ notApplicableReason }) => notApplicableReason ?? []),
    ...conclusions.flatMap(({ reason }) => reason ?? []),
  ])[0]
}

/** "12/2023" of 2023-12-31. */
function monthOf(day: string): string {
  return `${Number(day.slice(5, 7))}/${day.slice(0, 4)}`
}
