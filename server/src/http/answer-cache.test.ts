import { expect, test } from 'vitest'

import { AnswerCache } from './answer-cache.ts'

test('an answer is given again by its tag', () => {
  const cache = new AnswerCache()
  cache.keep('one', 'first')

  expect(cache.find('one')).toBe('first')
  expect(cache.find('two')).toBeUndefined()
})

test('what was not asked for longest is dropped when there is too much', () => {
  const cache = new AnswerCache()
  const large = 'x'.repeat(6_000_000)
  cache.keep('one', large)
  cache.keep('two', large)
  cache.find('one')
  cache.keep('three', large)

  expect(cache.find('two')).toBeUndefined()
  expect(cache.find('one')).toBe(large)
  expect(cache.find('three')).toBe(large)
})

test('an answer larger than all that is kept is not kept', () => {
  const cache = new AnswerCache()
  cache.keep('small', 'answer')
  cache.keep('huge', 'x'.repeat(16_000_001))

  expect(cache.find('huge')).toBeUndefined()
  expect(cache.find('small')).toBe('answer')
})
