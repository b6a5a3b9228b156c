import { dirname } from 'node:path'

import { z } from 'zod'

import { parseYaml, readTextFile, type YamlFile } from './pack-file.ts'
import type { PackFault } from './packs.ts'

const groupsName = 'groups.yaml'

const groupsForm = z.array(
  z.strictObject({ id: z.string(), name: z.strictObject({ vi: z.string(), en: z.string() }) }),
)

/**
 * Groups of units that a pack names and no list of groups has: misspelt, or of a world that has them. The lists are
 * those of `packsFolder` and of the folder around the pack.
 */
export async function groupsUnheard(folder: string, packsFolder: string): Promise<readonly PackFault[]> {
  const known = new Set([...(await groupsIn(packsFolder)), ...(await groupsIn(dirname(folder)))])
  const faults = await Promise.all(
    ['pack.yaml', 'criteria.yaml'].map(async (name): Promise<readonly PackFault[]> => {
      const file = await yamlIn(folder, name)
      return file === undefined
        ? []
        : groupsNamed(file.raw, [])
            .filter(({ group }) => !known.has(group))
            .map(({ group, path }) => ({
              file: name,
              line: file.lineOf(path),
              code: 'groupUnheard',
              facts: { group },
            }))
    }),
  )
  return faults.flat()
}

/** Identities in the list of groups of a folder; none where it has no such list. */
async function groupsIn(folder: string): Promise<readonly string[]> {
  const file = await yamlIn(folder, groupsName)
  const groups = groupsForm.safeParse(file?.raw)
  return groups.success ? groups.data.map(({ id }) => id) : []
}

async function yamlIn(folder: string, name: string): Promise<YamlFile | undefined> {
  const text = await readTextFile(folder, name)
  const file = text.ok ? parseYaml(text.value) : text
  return file.ok ? file.value : undefined
}

type Path = Parameters<YamlFile['lineOf']>[0]

const columnOrSet = z.looseObject({
  anyOfGroups: z.array(z.string()).optional(),
  forGroups: z.array(z.string()).optional(),
})
const ofRegister = z.looseObject({ register: z.literal('group'), entry: z.string() })

function groupsNamed(raw: unknown, path: Path): readonly { readonly group: string; readonly path: Path }[] {
  if (typeof raw !== 'object' || raw === null) return []
  const inside = Array.isArray(raw)
    ? raw.flatMap((one: unknown, at) => groupsNamed(one, [...path, at]))
    : Object.entries(raw).flatMap(([key, one]: [string, unknown]) => groupsNamed(one, [...path, key]))
  const { data: lists = {} } = columnOrSet.safeParse(raw)
  const { data: rule } = ofRegister.safeParse(raw)
  const listed = (['anyOfGroups', 'forGroups'] as const).flatMap((key) =>
    (lists[key] ?? []).map((group, at) => ({ group, path: [...path, key, at] })),
  )
  return [...listed, ...(rule ? [{ group: rule.entry, path: [...path, 'entry'] }] : []), ...inside]
}
