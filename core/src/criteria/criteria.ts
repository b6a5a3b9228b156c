import type { IsoDate } from '../kernel/index.ts'
import type { UnitKind } from '../units/index.ts'

/** Unknown is neither unmet nor zero: what is missing is named, so that it can be asked for. */
export type Verdict = 'met' | 'unmet' | 'unknown' | 'notApplicable'

/** Codes of verdicts in compiled sets and in `standing.verdicts`, two bits each; unknown is 0. */
export const verdictCodes = { unknown: 0, met: 1, unmet: 2, notApplicable: 3 } as const satisfies Record<
  Verdict,
  number
>

export type VerdictCode = 0 | 1 | 2 | 3

/** Verdicts by code: `verdictNames[verdictCodes[v]] === v`. */
export const verdictNames = ['unknown', 'met', 'unmet', 'notApplicable'] as const

/** Kind of a measure: yes or no, a count, a share num/den, or an amount on a scale. */
export type MeasureKind = 'pass' | 'count' | 'share' | 'amount'

/** What a figure tells of: a day, a year, a half-year, a school year. */
export type TimeKind = 'instant' | 'year' | 'halfYear' | 'schoolYear'

/** A quantity that figures are given for; measures outlive criteria sets. */
export type Measure = {
  readonly id: string
  readonly name: { readonly vi: string; readonly en: string }
  readonly kind: MeasureKind
  /** Counted thing, or unit of an amount: "hộ", "triệu đồng/người/năm". */
  readonly quantity: { readonly vi: string; readonly en: string }
  /** Decimals an amount keeps: 1 means that value 447 is 44.7. Shares and counts have 0. */
  readonly scale: number
  readonly time: TimeKind
  /** Months after the last day of its period at which a figure is told as stale; undefined: never. */
  readonly staleAfterMonths: number | undefined
  readonly overUnits: 'add' | 'reweight' | 'none'
  /** Which wins where an entered and a derived figure both exist. */
  readonly precedence: 'entered' | 'derived'
}

/** How far a transcription was checked: text of the decision, a body's guidance, in part, memory, or nothing known. */
export type Checked = 'text' | 'guidance' | 'partial' | 'memory' | 'unknown'

export type LegalSource = {
  readonly document: string
  readonly article: string | undefined
  readonly checked: Checked
  readonly note: string | undefined
}

/**
 * A level on one column: a number on the measure's scale (a share in percent times 100, so 95.5 % is 9550),
 * left to the province, or not known to us.
 */
export type Level =
  | { readonly kind: 'value'; readonly scaled: number; readonly source: LegalSource }
  | {
      readonly kind: 'byYear'
      readonly scaled: Readonly<Record<number, number>>
      readonly source: LegalSource
    }
  | { readonly kind: 'delegated'; readonly source: LegalSource }
  | { readonly kind: 'unknown'; readonly source: LegalSource }

/** Levels by column of the set; a column that is absent is unknown. `*` holds for every column. */
export type Levels = Readonly<Record<string, Level>>

/** The closed set of rule kinds; each has an evaluator, an explanation and examples, mirrored in one place each. */
export type Rule =
  /** Judged by a body without a figure ("Đạt"), or by a pass figure where a measure is named. */
  | {
      readonly kind: 'pass'
      readonly measure: string | undefined
      readonly delegated: boolean
      readonly source: LegalSource
    }
  | { readonly kind: 'atLeast'; readonly key: string; readonly measure: string; readonly levels: Levels }
  | { readonly kind: 'atMost'; readonly key: string; readonly measure: string; readonly levels: Levels }
  /** None of the counted thing: "Không còn nhà tạm, dột nát". */
  | { readonly kind: 'noneOf'; readonly measure: string; readonly source: LegalSource }
  | { readonly kind: 'allOf'; readonly parts: readonly Rule[] }
  | { readonly kind: 'anyOf'; readonly parts: readonly Rule[] }
  | { readonly kind: 'atLeastOf'; readonly count: number; readonly parts: readonly Rule[] }

/** The law's own time inside a set: an amendment is a new provision from its day on. */
export type Provision = { readonly from: IsoDate; readonly until: IsoDate | undefined; readonly rule: Rule }

export type Indicator = {
  readonly code: string
  readonly name: { readonly vi: string; readonly en: string }
  readonly nameChecked: Checked
  readonly provisions: readonly Provision[]
  /** Applies only where there is any ("nếu có"): without it, an attested verdict says not applicable. */
  readonly ifAny: boolean
  /** Empty where the criterion's owners answer for it. */
  readonly owners: readonly Owner[]
  readonly evidence: readonly string[]
}

/** The body that answers for a criterion in the province; departments were reorganised while sets were in force. */
export type Owner = {
  readonly name: { readonly vi: string; readonly en: string }
  readonly from: IsoDate | undefined
  readonly until: IsoDate | undefined
  readonly checked: Checked
}

export type Criterion = {
  readonly code: string
  readonly group: { readonly vi: string; readonly en: string }
  /** `short` and `shortEn` are for narrow tiles. */
  readonly name: {
    readonly vi: string
    readonly en: string
    readonly short: string
    readonly shortEn: string
  }
  readonly nameChecked: Checked
  readonly owners: readonly Owner[]
  /** Counts as key when revocation is judged (QĐ 18/2022/QĐ-TTg, điều 4). */
  readonly key: boolean
  readonly indicators: readonly Indicator[]
}

/** Which column of levels judges a unit: the first whose groups the unit is in on the day. */
export type Column = {
  readonly id: string
  readonly name: { readonly vi: string; readonly en: string }
  readonly anyOfGroups: readonly string[]
  /** What says that these groups are judged by this column. */
  readonly source: LegalSource
}

/** One transcription of one criteria set: sealed by its digest once published. */
export type CriteriaSet = {
  readonly id: string
  readonly edition: number
  readonly name: { readonly vi: string; readonly en: string; readonly short: string }
  readonly legalBasis: readonly LegalSource[]
  readonly inForce: { readonly from: IsoDate; readonly until: IsoDate | undefined }
  readonly replaces: string | undefined
  /** Kinds of unit it is for; any other unit is "không thuộc đối tượng", which is not unknown. */
  readonly forKinds: readonly UnitKind[]
  readonly programmeOnly: boolean
  readonly passRule: { readonly kind: 'allCriteria' }
  readonly basicallyMetCounts: boolean
  readonly notApplicableCounts: boolean
  readonly bands: readonly { readonly from: number; readonly to: number }[]
  readonly columns: readonly Column[]
  readonly criteria: readonly Criterion[]
}
