import type { Page } from 'playwright-core'

/** What of a page cannot be read: it runs out of the window, is cut off, is too small, or is a bare key. */
export async function layoutFaults(page: Page, keys: readonly string[]): Promise<readonly string[]> {
  return await page.evaluate(findFaults, keys)
}

/** Runs in the page, so that it can use nothing of this file. */
function findFaults(keys: readonly string[]): string[] {
  const smallest = 12
  const known = new Set(keys)
  const window = document.documentElement.clientWidth
  const faults = new Set<string>()
  if (document.documentElement.scrollWidth > window) {
    faults.add(`the page is ${document.documentElement.scrollWidth} px wide in a window of ${window}`)
  }

  function isHidden(element: Element): boolean {
    return (
      element.closest('.ac-sr, [hidden], script, style, noscript, option, .ac-skip') !== null ||
      !element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })
    )
  }

  /** CSS pixels on the screen, a drawing's own scale included. */
  function sizeOf(element: Element): number {
    const size = Number.parseFloat(getComputedStyle(element).fontSize)
    return element instanceof SVGGraphicsElement ? size * (element.getScreenCTM()?.a ?? 1) : size
  }

  function isCut(element: Element, box: DOMRect): boolean {
    for (let around: Element | null = element; around !== null; around = around.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(around)
      if (around instanceof SVGElement) continue
      const outer = around.getBoundingClientRect()
      const isCutAcross = overflowX === 'hidden' && (box.left < outer.left - 1 || box.right > outer.right + 1)
      const isCutDown = overflowY === 'hidden' && (box.top < outer.top - 1 || box.bottom > outer.bottom + 1)
      if (isCutAcross || isCutDown) return true
    }
    return false
  }

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = (node.textContent ?? '').trim()
    const element = node.parentElement
    if (text === '' || element === null || isHidden(element)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const box = range.getBoundingClientRect()
    const shown = `“${text.slice(0, 60)}”`
    if (known.has(text) || /\{\w+\}|undefined|NaN|\[object/.test(text))
      faults.add(`${shown} is no text for people`)
    if (sizeOf(element) < smallest - 0.05) faults.add(`${shown} is ${sizeOf(element).toFixed(1)} px high`)
    if (box.width > 0 && (box.left < -1 || box.right > window + 1))
      faults.add(`${shown} runs out of the window`)
    if (isCut(element, box)) faults.add(`${shown} is cut off`)
  }
  for (const cell of document.querySelectorAll('[data-label]')) {
    const isLabelled = getComputedStyle(cell, '::before').content !== 'none'
    const isEmpty = (cell.textContent ?? '').trim() === '' && cell.childElementCount === 0
    if (isLabelled && isEmpty && !isHidden(cell))
      faults.add(`“${cell.getAttribute('data-label') ?? ''}” is the label of nothing`)
  }
  return [...faults]
}
