import { Fragment, type ReactNode } from 'react'

import type { Params, Say } from './messages.ts'

/** From the private use area: no text of ours has it. */
const mark = '\uE000'

/**
 * A message with pieces of the page inside: numbers that open, links, signs. `nodes` go where the message
 * names them, `params` are filled in as ever.
 */
export function withNodes<Key extends string>(
  t: Say<Key>,
  key: Key,
  nodes: Readonly<Record<string, ReactNode>>,
  params: Params = {},
): ReactNode {
  const slots = Object.fromEntries(Object.keys(nodes).map((name) => [name, `${mark}${name}${mark}`]))
  return t(key, { ...params, ...slots })
    .split(mark)
    .map((part, index) => <Fragment key={index}>{index % 2 === 0 ? part : nodes[part]}</Fragment>)
}
