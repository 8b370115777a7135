import { afterAll, beforeAll, expect, test } from 'vitest'
import { speaker } from '../../app/mcp.world.ts'
import { cliWorld, type CliWorld } from './cli.world.ts'

let world: CliWorld
beforeAll(async () => {
  world = await cliWorld()
})
afterAll(() => world.close())

test('says at once that no instance answers, and prints nothing that a client would take for a message', async () => {
  const ran = await world.run('mcp', { env: { THROUGHLINE_URL: 'http://127.0.0.1:1' } })
  expect(ran).toMatchObject({ code: 8, out: '' })
  expect(ran.err).toContain('Nothing answers at')
})

test('says at once that a key does not hold', async () => {
  const ran = await world.run('mcp', { env: { THROUGHLINE_KEY: 'tl_wrong' } })
  expect(ran).toMatchObject({ code: 4, out: '' })
})

test('ends well when its input does', async () => {
  expect(await world.run('mcp')).toMatchObject({ code: 0, out: '', err: '' })
})

test('tells what the door of the instance refuses as an error of the protocol, with the problem', async () => {
  const mcp = await speaker(world.url, world.token, 'v2 over stdio')
  await expect(mcp.call('list-needs', { limit: 1e21 })).rejects.toMatchObject({
    code: -32602,
    data: { code: 'invalid', status: 400 },
  })
  expect(await mcp.call('list-needs')).toMatchObject({ isError: false })
  await mcp.close()
})
