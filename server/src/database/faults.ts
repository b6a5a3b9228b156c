import { StorageError, type StorageProblem } from './problem.ts'

/** The problem that an error of opening stands for; undefined if it is a fault of the program. */
export type Diagnosis = (codes: readonly string[], detail: string) => StorageProblem | undefined

/**
 * Turns what went wrong while opening into a `StorageError` where it is something the operator can mend.
 * Looks at the codes of the error and of all its causes: those of PostgreSQL, Node and SQLite.
 */
export function diagnosed(error: unknown, diagnosis: Diagnosis): unknown {
  const chain = causesOf(error)
  const known = chain.find((cause) => cause instanceof StorageError)
  if (known !== undefined) return known
  const codes = chain.flatMap(codesOf)
  const detail = chain.at(-1)?.message ?? String(error)
  const problem = diagnosis(codes, detail)
  return problem === undefined ? error : new StorageError(problem, { cause: error })
}

/** PostgreSQL's and the file systems' codes for a full disk; 13 is SQLite's. */
export function saysDiskFull(codes: readonly string[]): boolean {
  return codes.some((code) => ['53100', 'ENOSPC', 'EDQUOT', 'SQLITE 13'].includes(code))
}

function causesOf(error: unknown): readonly Error[] {
  const chain: Error[] = []
  for (let cause = error; cause instanceof Error && !chain.includes(cause); cause = cause.cause)
    chain.push(cause)
  return chain
}

function codesOf(error: Error): readonly string[] {
  return [
    ...('code' in error && typeof error.code === 'string' ? [error.code] : []),
    ...('errcode' in error && typeof error.errcode === 'number' ? [`SQLITE ${error.errcode & 0xff}`] : []),
  ]
}
