import { wordsOf } from '../../text/index.ts'

/**
 * A text of a file without what only its looks needed: NFC; no-break, thin and ideographic spaces are spaces, marks
 * of no width go, full-width letters and signs are ordinary ones. Paragraphs stay parted by one line end each.
 */
export function cleanText(text: string): string {
  return (
    text
      .normalize('NFC')
      .replaceAll(/[\uff01-\uff5e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
      // Signs of the Symbol font as Word keeps them.
      .replaceAll('\uf0b3', '≥')
      .replaceAll('\uf0a3', '≤')
      .replaceAll(/[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g, '')
      .replaceAll(/\r\n?|[\v\f\u0085]/g, '\n')
      .replaceAll(/[^\S\n]/gu, ' ')
      .replaceAll(/[^\P{Cc}\n]/gu, '')
      .toWellFormed()
      .split('\n')
      .map((line) => line.replaceAll(/ {2,}/g, ' ').trim())
      .filter((line) => line !== '')
      .join('\n')
  )
}

/** Paragraphs in one line. */
export function oneLine(text: string): string {
  return text.replaceAll('\n', ' ').replaceAll(/ {2,}/g, ' ').trim()
}

/** Words alone, without accents, for telling heads and phrases: "Tên tiêu chí" is `ten tieu chi`. */
export function plainWords(text: string): string {
  return wordsOf(text).join(' ')
}

/** All its letters are capitals, as group rows and titles are set. */
export function isCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)
}

/** The same as a sentence: "HẠ TẦNG KINH TẾ - XÃ HỘI" is "Hạ tầng kinh tế - xã hội". */
export function asSentence(text: string): string {
  const lower = text.toLocaleLowerCase('vi')
  return lower.replace(/\p{L}/u, (letter) => letter.toLocaleUpperCase('vi'))
}

/** At most `most` letters, cut at a word where it can be. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  const atWord = cut.replace(/\s+\S*$/u, '')
  return (atWord === '' ? cut : atWord).toWellFormed()
}

/** A name for machines made of words: "Đường trục thôn" is `duong-truc-thon`. */
export function slug(text: string, mostWords: number, mostLetters = 50): string {
  const words = wordsOf(text)
    .map((word) => word.replaceAll(/[^a-z0-9]/g, ''))
    .filter((word) => word !== '')
  return words.slice(0, mostWords).join('-').slice(0, mostLetters).replace(/-+$/, '')
}
