import { openStorage } from '../open.ts'
import { StorageError, type StorageProblem } from '../problem.ts'
import type { OpenOptions, Place } from '../storage.ts'

/** The problem that opening ends with; undefined when it opens, and then it is closed again. */
export async function problemOf(place: Place, options?: OpenOptions): Promise<StorageProblem | undefined> {
  try {
    const storage = await openStorage(place, options)
    await storage.close()
    return undefined
  } catch (error) {
    if (error instanceof StorageError) return error.problem
    throw error
  }
}

/** The code of the error that `work` ends with, or the error itself if it has none; undefined when it succeeds. */
export async function codeOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work
    return undefined
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error
  }
}
