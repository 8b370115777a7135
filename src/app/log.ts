import { fstatSync, writeSync } from 'node:fs'

/** What an instance says while it runs: a line each, for a person at a terminal, as JSON for machines. */
export interface Log {
  readonly info: (says: string, facts?: Facts) => void
  readonly fault: (says: string, cause: unknown, facts?: Facts) => void
}

type Facts = Readonly<Record<string, string | number>>

export interface Sink {
  readonly isTTY?: boolean | undefined
  readonly write: (text: string) => unknown
}

/**
 * Where a process says what goes wrong. A disk that is full, or a reader that has gone, costs lines and
 * nothing else: a stream that met a fault would be closed for ever, and end the process that nobody listens in.
 */
export function errorSink(): Sink {
  const { stderr } = process
  stderr.on('error', () => undefined)
  if (!fstatSync(stderr.fd).isFile()) return stderr
  return {
    isTTY: false,
    write: (text) => {
      try {
        writeSync(stderr.fd, text)
      } catch {
        // the next line may find room again
      }
    },
  }
}

/** Never the body of a request, never a secret: only what the caller names as facts. */
export function logTo(sink: Sink, now: () => Date): Log {
  const write = (level: 'info' | 'fault', says: string, facts: Facts, cause?: unknown): void => {
    const at = now().toISOString()
    if (sink.isTTY !== true)
      sink.write(
        `${JSON.stringify({ at, level, says, ...facts, ...(cause === undefined ? {} : { cause: causeText(cause) }) })}\n`,
      )
    else
      sink.write(
        `${at.slice(11, 19)}  ${[says, ...Object.entries(facts).map(([name, value]) => `${name}=${value}`)].join('  ')}\n${cause === undefined ? '' : `${causeText(cause)}\n`}`,
      )
  }
  return {
    info: (says, facts = {}) => write('info', says, facts),
    fault: (says, cause, facts = {}) => write('fault', says, facts, cause),
  }
}

/** The stack and the causes under it, but not what a database error quotes of the row it was about. */
function causeText(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  const code = 'code' in cause && typeof cause.code === 'string' ? ` [${cause.code}]` : ''
  const under = cause.cause === undefined ? '' : `\ncaused by ${causeText(cause.cause)}`
  return `${cause.stack ?? cause.message}${code}${under}`
}
