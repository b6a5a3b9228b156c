import type { Measure } from '../criteria/index.ts'

type Words = { readonly vi: string; readonly en: string }

/** The measure that a refusal is about, as its sentence names it. */
export type MeasureNamed = {
  readonly measureName: Words
  /** Absent where nothing is counted: yes or no. */
  readonly quantity?: Words
  /** Decimals that it keeps. */
  readonly decimals: number
  /** Largest value that it takes, where it was passed. */
  readonly most?: number
  /** The whole number that was given beside the value and is another one. */
  readonly scaled?: number
}

/** Why a fact is refused; `at` names the row in its section, so that the file's line can be told. */
export type FactRefusal = Partial<MeasureNamed> & {
  readonly code:
    | 'unitUnknown'
    | 'unitNotThen'
    | 'measureUnknown'
    | 'shareNeedsParts'
    | 'figureNotAShare'
    | 'passIsYesOrNo'
    | 'belowZero'
    | 'aboveMost'
    | 'amountTooFine'
    | 'amountNotWhole'
    | 'amountTooLarge'
    | 'scaledDiffers'
    | 'periodKindWrong'
    | 'shareAboveWhole'
    | 'futureDay'
    | 'setUnknown'
    | 'setJudgesNoCommune'
    | 'codeNotInSet'
    | 'setNotForUnit'
    | 'documentUnknown'
    | 'replacesAnother'
    | 'replacesHigherStage'
    | 'replacesNothing'
    | 'revokesNothing'
    | 'carriesNothing'
    | 'carriesAnother'
    | 'notCarriable'
    | 'withdrawnAlready'
    | 'reconcilesNothing'
    | 'reconcilesAnother'
    | 'noteTakesNothingBack'
    | 'levelNotOpen'
    | 'levelOffScale'
    | 'columnUnknown'
    | 'idTwice'
    | 'idTaken'
    | 'rowTwice'
    | 'replacedTwice'
  readonly section:
    | 'figures'
    | 'verdicts'
    | 'decisions'
    | 'levels'
    | 'setApplications'
    | 'documents'
    | 'reconciliations'
  readonly at: number
  readonly id: string
  /** The unit that the row is about; absent where it is about none. */
  readonly unit?: string
  readonly value: string | number
  /** The earlier row, counted from 1, that says the same. */
  readonly first?: string
}

export type FactSection = FactRefusal['section']

export type Refuse = (
  code: FactRefusal['code'],
  value: FactRefusal['value'],
  about?: MeasureNamed | Pick<FactRefusal, 'first'>,
) => void

/** Most refusals told at once; a file with more is wrong as a whole. */
const mostRefusals = 100

type Row = {
  readonly id: string
  readonly unit?: string
  readonly replaces?: string | undefined
  readonly withdrawn?: boolean | undefined
}

/** What holds for every row of a section besides its own checks. */
type RowRules<Checked> = {
  /** Whether a row of the ledger has the id. */
  readonly isTaken?: (id: string) => boolean
  /** What a row says, apart from its id and its papers: two rows of one command that say the same are one too many. */
  readonly says?: (row: Checked) => readonly (string | number | undefined)[]
}

/** Checks the rows of one section in their order; what is refused is added to the list, up to a limit. */
export function checkRows<Checked extends Row>(
  refusals: FactRefusal[],
  section: FactSection,
  rows: readonly Checked[],
  check: (row: Checked, refuse: Refuse) => void,
  rules: RowRules<Checked> = {},
): void {
  const takenBack = new Set(rows.flatMap(({ withdrawn, replaces }) => (withdrawn === true ? replaces : [])))
  const checkRepeats = repeatsIn(rules, takenBack)
  for (const [at, row] of rows.entries()) {
    const { id, unit } = row
    const refuse: Refuse = (code, value, about) => {
      if (refusals.length >= mostRefusals) return
      refusals.push({ code, section, at, id, ...(unit === undefined ? {} : { unit }), value, ...about })
    }
    checkRepeats(row, at, refuse)
    check(row, refuse)
    if (refusals.length >= mostRefusals) return
  }
}

/** Refuses what the rows of one command must not do twice, or have done before. */
function repeatsIn<Checked extends Row>(
  { isTaken, says }: RowRules<Checked>,
  takenBack: ReadonlySet<string | undefined>,
): (row: Checked, at: number, refuse: Refuse) => void {
  const [ids, replaced, said] = [new Set<string>(), new Set<string>(), new Map<string, number>()]
  return (row, at, refuse) => {
    const { id, replaces } = row
    if (replaces !== undefined && replaced.has(replaces)) refuse('replacedTwice', replaces)
    if (replaces !== undefined) replaced.add(replaces)
    if (ids.has(id)) return refuse('idTwice', id)
    ids.add(id)
    if (isTaken?.(id) === true) refuse('idTaken', id)
    if (replaces !== undefined || says === undefined || takenBack.has(id)) return
    const saying = JSON.stringify(says(row))
    const first = said.get(saying)
    if (first === undefined) said.set(saying, at)
    else refuse('rowTwice', id, { first: String(first + 1) })
  }
}

export function named({ name, quantity, scale }: Measure): MeasureNamed {
  return { measureName: name, ...(quantity.vi === '' ? {} : { quantity }), decimals: scale }
}
