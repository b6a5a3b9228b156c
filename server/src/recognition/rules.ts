import { revocationRules, type RevocationRule } from '@ancu/core/recognition'
import { accepted, refused, type Result } from '@ancu/core/kernel'

import { parseYaml, readTextFile } from '../criteria/pack-file.ts'

const name = 'revocation.yaml'

/** What is wrong with the file, as `file:line: why`. */
export type RulesFault = { readonly file: string; readonly line: number | undefined; readonly why: string }

/** Reads the rules of revocation beside the packs; all faults are told with their lines. */
export async function readRevocationRules(
  folder: string,
): Promise<Result<readonly RevocationRule[], readonly RulesFault[]>> {
  const text = await readTextFile(folder, name)
  if (!text.ok) return refused([{ file: name, line: text.refusal.line, why: text.refusal.code }])
  const file = parseYaml(text.value)
  if (!file.ok) return refused([{ file: name, line: file.refusal.line, why: file.refusal.code }])
  const { raw, lineOf } = file.value
  const read = revocationRules.safeParse(raw)
  if (read.success) return accepted(read.data)
  return refused(
    read.error.issues.map(({ path, message }) => {
      const place = path.filter((key) => typeof key !== 'symbol')
      return { file: name, line: lineOf(place), why: `${place.join('.')}: ${message}` }
    }),
  )
}
