import type { Page } from 'playwright-core'
import { afterEach } from 'vitest'

import type { Stage } from './stage.ts'
import { newVisitor, visit, type Sight, type Visitor } from './visitor.ts'

export type Visits = {
  /** A browser that has never been here, before its first page. */
  readonly meet: (sight?: Partial<Sight>) => Promise<Visitor>
  /** The same on its first page, once the screen stands. */
  readonly comeIn: (path: string, sight?: Partial<Sight>) => Promise<Visitor>
}

/** Visitors of a file's journeys. After each, none may have complained or asked anything of another host. */
export function setVisits(stage: Stage): Visits {
  const visitors: Visitor[] = []

  afterEach(async () => {
    for (const { context, asked, complaints } of visitors.splice(0)) {
      await context.close()
      const outside = asked.filter((address) => !address.startsWith(stage.address()))
      if (outside.length > 0) throw new Error(`the page asked an outside host: ${outside.join(', ')}`)
      if (complaints.length > 0) throw new Error(`the page complained: ${complaints.join('; ')}`)
    }
  })

  const meet: Visits['meet'] = async (sight = {}) => {
    const visitor = await newVisitor(stage.browser(), stage.address(), sight)
    visitors.push(visitor)
    return visitor
  }
  return {
    meet,
    comeIn: async (path, sight) => {
      const visitor = await meet(sight)
      await visit(visitor.page, path)
      return visitor
    },
  }
}

/** As `setVisits`, for journeys that need no more than the page. */
export function setPages(stage: Stage): (path: string) => Promise<Page> {
  const { comeIn } = setVisits(stage)
  return async (path) => (await comeIn(path)).page
}
