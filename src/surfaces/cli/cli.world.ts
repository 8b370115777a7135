import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { plainConfig } from '../../app/config.world.ts'
import type { Log } from '../../app/log.ts'
import { serve } from '../../app/serve.ts'
import { runIn, type At, type Ran } from './run.world.ts'

/** A whole instance and a command line beside it: nothing between the two but HTTP. */
export interface CliWorld {
  readonly folder: string
  readonly url: string
  readonly token: string
  readonly run: (line: string | readonly string[], at?: At) => Promise<Ran>
  /** Runs what must succeed, and gives what it printed. */
  readonly done: (line: string | readonly string[], at?: At) => Promise<string>
  /** The ref of what a line made. */
  readonly made: (line: string) => Promise<string>
  readonly json: (line: string, at?: At) => Promise<Record<string, unknown>>
  readonly close: () => Promise<void>
}

const quiet: Log = { info: () => undefined, fault: () => undefined }

export async function cliWorld(): Promise<CliWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-cli-'))
  const database = await testDatabase()
  const { host, port, user, password, database: name } = database.config
  const secret = typeof password === 'string' ? `:${encodeURIComponent(password)}` : ''
  const instance = await serve(
    plainConfig({
      dataDir: join(folder, 'data'),
      databaseUrl: `postgres://${user}${secret}@localhost/${name}?host=${encodeURIComponent(String(host))}&port=${port}`,
    }),
    quiet,
  )
  const run: CliWorld['run'] = (line, at = {}) =>
    runIn(folder, line, { ...at, env: { THROUGHLINE_DATA_DIR: 'data', ...at.env } })
  const done: CliWorld['done'] = async (line, at) => {
    const ran = await run(line, at)
    expect(ran.code, `${JSON.stringify(line)} ${ran.err}`).toBe(0)
    return ran.out
  }
  return {
    folder,
    url: instance.url,
    token: readFileSync(join(folder, 'data', 'owner.token'), 'utf8').trim(),
    run,
    done,
    made: async (line) => (await done(line)).split(/\s/)[0] ?? '',
    json: async (line, at) =>
      JSON.parse(await done(`${line} --json`, at)) as Record<string, unknown>,
    close: async () => {
      await instance.close()
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
