import { Sign } from '../ui/Sign.tsx'
import { useLanguage, useUiText } from '../ui/language.tsx'
import type { RiskRow } from './risk.ts'
import { useRiskText } from './texts.ts'

/** Criteria that fail, by name, the key ones marked; and how many are unknown. */
export function CriteriaNames({ unmet, unknown }: Pick<RiskRow, 'unmet' | 'unknown'>) {
  const t = useRiskText()
  const ui = useUiText()
  const { language } = useLanguage()
  return (
    <div>
      {unmet.length === 0 && t('unmet.none')}
      {unmet.map(({ code, name, key }, index) => (
        <span key={code}>
          {index > 0 && '; '}
          {code}. {language === 'vi' ? name.short : name.shortEn}
          {key && (
            <>
              {'\u00a0'}
              <Sign kind="key" size={13} label={ui('sign.key')} />
            </>
          )}
        </span>
      ))}
      {unknown.length > 0 && (
        <span className="ac-small ac-risk-line">{t('unmet.unknown', { n: unknown.length })}</span>
      )}
    </div>
  )
}
