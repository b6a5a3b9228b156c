import { Duplex } from 'node:stream'

/** The other end of a link: where its bytes go and who is told when it has gone. */
export type LinkEnd = {
  /** Waits until the engine can be spoken to; returns what sends bytes to it. */
  join(link: Link): Promise<(bytes: Uint8Array) => void>
  leave(link: Link): void
}

/**
 * One connection to the engine, as a stream that `pg` takes for a socket.
 * Only what `pg` calls is there: it connects, writes whole messages and reads.
 */
export class Link extends Duplex {
  readonly #end: LinkEnd
  #send: ((bytes: Uint8Array) => void) | undefined

  constructor(end: LinkEnd) {
    super()
    this.#end = end
  }

  connect(): this {
    this.#end.join(this).then(
      (send) => {
        if (this.destroyed) return
        this.#send = send
        this.emit('connect')
      },
      (error: unknown) => this.destroy(error instanceof Error ? error : new Error(String(error))),
    )
    return this
  }

  override _write(chunk: Uint8Array, _encoding: string, done: (error?: Error) => void): void {
    this.#pass([chunk], done)
  }

  /** What was written in one go is sent in one go: one message to the worker for a whole query. */
  override _writev(chunks: { chunk: Uint8Array }[], done: (error?: Error) => void): void {
    this.#pass(
      chunks.map(({ chunk }) => chunk),
      done,
    )
  }

  #pass(chunks: Uint8Array[], done: (error?: Error) => void): void {
    if (this.#send === undefined) {
      done(new Error('written before the connection stood'))
      return
    }
    this.#send(Buffer.concat(chunks))
    done()
  }

  override _read(): void {
    // Nothing to ask for: what the engine answers is pushed as it comes.
  }

  override _final(done: () => void): void {
    this.#end.leave(this)
    this.push(null)
    done()
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#end.leave(this)
    done(error)
  }

  // What a socket has and `pg` calls; here there is nothing to set.
  setNoDelay(): this {
    return this
  }

  setKeepAlive(): this {
    return this
  }

  ref(): this {
    return this
  }

  unref(): this {
    return this
  }
}
