import { checkTwice } from './check.ts'
import type { Path } from './check-names.ts'
import { fileForms, type RuleForm } from './form.ts'
import { readForm, type PackIssue } from './issue.ts'
import type { RawFile, RawPack } from './read.ts'

type Named = { readonly file: string; readonly path: Path; readonly group: string }

/**
 * Groups of units that a pack names and no list of groups has: misspelt, or of a world that has them. Faults of a list
 * are told instead, since nobody knows then what it would have had.
 */
export function checkGroups(
  { pack, criteria }: Pick<RawPack, 'pack' | 'criteria'>,
  lists: readonly RawFile[],
): readonly PackIssue[] {
  const issues: PackIssue[] = []
  const known = new Set<string>()
  for (const { name: file, raw } of lists) {
    const read = readForm(fileForms.groups, file, raw)
    if (!read.ok) {
      issues.push(...read.refusal)
      continue
    }
    checkTwice(read.value, 'id', [], (path, code, facts = {}) => issues.push({ file, path, code, facts }))
    for (const { id } of read.value) known.add(id)
  }
  if (issues.length > 0) return issues
  return [...inPack(pack), ...inCriteria(criteria)]
    .filter(({ group }) => !known.has(group))
    .map(({ file, path, group }) => ({ file, path, code: 'groupUnheard', facts: { group } }))
}

function inPack(raw: unknown): readonly Named[] {
  const file = 'pack.yaml'
  const read = readForm(fileForms.pack, file, raw)
  if (!read.ok) return []
  const { columns, forGroups = [], prerequisites } = read.value
  return [
    ...forGroups.map((group, at) => ({ file, group, path: ['forGroups', at] })),
    ...columns.flatMap(({ anyOfGroups }, column) =>
      anyOfGroups.map((group, at) => ({ file, group, path: ['columns', column, 'anyOfGroups', at] })),
    ),
    ...prerequisites.flatMap(({ rule }, at) => inRule(rule, file, ['prerequisites', at, 'rule'])),
  ]
}

function inCriteria(raw: unknown): readonly Named[] {
  const file = 'criteria.yaml'
  const read = readForm(fileForms.criteria, file, raw)
  if (!read.ok) return []
  return read.value.flatMap(({ indicators }, criterion) =>
    indicators.flatMap(({ rule, provisions = [] }, indicator) => {
      const path = [criterion, 'indicators', indicator]
      return [
        ...(rule === undefined ? [] : inRule(rule, file, [...path, 'rule'])),
        ...provisions.flatMap((one, at) => inRule(one.rule, file, [...path, 'provisions', at, 'rule'])),
      ]
    }),
  )
}

function inRule(rule: RuleForm, file: string, path: Path): readonly Named[] {
  if ('parts' in rule) return rule.parts.flatMap((part, at) => inRule(part, file, [...path, 'parts', at]))
  if ('that' in rule) return inRule(rule.that, file, [...path, 'that'])
  const isGroup = rule.kind === 'register' && rule.register === 'group'
  return isGroup ? [{ file, group: rule.entry, path: [...path, 'entry'] }] : []
}
