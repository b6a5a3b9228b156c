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
  /** True for an amount that may be below 0, such as growth; absent: no figure and no level is. */
  readonly negative?: true | undefined
  /** Largest value of a count or an amount, on its scale: "chấm tối đa 10 điểm"; absent: there is none. */
  readonly most?: number | undefined
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
 * left to the province, not known to us, or none because what is asked does not apply there.
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
  | { readonly kind: 'notApplicable'; readonly source: LegalSource }
  /** So much of the level of another set on the same column, day and year. */
  | { readonly kind: 'ofSet'; readonly of: LevelOfSet; readonly source: LegalSource }

/** A level of another set, and how much of it: in percent times 100, so 110 % is 11000. */
export type LevelOfSet = { readonly set: string; readonly key: string; readonly percent: number }

/** Levels by column of the set; a column that is absent is unknown. `*` holds for every column. */
export type Levels = Readonly<Record<string, Level>>

/** What the program itself knows of a unit on a day: recognitions in force, groups. */
export const registers = ['recognition', 'group'] as const
export type Register = (typeof registers)[number]

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
  /** The unit holds a recognition of a rank, or is in a group, on the day: always known. */
  | {
      readonly kind: 'register'
      readonly register: Register
      /** The rank, or the group. */
      readonly entry: string
      readonly name: { readonly vi: string; readonly en: string } | undefined
      readonly source: LegalSource
    }
  /** So many, or such a share, of the units of a lower level meet `that`, each by its own figures and column. */
  | ({ readonly kind: 'unitsAtLeast' } & LowerUnits)
  | ({ readonly kind: 'unitsAtMost' } & LowerUnits)
  /** So many points, where the set counts points: those of the first step reached, or as an assessor gave them. */
  | {
      readonly kind: 'score'
      readonly measure: string
      /** Undefined: the figure is the score itself. */
      readonly steps: readonly ScoreStep[] | undefined
      /** Points in hundredths: the indicator's, and those from which on it is met. */
      readonly most: number
      readonly passAt: number
      readonly source: LegalSource
    }
  | { readonly kind: 'allOf'; readonly parts: readonly Rule[] }
  | { readonly kind: 'anyOf'; readonly parts: readonly Rule[] }
  | { readonly kind: 'atLeastOf'; readonly count: number; readonly parts: readonly Rule[] }

/** One step of a ladder of points: a level of the rule's measure, and what reaching it gives, in hundredths. */
export type ScoreStep = {
  readonly kind: 'atLeast' | 'atMost'
  readonly key: string
  readonly measure: string
  readonly levels: Levels
  readonly points: number
}

/** Levels of units that lie in others. */
export const lowerLevels = ['commune', 'village'] as const
export type LowerLevel = (typeof lowerLevels)[number]

type LowerUnits = {
  readonly key: string
  readonly of: LowerLevel
  /** What the levels count: percent times 100 of the units that `that` applies to, or their number. */
  readonly as: 'share' | 'count'
  readonly that: Rule
  /** What such a unit is called: "xã đạt chuẩn nông thôn mới". */
  readonly name: { readonly vi: string; readonly en: string } | undefined
  readonly measure?: undefined
  readonly levels: Levels
}

/** The law's own time inside a set: an amendment is a new provision from its day on. */
export type Provision = { readonly from: IsoDate; readonly until: IsoDate | undefined; readonly rule: Rule }

/** What a criterion or an indicator continues of an older set; the first code is the one compared with. */
export type Continuation = { readonly set: string; readonly codes: readonly string[] }

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
  /** Most points that it gives, in hundredths, where the set counts points. */
  readonly points?: number | undefined
  /** Columns in which it does not apply, whatever the figures. */
  readonly notApplicableIn?: readonly string[] | undefined
  readonly continues?: readonly Continuation[] | undefined
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
  /** False: the law has more indicators here than are known to us, so that it is never met by these alone. */
  readonly complete?: false | undefined
  /** What would complete it; given where it is not complete. */
  readonly source?: LegalSource | undefined
  readonly continues?: readonly Continuation[] | undefined
  readonly indicators: readonly Indicator[]
}

/** What a unit must be before its criteria count: "đã đạt chuẩn nông thôn mới". */
export type Prerequisite = {
  readonly code: string
  readonly name: { readonly vi: string; readonly en: string }
  readonly nameChecked: Checked
  readonly rule: Rule
}

/** How the criteria make up the verdict on the whole set; prerequisites stand before it and are none of them. */
export type PassRule =
  | { readonly kind: 'allCriteria' }
  /** So many criteria, among them each that is required. */
  | { readonly kind: 'atLeastCriteria'; readonly count: number; readonly required: readonly string[] }
  | PointsRule

/** So many points in all, and of each criterion its floor; points in hundredths. */
export type PointsRule = {
  readonly kind: 'points'
  readonly passAt: number
  /** Least points of a criterion, of its own in percent times 100 or as such; undefined: its indicators decide. */
  readonly criterionFloor: { readonly percent: number } | { readonly points: number } | undefined
  /** Points of what does not apply: given in full, or left out with the marks lowered in proportion. */
  readonly notApplicable: 'granted' | 'rescaled'
}

/** Which column of levels judges a unit: the first that has one of its groups on the day, or its kind. */
export type Column = {
  readonly id: string
  readonly name: { readonly vi: string; readonly en: string }
  readonly anyOfGroups: readonly string[]
  readonly anyOfKinds?: readonly UnitKind[] | undefined
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
  /** Only units in one of these groups on the day; undefined: whatever their groups. */
  readonly forGroups?: readonly string[] | undefined
  readonly programmeOnly: boolean
  readonly passRule: PassRule
  /** All must be met for the whole; undefined: there is none. */
  readonly prerequisites?: readonly Prerequisite[] | undefined
  readonly basicallyMetCounts: boolean
  readonly notApplicableCounts: boolean
  readonly bands: readonly { readonly from: number; readonly to: number }[]
  readonly columns: readonly Column[]
  /** How many indicators the decision has, where it has more than are known to us. */
  readonly declaredIndicators?: number | 'unknown' | undefined
  readonly criteria: readonly Criterion[]
}
