import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Suites that take longest, by part of their path: begun last, each would keep one worker busy alone. */
const long = [
  '/main.db.',
  '/torture.db.',
  '/explain.db.',
  '/door.db.',
  '/loading.db.',
  '/crowd.db.',
  '/pictures-of-law.',
  '/pictures.',
  '/pictures-of-others.',
  '/journeys.',
]

/** Begins the long suites first, the others as they are found. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((one, other) => rankOf(one.moduleId) - rankOf(other.moduleId))
  }
}

function rankOf(path: string): number {
  const at = long.findIndex((part) => path.includes(part))
  return at === -1 ? long.length : at
}
