/** Identity on the page of a row of the draft; all that is of the decision or the columns stands in one place each. */
export function anchorOf(target: string): string {
  if (target === 'head') return 'quyet-dinh'
  if (target === 'columns') return 'cot-muc'
  return `dong-${target.replaceAll(':', '-')}`
}
