import { Fragment, type ReactNode } from 'react'

import type { Params, Say } from './messages.ts'

/** From the private use area: no text of ours has it. */
const mark = '\uE000'

/**
 * A message with pieces of the page inside: numbers that open, links, signs. `nodes` go where the message
 * names them, `params` are filled in as ever. A piece stays on one line with the word that a no-break space
 * ties to it, which a button would not do by itself.
 */
export function withNodes<Key extends string>(
  t: Say<Key>,
  key: Key,
  nodes: Readonly<Record<string, ReactNode>>,
  params: Params = {},
): ReactNode {
  const slots = Object.fromEntries(Object.keys(nodes).map((name) => [name, `${mark}${name}${mark}`]))
  const parts = t(key, { ...params, ...slots }).split(mark)
  return parts.map((part, index) => {
    if (index % 2 === 0) {
      const before = index === 0 ? '' : tiedTo(part)
      return <Fragment key={index}>{part.slice(before.length)}</Fragment>
    }
    const tied = tiedTo(parts[index + 1] ?? '')
    return (
      <span key={index} className="ac-nowrap">
        {nodes[part]}
        {tied}
      </span>
    )
  })
}

/** What begins with a no-break space or a mark, up to the next place where a line may end. */
function tiedTo(text: string): string {
  return /^[\u00A0/,.;:)]\S*(?:\u00A0\S+)*/u.exec(text)?.[0] ?? ''
}
