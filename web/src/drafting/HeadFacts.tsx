import { Facts } from '../ui/Facts.tsx'
import { useFormats } from '../ui/language.tsx'
import { draftedKinds, type DraftInHand, type Head } from './draft.ts'
import { useDraftingText } from './texts.ts'

/** The decision of a draft that cannot be changed any more; what was never filled in is left out. */
export function HeadFacts({ draft }: { readonly draft: DraftInHand }) {
  const t = useDraftingText()
  const format = useFormats()
  const passRuleWords = usePassRuleWords()
  const { name, set, document, article, from, until, forKinds, passRule } = draft.shown.work.draft.head
  const dayText = (day: string | null | undefined): string => (day == null ? '' : format.day(day))
  const facts = [
    { label: t('head.name'), value: name },
    { label: t('head.set'), value: set },
    { label: t('head.number'), value: document.number },
    { label: t('head.day'), value: dayText(document.day) },
    { label: t('head.issuer'), value: document.issuer },
    { label: t('head.documentTitle'), value: document.title },
    { label: t('head.article'), value: article },
    { label: t('head.from'), value: dayText(from) },
    { label: t('head.until'), value: dayText(until) },
    {
      label: t('head.kinds'),
      value: draftedKinds
        .filter((kind) => forKinds.includes(kind))
        .map((kind) => t(`head.${kind}`))
        .join(', '),
    },
    { label: t('head.passRule'), value: passRuleWords(passRule) },
  ]
  return <Facts facts={facts.filter(({ value }) => value !== '')} />
}

function usePassRuleWords(): (rule: Head['passRule']) => string {
  const t = useDraftingText()
  const format = useFormats()
  return (rule) => {
    switch (rule.kind) {
      case 'allCriteria':
        return t('head.allCriteria')
      case 'atLeastCriteria':
        return `${t('head.atLeastCriteria')}: ${format.number(rule.count)}`
      case 'points':
        return `${t('head.byPoints')}: ${format.number(rule.passAt)}`
    }
  }
}
