import { expect, test } from 'vitest'

import { isScreenPath } from './screens.ts'

test.each([
  '/',
  '/don-vi',
  '/don-vi/',
  '/don-vi/kt-23488',
  '/don-vi/kt-23488/',
  '/don-vi/%C4%90%E1%BA%AFk',
  '/bo-tieu-chi',
  '/bo-tieu-chi/commune-2021-2025',
  '/bo-tieu-chi/commune-2021-2025/ghi-muc',
  '/van-ban-con-thieu',
  '/bang-mau',
])('%s is a screen', (address) => {
  expect(isScreenPath(address)).toBe(true)
})

test.each([
  '',
  'don-vi',
  '/.env',
  '/etc/passwd',
  '/foo.php',
  '/don-vi/a/b',
  '/don-vi//',
  '//don-vi',
  '/DON-VI',
  '/bang-mau/x',
  '/$unitId',
])('“%s” is none', (address) => {
  expect(isScreenPath(address)).toBe(false)
})
