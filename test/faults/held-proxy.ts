import { connect, createServer, type Socket } from 'node:net'

/** Where on its way a command may be stopped: a statement before PostgreSQL sees it, or a commit before the app learns of it. */
export const points = ['claim', 'look', 'hold', 'turn', 'decide', 'commit', 'told'] as const
export type Point = (typeof points)[number]

export interface Stop {
  readonly point: Point
  readonly pass: () => void
}

/** A way to PostgreSQL on which what comes to a named point waits until it is let through. */
export interface HeldProxy {
  readonly port: number
  /** What waits just now, the oldest first. */
  readonly stops: () => readonly Stop[]
  /** From now on everything waits at its points. */
  readonly hold: () => void
  /** From now on nothing waits; what did goes on. */
  readonly open: () => void
  /** Called at every stop. */
  readonly onStop: (listener: () => void) => void
  /** The processes of PostgreSQL behind the connections there are. */
  readonly processes: () => readonly number[]
  readonly close: () => Promise<void>
}

/** Before whatever PostgreSQL listens at a port of this machine or at the path of a socket. */
export async function openHeldProxy(to: number | string): Promise<HeldProxy> {
  const gate: Gate = { isHolding: false, stops: [], told: () => undefined }
  const lines = new Set<Line>()
  const server = createServer((near) => {
    const far = typeof to === 'string' ? connect(to) : connect(to, '127.0.0.1')
    const line = lineBetween(near, far, gate)
    lines.add(line)
    for (const socket of [near, far]) {
      socket.setNoDelay(true)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        lines.delete(line)
        near.destroy()
        far.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const open = (): void => {
    gate.isHolding = false
    for (const stop of gate.stops.slice()) stop.pass()
  }
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    stops: () => gate.stops,
    hold: () => {
      gate.isHolding = true
    },
    open,
    onStop: (listener) => {
      gate.told = listener
    },
    processes: () => [...lines].flatMap(({ pid }) => pid() ?? []),
    close: async () => {
      open()
      for (const { end } of lines) end()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

interface Gate {
  isHolding: boolean
  readonly stops: Stop[]
  told: () => void
}

interface Line {
  readonly pid: () => number | undefined
  readonly end: () => void
}

/** What is known of a connection from the statements that went by. */
interface Told {
  isInside: boolean
  /** Has this transaction written, or is it about to? */
  isWrite: boolean
  /** Was the turn the last thing it asked for? */
  hasTurn: boolean
  /** Is the commit of a write on its way? */
  isCommitting: boolean
}

/** Carries both ways, statement by statement there and message by message back. */
function lineBetween(near: Socket, far: Socket, gate: Gate): Line {
  const told: Told = { isInside: false, isWrite: false, hasTurn: false, isCommitting: false }
  const names = new Map<string, string>()
  const waiting: { readonly bytes: Buffer; readonly sql: string }[] = []
  let isStopped = false
  const stopAt = (point: Point, then: () => void): void => {
    isStopped = true
    const stop: Stop = {
      point,
      pass: () => {
        gate.stops.splice(gate.stops.indexOf(stop), 1)
        isStopped = false
        then()
      },
    }
    gate.stops.push(stop)
    gate.told()
  }
  const send = (): void => {
    for (let one = waiting[0]; one !== undefined && !isStopped; one = waiting[0]) {
      const point = pointOf(one.sql, told)
      const pass = (): void => {
        waiting.shift()
        note(one.sql, point, told)
        far.write(one.bytes)
      }
      if (point === undefined || !gate.isHolding) pass()
      else
        stopAt(point, () => {
          pass()
          send()
        })
    }
  }

  let isStarted = false
  let unit: Buffer[] = []
  let sql = ''
  const asked = piecesOf((type, message) => {
    unit.push(message)
    const body = message.subarray(5)
    if (type === 'P') names.set(textAt(body, 0), textAt(body, textAt(body, 0).length + 1))
    if (type === 'B') sql = names.get(textAt(body, textAt(body, 0).length + 1)) ?? ''
    if (type === 'Q') sql = textAt(body, 0)
    if (type !== 'S' && type !== 'Q' && type !== 'X') return
    waiting.push({ bytes: Buffer.concat(unit), sql })
    unit = []
    sql = ''
    send()
  })
  near.on('data', (chunk: Buffer) => {
    if (isStarted) return asked(chunk)
    // The first message has no type; the app sends it whole, and nothing after it before it is answered.
    isStarted = true
    if (chunk.readInt32BE(0) !== chunk.length) asked(chunk.subarray(chunk.readInt32BE(0)))
    far.write(chunk.subarray(0, chunk.readInt32BE(0)))
  })

  let pid: number | undefined
  let kept: Buffer[] | undefined
  const answered = piecesOf((type, message) => {
    if (type === 'K') pid = message.readInt32BE(5)
    const tag = type === 'C' ? textAt(message, 5) : ''
    if (tag === 'COMMIT' && told.isCommitting && gate.isHolding) {
      kept = []
      stopAt('told', () => {
        near.write(Buffer.concat(kept ?? []))
        kept = undefined
        send()
      })
    }
    if (tag === 'COMMIT' || tag === 'ROLLBACK') told.isCommitting = false
    if (kept === undefined) near.write(message)
    else kept.push(message)
  })
  far.on('data', answered)
  return {
    pid: () => pid,
    end: () => {
      near.destroy()
      far.destroy()
    },
  }
}

/** Cuts a stream into messages: a letter, four bytes of length, and the rest. */
function piecesOf(take: (type: string, message: Buffer) => void): (chunk: Buffer) => void {
  let bytes: Buffer = Buffer.alloc(0)
  return (chunk) => {
    bytes = bytes.length === 0 ? chunk : Buffer.concat([bytes, chunk])
    while (bytes.length >= 5 && bytes.length > bytes.readInt32BE(1)) {
      const length = 1 + bytes.readInt32BE(1)
      const message = bytes.subarray(0, length)
      bytes = bytes.subarray(length)
      take(String.fromCharCode(message[0] ?? 0), message)
    }
  }
}

const textAt = (body: Buffer, from: number): string =>
  body.toString('utf8', from, body.indexOf(0, from))

function pointOf(sql: string, { isInside, isWrite, hasTurn }: Told): Point | undefined {
  if (sql.startsWith('insert into request_key')) return 'claim'
  if (/from workspace_turn where workspace_id = \$1 for update/.test(sql)) return 'turn'
  if (sql.endsWith('order by t.id for update')) return 'hold'
  if (sql === 'commit') return isWrite ? 'commit' : undefined
  if (hasTurn && sql !== 'rollback') return 'decide'
  if (!isInside && /^(select|with)\b[^]*\bfrom ("need"|commit k\b)/.test(sql)) return 'look'
  return undefined
}

function note(sql: string, point: Point | undefined, told: Told): void {
  told.hasTurn = point === 'turn'
  if (sql === 'begin') told.isInside = true
  if (point === 'turn' || point === 'hold') told.isWrite = true
  if (point === 'commit') told.isCommitting = true
  if (sql === 'commit' || sql === 'rollback')
    Object.assign(told, { isInside: false, isWrite: false })
}
