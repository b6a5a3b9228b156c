import { useLanguage } from '../ui/language.tsx'
import type { CommuneRow, Overview } from './answers.ts'
import { csvOf } from './csv.ts'
import { useStandingText } from './texts.ts'

export type DownloadRowsProps = { readonly overview: Overview; readonly rows: readonly CommuneRow[] }

/** The rows as a file whose name says of which day and up to which entry of the ledger they are. */
export function DownloadRows({ overview, rows }: DownloadRowsProps) {
  const t = useStandingText()
  const { language } = useLanguage()

  function download() {
    const text = csvOf(overview, rows, {
      language,
      columns: [
        t('csv.code'),
        t('csv.unit'),
        t('csv.least'),
        t('csv.most'),
        t('csv.of'),
        t('list.whole'),
        t('list.recognised'),
        t('csv.note'),
      ],
      verdicts: {
        met: t('old.met'),
        unmet: t('old.unmet'),
        unknown: t('old.unknown'),
        notApplicable: t('old.notApplicable'),
      },
      ranks: (rank) => t(`rankName.${rank}`),
      illustrative: t('csv.illustrative'),
    })
    const address = URL.createObjectURL(new Blob([text], { type: 'text/csv' }))
    const link = document.createElement('a')
    link.href = address
    link.download = `an-cu-${overview.on}-${overview.knownSeq}.csv`
    link.click()
    URL.revokeObjectURL(address)
  }

  return (
    <button type="button" className="ac-act ac-noprint" onClick={download}>
      {t('csv.download')}
    </button>
  )
}
