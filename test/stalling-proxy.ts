import { connect, createServer, type Socket } from 'node:net'

/** A way to a server on which everything under way can fall silent, as for a laptop that sleeps. */
export interface StallingProxy {
  readonly port: number
  /** From now on nothing comes through the connections there are, and none of them is closed. */
  readonly stall: () => void
  /** How many connections have fallen silent so far. */
  readonly stalled: () => number
  /** New connections work again; the silent ones stay so. */
  readonly pass: () => void
  readonly close: () => Promise<void>
}

export async function openStallingProxy(to: number): Promise<StallingProxy> {
  const open = new Set<{ readonly near: Socket; readonly far: Socket }>()
  let [silent, stalled] = [false, 0]
  const hush = (pair: { readonly near: Socket; readonly far: Socket }): void => {
    stalled += 1
    pair.near.unpipe(pair.far).pause()
    pair.far.unpipe(pair.near).pause()
  }
  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1')
    const pair = { near, far }
    open.add(pair)
    for (const socket of [near, far]) {
      socket.on('error', () => undefined)
      socket.on('close', () => {
        near.destroy()
        far.destroy()
        open.delete(pair)
      })
    }
    near.pipe(far)
    far.pipe(near)
    if (silent) hush(pair)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    stall: () => {
      silent = true
      open.forEach(hush)
    },
    stalled: () => stalled,
    pass: () => {
      silent = false
    },
    close: async () => {
      for (const { near, far } of open) {
        near.destroy()
        far.destroy()
      }
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
