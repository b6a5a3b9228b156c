import { usePeriod } from '../standing/law/period.ts'
import { useLawText } from '../standing/law/texts.ts'
import { useStandingText, type StandingKey } from '../standing/texts.ts'
import { DocumentName } from '../standing/unit/sources.tsx'
import { useMoment } from '../api/Moment.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Go } from '../ui/Go.tsx'
import { useLanguage } from '../ui/language.tsx'
import { Section } from '../ui/Section.tsx'
import { Vietnamese } from '../ui/Vietnamese.tsx'
import type { AtRisk, RiskRule } from './risk.ts'
import { useRiskText } from './texts.ts'

/** The conditions of a revocation in words, where they stand, and whether anybody held them against the text. */
export function RiskRules({ risk }: { readonly risk: AtRisk }) {
  const t = useRiskText()
  return (
    <Section heading={t('rule')}>
      {risk.rules.map((rule) => (
        <Rule key={rule.id} rule={rule} risk={risk} />
      ))}
    </Section>
  )
}

const checkedKeys = {
  text: 'checked.text',
  guidance: 'checked.guidance',
  partial: 'checked.partial',
  memory: 'checked.memory',
  unknown: 'checked.unknown',
} as const

function checkedKey(checked: string): (typeof checkedKeys)[keyof typeof checkedKeys] {
  return Object.entries(checkedKeys).find(([name]) => name === checked)?.[1] ?? 'checked.unknown'
}

function Rule({ rule, risk }: { readonly rule: RiskRule; readonly risk: AtRisk }) {
  const t = useRiskText()
  const law = useLawText()
  const period = usePeriod()
  return (
    <div className="ac-risk-rule">
      <ul className="ac-risk-conditions">
        {rule.conditions.map((condition) => (
          <Condition key={condition.from} condition={condition} />
        ))}
      </ul>
      <Facts
        facts={[
          {
            label: t('rule.document'),
            value: (
              <DocumentName
                standing={{ documents: risk.documents, entries: {} }}
                id={rule.document}
                article={rule.article ?? undefined}
              />
            ),
          },
          { label: t('rule.checked'), value: law(checkedKey(rule.checked)) },
          ...(rule.note === null
            ? []
            : [{ label: t('rule.note'), value: <Vietnamese>{rule.note}</Vietnamese> }]),
          { label: t('rule.period'), value: period(rule) },
          { label: t('rule.sets'), value: <JudgedBy sets={rule.sets} /> },
        ]}
      />
    </div>
  )
}

function Condition({ condition }: { readonly condition: RiskRule['conditions'][number] }) {
  const t = useRiskText()
  const { language } = useLanguage()
  const { from, below, key, disputed } = condition
  const share = below === null ? t('rule.from', { from }) : t('rule.between', { from, below })
  return (
    <li>
      {key === 0 ? t('rule.condition', { share }) : t('rule.conditionKey', { share, key })}
      {disputed !== null && <span className="ac-small ac-risk-line">{disputed[language]}</span>}
    </li>
  )
}

/** Which set judges which rank, whatever set the decision used. */
function JudgedBy({ sets }: { readonly sets: RiskRule['sets'] }) {
  const standing = useStandingText()
  const { href, world } = useMoment()
  return Object.entries(sets).map(([rank, set]) => {
    const key = rankKey(rank)
    return (
      <span key={rank} className="ac-risk-line">
        {key === undefined ? rank : standing(key)}:{' '}
        <Go href={href(`/bo-tieu-chi/${set}`)}>
          {world.sets.find(({ id }) => id === set)?.name.short ?? set}
        </Go>
      </span>
    )
  })
}

function rankKey(rank: string): StandingKey | undefined {
  const keys = ['rankShort.standard', 'rankShort.advanced', 'rankShort.model', 'rankShort.modern'] as const
  return keys.find((key) => key === `rankShort.${rank}`)
}
