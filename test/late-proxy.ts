import { connect, createServer, type Socket } from 'node:net'

/** A way to a PostgreSQL on which the word that ends a copy always comes a little later than the rows. */
export async function openLateProxy(to: number | string): Promise<{
  readonly at: { readonly host: string; readonly port: number }
  /** How many such words have been held back. */
  readonly held: () => number
  readonly close: () => Promise<void>
}> {
  const open = new Set<Socket>()
  let held = 0
  const server = createServer((near) => {
    const far = typeof to === 'string' ? connect(to) : connect(to, '127.0.0.1')
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        near.destroy()
        far.destroy()
      })
    }
    near.pipe(far)
    let turn = Promise.resolve()
    far.on('data', (chunk: Buffer) => {
      // after a letter and four bytes of length
      const word = chunk.lastIndexOf('COPY ') - 5
      turn = turn.then(async () => {
        if (word < 0) return void near.write(chunk)
        near.write(chunk.subarray(0, word))
        held += 1
        await new Promise((resolve) => setTimeout(resolve, 5))
        near.write(chunk.subarray(word))
      })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    at: {
      host: '127.0.0.1',
      port: typeof address === 'object' && address !== null ? address.port : 0,
    },
    held: () => held,
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
