import { createHash } from 'node:crypto'
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { peopleNames } from '../app/people-names.ts'
import { realPorts } from '../app/ports.ts'
import { must } from '../engine/problem.ts'
import { accountsOf } from './accounts.ts'
import { openDatabase } from './database.ts'
import { migrate, migrationsFolder } from './migrate.ts'

const digest = (secret: string): string => createHash('sha256').update(secret).digest('hex')
const [workspace, member, gone] = [1, 2, 3].map(
  (last) => `00000000-0000-7000-8000-00000000000${last}`,
) as [string, string, string]

/** As the release before there were people had them. */
const before = `
  insert into workspace_turn (workspace_id, slug, name, seq, head, created_at) values ('${workspace}', 'main', 'Main', 1, '', now());
  insert into member (workspace_id, id, ref, version, created_at, updated_at, name, role)
    values ('${workspace}', '${member}', 'MEM-1', 1, now(), now(), 'Ada', 'editor');
  insert into session (digest, workspace_id, member_id, created_at, expires_at)
    select decode(d, 'hex'), '${workspace}', m::uuid, now(), now() + interval '1 day'
    from (values ('${digest('one')}', '${member}'), ('${digest('two')}', '${member}'), ('${digest('three')}', '${gone}')) as v(d, m)`

test('sessions from before there were people go on, for the member and the role that they had', async () => {
  const own = await testDatabase()
  const database = openDatabase(own.config, () => undefined)
  const older = mkdtempSync(join(tmpdir(), 'throughline-older-'))
  const all = readdirSync(migrationsFolder()).filter((name) => name.endsWith('.sql'))
  const mine = must(all.find((name) => name.endsWith('people-and-invitations.sql')))
  for (const name of all.filter((one) => one < mine))
    copyFileSync(join(migrationsFolder(), name), join(older, name))
  await database.owner((session) =>
    session.query('drop schema public cascade; create schema public'),
  )
  await migrate(database, () => undefined, { folder: older })
  await database.owner((session) => session.query(before))
  expect(await migrate(database, () => undefined)).toContain(mine)

  const accounts = accountsOf({ database, ports: realPorts(), digest, names: peopleNames })
  const there = { id: member, workspaceId: workspace }
  expect(await accounts.member('one', undefined)).toMatchObject(there)
  expect(await accounts.member('two', 'main')).toMatchObject(there)
  expect(await accounts.member('three', undefined)).toBeUndefined()
  const person = await accounts.of(there)
  expect(await accounts.visits(person?.id ?? '')).toHaveLength(2)
  await database.close()
  await own.close()
  rmSync(older, { recursive: true })
})
