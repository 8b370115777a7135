import { connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import type { PoolConfig } from 'pg'

/** A way to a server that can be made as bad as networks are. What it does to bytes it does to every connection there is. */
export interface RoughProxy {
  readonly port: number
  /** Every connection ends at once and says so. */
  readonly reset: () => void
  /** Every piece comes so many milliseconds late. */
  readonly slow: (ms: number) => void
  /** After so many more bytes of answers the connection that carries them ends, in the middle of whatever it is. */
  readonly cut: (bytes: number) => void
  /** From now on nothing comes through the connections there are, nor new ones, and none of them is closed: as for a laptop that sleeps. */
  readonly stall: () => void
  /** How many connections have fallen silent so far. */
  readonly stalled: () => number
  /** New connections work again; the silent ones stay so. */
  readonly pass: () => void
  /** Nothing comes through and nobody says so; after so many milliseconds what fell silent is reset. */
  readonly hole: (ms: number) => Promise<void>
  /** All is well again for what comes from now on. */
  readonly calm: () => void
  readonly close: () => Promise<void>
}

interface Pair {
  readonly near: Socket
  readonly far: Socket
}

/** Where a PostgreSQL listens: a port of this machine, or the path of a socket. */
export const placeOf = ({ host, port }: PoolConfig): number | string =>
  host?.startsWith('/') === true ? join(host, `.s.PGSQL.${port ?? 5432}`) : (port ?? 5432)

/** Before whatever listens at a port of this machine or at the path of a socket. */
export async function openRoughProxy(to: number | string): Promise<RoughProxy> {
  const open = new Set<Pair>()
  let [latency, isSilent, stalled] = [0, false, 0]
  let left: number | undefined
  const end = (pair: Pair): void => {
    open.delete(pair)
    pair.near.resetAndDestroy()
    // a socket of this machine knows no reset
    if (typeof to === 'string') pair.far.destroy()
    else pair.far.resetAndDestroy()
  }
  const hush = ({ near, far }: Pair): void => {
    stalled += 1
    near.pause()
    far.pause()
  }
  const carry = (pair: Pair, from: Socket, into: Socket): void => {
    let turn = Promise.resolve()
    // after a cut nothing follows: no network loses the middle of a connection and carries its end
    let isCut = false
    const pass = (chunk: Buffer): void => {
      if (into.destroyed || isCut) return
      if (from === pair.far && left !== undefined) {
        if (chunk.length >= left) {
          into.write(chunk.subarray(0, left))
          left = undefined
          isCut = true
          // what was written goes out before the end of it
          setImmediate(() => end(pair))
          return
        }
        left -= chunk.length
      }
      into.write(chunk)
    }
    from.on('data', (chunk: Buffer) => {
      const ms = latency
      turn = turn
        .then(() => (ms === 0 ? undefined : new Promise((resolve) => setTimeout(resolve, ms))))
        .then(() => pass(chunk))
    })
  }
  const server = createServer((near) => {
    const far = typeof to === 'string' ? connect(to) : connect(to, '127.0.0.1')
    const pair = { near, far }
    open.add(pair)
    for (const socket of [near, far]) {
      socket.setNoDelay(true)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        open.delete(pair)
        near.destroy()
        far.destroy()
      })
    }
    carry(pair, near, far)
    carry(pair, far, near)
    if (isSilent) hush(pair)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const reset = (): void => [...open].forEach(end)
  const stall = (): void => {
    isSilent = true
    open.forEach(hush)
  }
  const pass = (): void => {
    isSilent = false
  }
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    reset,
    slow: (ms) => {
      latency = ms
    },
    cut: (bytes) => {
      left = bytes
    },
    stall,
    stalled: () => stalled,
    pass,
    hole: async (ms) => {
      stall()
      await new Promise((resolve) => setTimeout(resolve, ms))
      pass()
      reset()
    },
    calm: () => {
      latency = 0
      left = undefined
    },
    close: async () => {
      reset()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
