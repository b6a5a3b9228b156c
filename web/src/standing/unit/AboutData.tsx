import type { EndpointAnswer } from '@ancu/core/kernel'
import type { showUnit } from '@ancu/core/units'

import { Section } from '../../ui/Section.tsx'
import { Illustrative } from '../../ui/Verdict.tsx'
import type { Standing } from '../answers.ts'
import type { Decision } from '../register.ts'
import { useStandingText, type StandingKey } from '../texts.ts'

export type AboutDataProps = {
  readonly shown: EndpointAnswer<typeof showUnit>
  readonly standing: Standing
  readonly decisions: readonly Decision[]
}

type Share = { readonly key: StandingKey; readonly made: number; readonly of: number }

/** Which lines of this page are real and which are generated to agree with the published totals. */
export function AboutData({ shown, standing, decisions }: AboutDataProps) {
  const t = useStandingText()
  const shares = sharesOf({ shown, standing, decisions }).filter((share) => share.of > 0)
  const hasMade = shares.some(({ made }) => made > 0)
  return (
    <Section heading={hasMade ? t('about.some') : t('about.none')}>
      <ul className="ac-about">
        {shares.map(({ key, made, of }) => (
          <li key={key}>
            {t(key)}:{' '}
            {made === 0
              ? t('about.real', { of })
              : made === of
                ? t('about.made', { of })
                : t('about.part', { made, of })}{' '}
            {made > 0 && <Illustrative />}
          </li>
        ))}
      </ul>
      {hasMade && <p className="ac-small">{t('about.why')}</p>}
    </Section>
  )
}

function sharesOf({ shown, standing, decisions }: AboutDataProps): readonly Share[] {
  const indicators = standing.criteria.flatMap((criterion) => criterion.indicators)
  const figures = [
    ...new Map(
      indicators.flatMap((each) => each.figures.map((figure) => [figure.id, figure] as const)),
    ).values(),
  ]
  const conclusions = [...standing.criteria, ...indicators].flatMap((each) => each.conclusions)
  const share = (key: StandingKey, of: readonly { readonly illustrative: boolean }[]): Share => ({
    key,
    made: of.filter(({ illustrative }) => illustrative).length,
    of: of.length,
  })
  return [
    share('about.figures', figures),
    share('about.conclusions', conclusions),
    share('about.decisions', decisions),
    share('about.names', shown.names),
    share('about.groups', shown.unit.groups),
  ]
}
