import { dirname, join, relative } from 'node:path'

import { checkGroups } from '@ancu/core/criteria'

import { parseYaml, readTextFile, type YamlFile } from './pack-file.ts'
import type { PackFault } from './packs.ts'

const groupsName = 'groups.yaml'

/**
 * Groups of units that a right pack names and no list of groups has, or what is wrong with a list. The lists are those
 * of `packsFolder` and of the folder around the pack, where there are such.
 */
export async function groupsUnheard(folder: string, packsFolder: string): Promise<readonly PackFault[]> {
  const around = [packsFolder, dirname(folder)].map((one) => relative(folder, join(one, groupsName)))
  const files = new Map<string, YamlFile>()
  const faults: PackFault[] = []
  for (const name of new Set(['pack.yaml', 'criteria.yaml', ...around])) {
    const text = await readTextFile(folder, name)
    const file = text.ok ? parseYaml(text.value) : text
    if (file.ok) files.set(name, file.value)
    else if (file.refusal.code !== 'fileMissing') faults.push({ file: name, ...file.refusal })
  }
  if (faults.length > 0) return faults
  const rawOf = (name: string): unknown => files.get(name)?.raw
  const lists = [...new Set(around)].flatMap((name) => (files.has(name) ? [{ name, raw: rawOf(name) }] : []))
  return checkGroups({ pack: rawOf('pack.yaml'), criteria: rawOf('criteria.yaml') }, lists).map(
    ({ file, path, code, facts }) => ({ file, line: files.get(file)?.lineOf(path), code, facts }),
  )
}
