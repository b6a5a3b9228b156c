import type { CompiledSet } from '../compile.ts'
import { verdictCodes, verdictNames, type Rule, type Verdict } from '../criteria.ts'
import { explainIndicator, explainPrerequisite, type ExplainedPart } from '../explanation.ts'
import { judgeSet, type SetVerdicts } from '../judge-set.ts'
import type { Score } from '../points.ts'
import { columnsOf, type Answers } from '../rules/answers.ts'
import type { Refusal } from './example-unit.ts'
import type { ExampleForm } from './form.ts'

/** What comes out of an example. */
export type Outcome = {
  readonly verdict: Verdict
  /** Where the set counts points, and what is judged has any. */
  readonly score: Score | undefined
  /** Of what is judged by one rule. */
  readonly missing: ExplainedPart['missing'] | undefined
}

/** What an example judges: by which rules, and how. */
export type Subject = {
  /** Undefined for the whole set. */
  readonly code: string | undefined
  readonly rules: readonly Rule[]
  readonly judge: (compiled: CompiledSet, answers: Answers, concluded: ExampleForm['concluded']) => Outcome
}

const subjects = ['indicator', 'prerequisite', 'criterion', 'whole'] as const

/** The subject that the example names; a refusal where it names none, several, or one that is not there. */
export function subjectOf(compiled: CompiledSet, example: ExampleForm): Subject | Refusal {
  const named = subjects.filter((kind) => example[kind] !== undefined)
  const [kind] = named
  if (kind === undefined || named.length > 1) return { path: [], code: 'exampleSubject', facts: {} }
  const code = String(example[kind])
  const codes = new Set([
    ...compiled.indicators.map((one) => one.indicator.code),
    ...compiled.prerequisites.map((one) => one.prerequisite.code),
    ...compiled.set.criteria.map((criterion) => criterion.code),
  ])
  const other = Object.keys(example.concluded).find((one) => !codes.has(one))
  if (other !== undefined) {
    return { path: ['concluded', other], code: 'exampleIndicatorUnknown', facts: { code: other } }
  }
  const found = finders[kind](compiled, code)
  return found
    ? { code: kind === 'whole' ? undefined : code, ...found }
    : { path: [kind], code: 'exampleIndicatorUnknown', facts: { code } }
}

type Finder = (compiled: CompiledSet, code: string) => Pick<Subject, 'rules' | 'judge'> | undefined

const finders = {
  indicator: ({ indicators }, code) => {
    const at = indicators.findIndex((one) => one.indicator.code === code)
    const rule = indicators[at]?.provision.rule
    return (
      rule && {
        rules: [rule],
        judge: (compiled, answers) => {
          const { verdict, missing } = explainIndicator(compiled, at, answers)
          return { verdict, missing, score: judged(compiled, answers, {}).scores?.indicators[at] }
        },
      }
    )
  },
  prerequisite: ({ prerequisites }, code) => {
    const at = prerequisites.findIndex((one) => one.prerequisite.code === code)
    const rule = prerequisites[at]?.prerequisite.rule
    return (
      rule && {
        rules: [rule],
        judge: (compiled, answers) => {
          const { verdict, missing } = explainPrerequisite(compiled, at, answers)
          return { verdict, missing, score: undefined }
        },
      }
    )
  },
  criterion: ({ set, indicators }, code) => {
    const at = set.criteria.findIndex((criterion) => criterion.code === code)
    if (at < 0) return undefined
    return {
      rules: indicators.filter((one) => one.criterion.code === code).map((one) => one.provision.rule),
      judge: (compiled, answers, concluded) => {
        const { criteria, scores } = judged(compiled, answers, concluded)
        const verdict = verdictNames.find((_, index) => index === criteria[at]) ?? 'unknown'
        return { verdict, missing: undefined, score: scores?.criteria[at] }
      },
    }
  },
  whole: ({ indicators, prerequisites }) => ({
    rules: [
      ...indicators.map((one) => one.provision.rule),
      ...prerequisites.map((one) => one.prerequisite.rule),
    ],
    judge: (compiled, answers, concluded) => {
      const { whole, scores } = judged(compiled, answers, concluded)
      return { verdict: whole, missing: undefined, score: scores?.whole }
    },
  }),
} as const satisfies Record<(typeof subjects)[number], Finder>

/** A conclusion on a code that an indicator and its criterion share is one on the indicator. */
function judged(compiled: CompiledSet, answers: Answers, concluded: ExampleForm['concluded']): SetVerdicts {
  const isIndicator = new Set(compiled.indicators.map(({ indicator }) => indicator.code))
  return judgeSet(compiled, columnsOf([answers]), 0, (scope, code) => {
    const verdict = scope === 'indicator' || !isIndicator.has(code) ? concluded[code] : undefined
    return verdict && verdictCodes[verdict]
  })
}
