/** A day as text, `YYYY-MM-DD`. */
export type Day = string

/** A row of a section of a fact bundle: plain JSON, validated by whoever loads it. */
export type Row = { readonly [field: string]: unknown }

/** Sections about units; the shape is the loader's `unitFacts`. */
export type UnitSections = {
  units: Row[]
  endings: Row[]
  names: Row[]
  kinds: Row[]
  codes: Row[]
  parents: Row[]
  groups: Row[]
  programme: Row[]
  points: Row[]
  changes: Row[]
}

/** What one entry of the replay says; the shape is the loader's `factBundle`. */
export type Facts = {
  documents?: Row[]
  units?: Partial<UnitSections>
  editions?: Row[]
  setApplications?: Row[]
  figures?: FigureRow[]
  verdicts?: ClaimRow[]
  decisions?: DecisionRow[]
}

/** One entry of the replay: what became known on a day, in the words of its reason. */
export type WorldEntry = { day: Day; kind: string; reason: string; facts: Facts }

export type SetId = 'commune-2016-2020' | 'commune-2021-2025'

export type Verdict = 'met' | 'basicallyMet' | 'unmet' | 'notApplicable'

export type ClaimRow = {
  id: string
  unit: string
  set: SetId
  scope: 'indicator' | 'criterion'
  code: string
  verdict: Verdict
  asOf: Day
  stage: 'selfAssessed' | 'verified' | 'appraised'
  reason?: string
  document?: string
  replaces?: string
  illustrative: true
}

export type FigureRow = {
  id: string
  unit: string
  measure: string
  period: string
  stage: 'claimed' | 'verified' | 'appraised' | 'statistical'
  nature?: 'estimate'
  num?: number
  den?: number
  scaled?: number
  document?: string
  replaces?: string
  illustrative: true
}

export type DecisionRow = {
  id: string
  unit: string
  act: 'recognise'
  rank: 'standard' | 'advanced' | 'model' | 'villageNtm' | 'villageModel'
  day: Day
  dayAssumed?: true
  number?: string
  issuer?: string
  yearOfStandard?: number
  set?: string
  document?: string
  illustrative?: true
  note?: string
}

/** A criterion met on one planned day and unmet on the next. */
export type Regression = {
  readonly unit: string
  readonly set: SetId
  readonly criterion: string
  readonly metOn: Day
  readonly unmetFrom: Day
}

/** Why a criterion is lost or gained; rising and falling say better and worse, stricter and looser. */
export type Cause =
  | 'figureFell'
  | 'figureRose'
  | 'levelRose'
  | 'levelFell'
  | 'indicatorNew'
  | 'indicatorDropped'
  | 'structureChanged'
  | 'missingOrStale'
  | 'attestedDifferently'

/** A criterion planted to be lost or gained between two days or two sets. */
export type PlannedChange = {
  readonly unit: string
  /** The same code in both sets. */
  readonly criterion: string
  readonly change: 'lost' | 'gained'
  readonly from: { readonly set: SetId; readonly on: Day }
  readonly to: { readonly set: SetId; readonly on: Day }
  /** In the order of `Cause`; two that work together are both named. */
  readonly causes: readonly Cause[]
}

/** A figure planted so that it says otherwise than the attested verdict of its criterion. */
export type Disagreement = {
  readonly on: Day
  readonly unit: string
  readonly set: SetId
  readonly criterion: string
  readonly measures: readonly string[]
  readonly attested: 'met' | 'unmet'
  readonly computed: 'met' | 'unmet'
}

/** Villages whose figures do not add up to their commune's. */
export type VillageSum = {
  readonly unit: string
  readonly measure: string
  readonly period: string
  readonly sum: { readonly num: number; readonly den: number }
  readonly told: { readonly num: number; readonly den: number }
}

/** A commune that told otherwise than those who checked: of an indicator, or of a figure. */
export type ToldOtherwise = {
  readonly unit: string
  /** Code of the indicator, or identity of the measure. */
  readonly what: string
  /** Day of the checked verdict, or period of the figure. */
  readonly of: string
}

/** Two figures that replace the same one; the older keeps counting. */
export type Conflict = {
  readonly unit: string
  readonly measure: string
  readonly period: string
  readonly replaced: string
  readonly by: readonly string[]
}
