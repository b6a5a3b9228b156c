import { Document, isNode } from 'yaml'
import { z } from 'zod'

import {
  draftMessages,
  pathOf,
  simpleRules,
  type Draft,
  type DraftDoubt,
  type DraftFiles,
  type RawFile,
} from '@ancu/core/criteria'
import type { Language } from '@ancu/core/text'

import { parseYaml } from '../criteria/index.ts'

export type TextFile = { readonly name: string; readonly text: string }

/** What stands beside a pack that was drafted: every doubt with its file and line. */
const doubtsName = 'DOUBTS.md'

/** Whether the shared measures that a draft names lie beside its folder, in it, or are there already. */
export type SharedPlace = 'beside' | 'inside' | 'there'

/**
 * The folder of a pack as text files. Each doubt is a comment before the line that it is about, and all of them are
 * listed with file and line.
 */
export function packFiles(
  draft: Draft,
  files: DraftFiles,
  shared: RawFile,
  language: Language,
  place: SharedPlace = 'beside',
): readonly TextFile[] {
  const { say } = draftMessages(language)
  const named = namedIn(shared, draft)
  const own = place === 'inside' ? [...files.measures, ...named] : files.measures
  const written = [
    ['pack.yaml', files.pack],
    ['criteria.yaml', files.criteria],
    ['documents.yaml', files.documents],
    ...(own.length > 0 ? [['measures.yaml', own] as const] : []),
  ] as const
  const doubts = draft.doubts.map((doubt) => ({
    ...pathOf(draft, doubt),
    text: say(`doubt.${doubt.code}`, factsOf(doubt)),
  }))
  const texts = written.map(([name, value]) => {
    const own = doubts.filter(({ file }) => file === name)
    return { name, ...yamlOf(value, own) }
  })
  const listed = texts.flatMap(({ name, lines }) =>
    lines.map(({ line, text }) => `- ${name}:${line}: ${text}`),
  )
  return [
    ...(place === 'beside' && named.length > 0
      ? [{ name: shared.name, text: new Document(named, { version: '1.2' }).toString({ lineWidth: 0 }) }]
      : []),
    ...texts.map(({ name, text }) => ({ name, text })),
    { name: 'CHANGELOG.md', text: files.changelog },
    ...(listed.length > 0 ? [{ name: doubtsName, text: `${listed.join('\n')}\n` }] : []),
  ]
}

const measureRows = z.array(z.looseObject({ id: z.string() }))

/** The shared measures that a rule of the draft names, as they are written there. */
function namedIn({ raw }: RawFile, { indicators }: Draft): readonly object[] {
  const named = new Set(
    indicators
      .flatMap(({ rule }) => simpleRules(rule))
      .flatMap((rule) => ('measure' in rule ? rule.measure : [])),
  )
  const rows = measureRows.safeParse(raw)
  return rows.success ? rows.data.filter(({ id }) => named.has(id)) : []
}

function factsOf({ facts }: DraftDoubt): Readonly<Record<string, string | number>> {
  return facts
}

type Said = { readonly path: readonly (string | number)[]; readonly text: string }

function yamlOf(
  value: unknown,
  doubts: readonly Said[],
): { readonly text: string; readonly lines: readonly { readonly line: number; readonly text: string }[] } {
  const document = new Document(value, { version: '1.2' })
  for (const { path, text } of doubts) {
    const node = nearest(document, path)
    if (isNode(node))
      node.commentBefore = [node.commentBefore, ` ? ${text.replaceAll('\n', ' ')}`].filter(Boolean).join('\n')
  }
  const text = document.toString({ lineWidth: 0 })
  const read = parseYaml(text)
  const lines = doubts.map((doubt) => ({
    line: read.ok ? read.value.lineOf(doubt.path) : 1,
    text: doubt.text,
  }))
  return { text, lines: lines.toSorted((one, other) => one.line - other.line) }
}

/** The node at a place, or the nearest around it. */
function nearest(document: Document, path: readonly (string | number)[]): unknown {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true)
    if (isNode(node)) return node
  }
  return document.contents
}
