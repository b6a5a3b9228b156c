import { describe, expect, test } from 'vitest'

import { flatten, languages, paramsOf } from '../text/index.ts'
import en from '../../locales/en/units.json' with { type: 'json' }
import vi from '../../locales/vi/units.json' with { type: 'json' }
import { namedUnit } from './place.ts'
import { unitKinds } from './unit.ts'

describe('words', () => {
  test('both languages say the same things of the same facts', () => {
    const [source, translation] = [flatten(vi), flatten(en)]
    expect([...translation.keys()]).toEqual([...source.keys()])
    for (const [key, text] of source) expect(paramsOf(translation.get(key) ?? '')).toEqual(paramsOf(text))
    for (const kind of unitKinds)
      for (const language of languages) expect(namedUnit(kind, 'X', language)).toContain('X')
  })

  test('a settlement that says its kind in its name is not told twice', () => {
    expect(namedUnit('village', 'Thôn 1')).toBe('Thôn 1')
    expect(namedUnit('village', 'Làng Kon Tu')).toBe('Làng Kon Tu')
    expect(namedUnit('village', 'Tơ Pỉn')).toBe('thôn Tơ Pỉn')
    expect(namedUnit('urbanGroup', 'Tổ dân phố 3')).toBe('Tổ dân phố 3')
    expect(namedUnit('urbanGroup', '3')).toBe('tổ dân phố 3')
  })
})
