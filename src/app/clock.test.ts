import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { plainConfig } from './config.world.ts'
import { cookieOf } from './entering.world.ts'
import { askAt, urlOf } from './instance.world.ts'
import { ownerTokenPath } from './owner-token.ts'
import { realPorts } from './ports.ts'
import { serve } from './serve.ts'

/** The clock of the app is not that of its database: what holds for a time holds for that time by the database's. */
test('a link signs in and a session lasts thirty days, whatever the clock of the app says', async () => {
  const database = await testDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'throughline-clock-'))
  let off = 0
  const ports = { ...realPorts(), now: () => new Date(Date.now() + off) }
  const config = plainConfig({ dataDir, databaseUrl: urlOf(database.config) })
  const log = { info: () => undefined, fault: () => undefined }
  const instance = await serve(config, log, ports)
  const sql = new pg.Client(database.config)
  await sql.connect()
  try {
    const ask = askAt(instance.url)
    const as = readFileSync(ownerTokenPath(dataDir), 'utf8').trim()
    const hours = [0, -5, 40 * 24]
    for (const hour of hours) {
      off = hour * 3_600_000
      const { body } = await ask('POST', '/api/v1/sign-in-links', { as })
      const { pathname, search } = new URL(String(body['url']))
      const cookie = cookieOf(await ask('GET', `${pathname}${search}`))
      off = 0
      expect((await ask('GET', '/api/v1/me', { headers: { cookie } })).status).toBe(200)
    }
    const { rows } = await sql.query<{ days: number; minutes: number }>(
      `select (select array_agg(round(extract(epoch from expires_at - now()) / 86400)::int) from session) as days,
         (select round(extract(epoch from max(expires_at) - now()) / 60)::int from once_link) as minutes`,
    )
    expect(rows[0]).toEqual({ days: hours.map(() => 30), minutes: 60 })
  } finally {
    await sql.end()
    await instance.close()
    await database.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
})
