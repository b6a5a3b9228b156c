import type { Measure } from '../criteria/criteria.ts'
import type { Draft, DraftIndicator } from '../criteria/draft/draft.ts'
import { recognise } from '../criteria/draft/recognise.ts'
import type { SourceTable } from '../criteria/draft/source.ts'

function aMeasure(id: string, name: string, kind: Measure['kind']): Measure {
  return {
    id,
    name: { vi: name, en: name },
    kind,
    quantity: { vi: '', en: '' },
    scale: kind === 'amount' ? 1 : 0,
    time: 'instant',
    staleAfterMonths: undefined,
    overUnits: 'add',
    precedence: 'entered',
  }
}

/** Measures that a province has already, for drafts to find. */
export const draftMeasures = [
  aMeasure('m-road', 'Tỷ lệ đường xã được nhựa hóa hoặc bê tông hóa', 'share'),
  aMeasure('m-irrigated-land', 'Tỷ lệ diện tích đất sản xuất nông nghiệp được tưới, tiêu chủ động', 'share'),
  aMeasure('m-power', 'Tỷ lệ hộ sử dụng điện thường xuyên, an toàn', 'share'),
  aMeasure('m-huts', 'Số nhà tạm, dột nát', 'count'),
  aMeasure('m-income', 'Thu nhập bình quân đầu người', 'amount'),
  aMeasure('m-poor', 'Tỷ lệ hộ nghèo', 'share'),
]

export function draftOf(tables: readonly SourceTable[], lines: readonly string[] = []): Draft {
  return recognise({ tables, lines }, draftMeasures).draft
}

/** The indicator of a code; throws without one. */
export function indicatorIn(draft: Draft, code: string): DraftIndicator {
  const found = draft.indicators.find((one) => one.code === code)
  if (!found)
    throw new Error(`no indicator ${code} among ${draft.indicators.map((one) => one.code).join(', ')}`)
  return found
}

/** Field and code of each doubt about an indicator. */
export function doubtsIn(draft: Draft, code: string): readonly string[] {
  const { key } = indicatorIn(draft, code)
  return draft.doubts
    .filter(({ target }) => target === `indicator:${key}`)
    .map(({ field, code }) => `${field} ${code}`)
}
