import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { freePort } from './server.ts'

test('a free port can be listened on at once', async () => {
  const port = await freePort()
  const server = createServer()

  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(port, '127.0.0.1', done)
  })

  expect(server.address()).toMatchObject({ port })
  server.close()
})
