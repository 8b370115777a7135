import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { plainConfig } from './config.world.ts'
import { askAt, urlOf } from './instance.world.ts'
import { ownerTokenPath } from './owner-token.ts'
import { serve } from './serve.ts'

test('processes that start at once on empty data found one workspace with one owner, and take one token', async () => {
  const database = await testDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'throughline-first-'))
  const config = plainConfig({ dataDir, databaseUrl: urlOf(database.config) })
  const log = { info: () => undefined, fault: () => undefined }
  const instances = await Promise.all([1, 2, 3].map(() => serve(config, log)))
  try {
    const token = readFileSync(ownerTokenPath(dataDir), 'utf8').trim()
    const told = await Promise.all(
      instances.map(({ url }) => askAt(url)('GET', '/api/v1/me', { as: token })),
    )
    expect(told.map((answer) => answer.status)).toEqual([200, 200, 200])
    expect(new Set(told.map((answer) => answer.text)).size).toBe(1)
    const owners = await askAt(instances[0]?.url ?? '')(
      'GET',
      '/api/v1/members?filter[role]=owner',
      { as: token },
    )
    expect(owners.body['data']).toHaveLength(1)
  } finally {
    for (const instance of instances) await instance.close()
    await database.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
})
