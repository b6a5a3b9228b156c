import { openApi } from '@ancu/server/http'
import { routes } from '@ancu/server/routes'

/** A file that people outside read or depend on, and how to make it anew. */
export type GoldenFile = {
  /** Its path from the project's folder. */
  readonly file: string
  readonly make: () => Promise<string>
}

export const goldenFiles: readonly GoldenFile[] = [
  {
    file: 'docs/api.golden.json',
    make: async () => `${JSON.stringify(openApi(routes), undefined, 2)}\n`,
  },
]
