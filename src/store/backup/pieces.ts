import { Problem } from '../../engine/problem.ts'

/** The rows of a table end with this line, as in a dump that psql reads: no row can be it. */
export const endOfRows = Buffer.from('\\.\n')

/** What a backup is read by: a line, or all rows up to where they end. */
export interface Pieces {
  /** The next line as JSON. Throws `invalid` where there is none. */
  readonly line: () => Promise<Readonly<Record<string, unknown>>>
  /** The bytes of the rows that follow, in whole lines. */
  readonly rows: () => AsyncGenerator<Buffer>
  /** The next so many bytes, as they come. */
  readonly bytes: (length: number) => AsyncGenerator<Buffer>
  /** Waits for the end, where also what checks the whole of it stands. Throws where anything follows. */
  readonly end: () => Promise<void>
}

/** Reads a backup piece by piece, and never more of it than one row and what came with it. */
export function piecesOf(source: AsyncIterable<Uint8Array>): Pieces {
  const from = source[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)
  const more = async (): Promise<void> => {
    const next = await from.next()
    if (next.done === true) throw cutShort()
    rest = rest.length === 0 ? Buffer.from(next.value) : Buffer.concat([rest, next.value])
  }
  const take = (length: number): Buffer => {
    const taken = rest.subarray(0, length)
    rest = rest.subarray(length)
    return taken
  }
  return {
    line: async () => {
      let at = rest.indexOf(newline)
      while (at === -1) {
        if (rest.length > longestLine) throw strange()
        await more()
        at = rest.indexOf(newline)
      }
      return parsed(take(at + 1).toString('utf8'))
    },
    async *rows() {
      for (;;) {
        while (rest.length < endOfRows.length) await more()
        if (rest.subarray(0, endOfRows.length).equals(endOfRows)) {
          take(endOfRows.length)
          return
        }
        const end = rest.indexOf(endAfterRow)
        const whole = end === -1 ? rest.lastIndexOf(newline) : end
        if (whole === -1) await more()
        else yield take(whole + 1)
      }
    },
    async *bytes(length) {
      for (let left = length; left > 0;) {
        if (rest.length === 0) await more()
        const taken = take(Math.min(left, rest.length))
        left -= taken.length
        yield taken
      }
    },
    end: async () => {
      const next = rest.length > 0 ? undefined : await from.next()
      if (next?.done !== true) throw strange()
    },
  }
}

const newline = 10
const endAfterRow = Buffer.from('\n\\.\n')
/** A line beside the rows names tables and columns, or the counts of all tables. */
const longestLine = 1_000_000

function parsed(line: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch {
    // said below
  }
  throw strange()
}

const cutShort = (): Problem =>
  new Problem(
    'invalid',
    'The backup ends before its end: it was cut short. Take another one; nothing was restored.',
  )
export const strange = (): Problem =>
  new Problem('invalid', 'This is no backup of Throughline, or it was changed by hand.')
