import { createServer, type AddressInfo, type Socket } from 'node:net'

/** A server on a free port that treats each connection so. */
export async function aServer(treat: (socket: Socket) => void) {
  const listening = createServer((socket) => {
    socket.on('error', () => {
      // The client has gone, which is what is tested.
    })
    treat(socket)
  })
  await new Promise<void>((resolve) => {
    listening.listen(0, '127.0.0.1', resolve)
  })
  const { port } = listening.address() as AddressInfo
  return {
    url: `postgres://officer@127.0.0.1:${port}/an_cu`,
    close: () => new Promise((resolve) => listening.close(resolve)),
  }
}

/** A server that says it is PostgreSQL of that version, by number and by name, and knows nothing else. */
export function anOldServer(number: number, name: string) {
  return aServer((socket) => answerAs(socket, [String(number), name]))
}

/** Speaks PostgreSQL's protocol just far enough to let everybody in and answer every question with one row. */
function answerAs(socket: Socket, row: readonly string[]): void {
  const ready = message('Z', Buffer.from('I'))
  const columns = row.map((_, index) => {
    const type = index === 0 ? 23 : 25
    return Buffer.concat([
      Buffer.from(index === 0 ? 'number\0' : 'name\0'),
      numbers([0, 4], [0, 2], [type, 4]),
      numbers([-1, 2], [-1, 4], [0, 2]),
    ])
  })
  const values = row.map((text) => Buffer.concat([numbers([text.length, 4]), Buffer.from(text)]))
  const answer = Buffer.concat([
    message('T', numbers([row.length, 2]), ...columns),
    message('D', numbers([row.length, 2]), ...values),
    message('C', Buffer.from('SELECT 1\0')),
    ready,
  ])
  socket.once('data', () => {
    socket.write(Buffer.concat([message('R', numbers([0, 4])), ready]))
    socket.on('data', (bytes) => {
      if (bytes.toString('latin1', 0, 1) === 'Q') socket.write(answer)
    })
  })
}

function message(kind: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from(kind), numbers([body.length + 4, 4]), body])
}

/** Numbers in network order, each with its width in bytes. */
function numbers(...given: (readonly [number, number])[]): Buffer {
  return Buffer.concat(
    given.map(([value, width]) => {
      const bytes = Buffer.alloc(width)
      bytes.writeIntBE(value, 0, width)
      return bytes
    }),
  )
}
