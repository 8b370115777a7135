import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { serverCatalogue as catalogue } from '../../areas/server.ts'
import { keepingOf } from '../../app/keeping.ts'
import { patientFetch } from './patient-fetch.ts'
import { runCli } from './run.ts'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

export interface At {
  readonly env?: Readonly<Record<string, string>>
  readonly stdin?: string
  readonly tty?: true
}

/** Runs one command line in a folder, as a shell would; nothing of it is left out. */
export async function runIn(
  folder: string,
  line: string | readonly string[],
  at: At = {},
): Promise<Ran> {
  const argv =
    typeof line === 'string'
      ? [...line.matchAll(/"([^"]*)"|\S+/g)].map(([whole, inner]) => inner ?? whole)
      : line
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const reading = Promise.all([buffer(stdout), buffer(stderr)])
  const tty = at.tty === true ? { isTTY: true, columns: 100 } : {}
  const code = await runCli(argv, {
    env: at.env ?? {},
    stdout: Object.assign(stdout, tty),
    stderr: Object.assign(stderr, tty),
    stdin: Readable.from([Buffer.from(at.stdin ?? '')]),
    cwd: folder,
    catalogue,
    fetch: patientFetch,
    keeping: keepingOf(at.env ?? {}, folder, () => undefined),
  })
  stdout.end()
  stderr.end()
  const [out, err] = await reading
  return { code, out: out.toString(), err: err.toString() }
}
