import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../../engine/problem.ts'
import { urlOf } from '../instance.world.ts'
import { root } from '../root.ts'
import { isSignedBy, openHooks, openReceiver, type Hooks, type Receiver } from './webhooks.world.ts'

let hooks: Hooks
let receiver: Receiver
beforeAll(async () => {
  hooks = await openHooks()
  receiver = await openReceiver()
})
afterAll(async () => {
  await receiver?.close()
  await hooks?.close()
})

test('two processes that send at once from one database lose nothing, double nothing and keep the order', async () => {
  const other = await hooks.second()
  const { as } = hooks.world
  const ids = await Promise.all(['a', 'b', 'c'].map(() => hooks.hook(receiver.url, ['need'])))
  const writing = (async () => {
    for (let at = 0; at < 60; at++)
      await (at % 2 === 0 ? hooks.world.store : other.store).apply(as.owner, 'create-need', {
        title: `Need ${at}`,
      })
  })()
  let isWritten = false
  const sending = [hooks.sender, other.sender].map(async (sender) => {
    while (!isWritten) await sender.round()
    await sender.round()
  })
  await writing
  isWritten = true
  await Promise.all(sending)
  expect(receiver.arrived.length).toBe(3 * 60)
  for (const { secret } of ids) {
    const mine = receiver.arrived.filter((one) => isSignedBy(secret, one))
    expect(mine.map(({ data }) => (data['fields'] as { title: string }).title)).toEqual(
      Array.from({ length: 60 }, (_, at) => `Need ${at}`),
    )
  }
  const messages = receiver.arrived.map(({ headers }) => headers['webhook-id'])
  expect(new Set(messages).size).toBe(3 * 60)
  expect(hooks.faults).toEqual([])
  for (const { id } of ids) await hooks.command('remove-webhook', { id })
})

test('what was held by a clock that has been put back since is sent all the same', async () => {
  const late = await openReceiver()
  const { id } = await hooks.hook(late.url, ['need'])
  const { outbox } = hooks.world.store
  const made = must((await hooks.command('create-need', { title: 'Held' })).changed[0]?.row)
  const listener = { id, records: [], is: 'active' } as const
  await outbox.gather(hooks.world.workspaceId, [listener], [])
  hooks.pass(10_800_000)
  expect(await outbox.hold(hooks.world.workspaceId, [listener], 1)).toHaveLength(1)
  hooks.pass(-10_800_000)
  await hooks.sender.round()
  expect(late.refs()).toEqual([made.ref])
  await hooks.command('remove-webhook', { id })
  await late.close()
})

test('what a process was sending when it was killed is sent by another, under the same id', async () => {
  const held: string[] = []
  const hanging = createServer((request) => held.push(String(request.headers['webhook-id'])))
  await new Promise<void>((resolve) => hanging.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(hanging.address() as AddressInfo).port}/`
  await hooks.hook(url, ['need'])
  const made = must((await hooks.command('create-need', { title: 'Cut off' })).changed[0]?.row)
  const dataDir = mkdtempSync(join(tmpdir(), 'throughline-killed-'))
  const killed = spawn(
    process.execPath,
    ['--import', 'tsx', join(root, 'src/app/main.ts'), 'start', '--port', '0', '--no-open'],
    {
      cwd: root,
      stdio: 'ignore',
      env: {
        ...process.env,
        DATABASE_URL: urlOf(hooks.world.database.config),
        THROUGHLINE_DATA_DIR: dataDir,
        THROUGHLINE_WEBHOOKS_TO_PRIVATE: '1',
      },
    },
  )
  try {
    await once(hanging, 'request')
    killed.kill('SIGKILL')
    await once(killed, 'exit')
    // Its hold was taken by the clock of the machine, and ends half a minute later by whichever clock.
    hooks.pass(Date.now() - Date.parse('2026-03-02T09:00:00Z') + 60_000)
    await new Promise((resolve) => {
      hanging.close(resolve)
      hanging.closeAllConnections()
    })
    const again = await openReceiver('127.0.0.1', Number(new URL(url).port))
    await hooks.sender.round()
    expect(again.arrived.map(({ data }) => data['ref'])).toEqual([made.ref])
    expect(again.arrived[0]?.headers['webhook-id']).toBe(held[0])
    expect(held.length).toBe(1)
    await again.close()
  } finally {
    killed.kill('SIGKILL')
    rmSync(dataDir, { recursive: true, force: true })
  }
})
