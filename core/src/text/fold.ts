/**
 * A name as search compares it: no accents, lower case, nothing but letters and digits, so that
 * "Ia H’Drai", "IA H' DRAI" and "ia hdrai" are one. NFC and NFD fold alike; folding twice changes nothing.
 */
export function fold(text: string): string {
  return wordsOf(text).join('')
}

/** The folded words of a text, in order: "Ia H'Drai" has `ia`, `h` and `drai`. */
export function wordsOf(text: string): readonly string[] {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đðɖƀł]/g, (letter) => strokedLetters[letter] ?? letter)
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
}

/**
 * The folded name with the letters made equal in which the two official lists differ, or that people mix:
 * ọk and ọc (Ngọk Lây, Ngọc Lây), y and i (Ya Ly, Ia Ly). Letter for letter, so that it is as long as
 * `fold(text)`. Pairs of other sounds (Bờ Y and Pờ Y, Măng Buk and Măng Bút) are two names of the unit.
 */
export function searchKey(text: string): string {
  return loosened(fold(text))
}

/** The search key of the whole name, then from its second word on, and so on: `daktokan`, `tokan`, `kan`. */
export function searchKeys(name: string): readonly string[] {
  const words = wordsOf(name)
  return words.map((_, nth) => loosened(words.slice(nth).join('')))
}

/** đ, the eth and the African d that stand in for it in old files, and ƀ of Ba Na have no decomposition. */
const strokedLetters: Readonly<Record<string, string>> = { đ: 'd', ð: 'd', ɖ: 'd', ƀ: 'b', ł: 'l' }

function loosened(folded: string): string {
  return folded.replaceAll('c', 'k').replaceAll('y', 'i')
}
