import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cliWorld, type CliWorld } from './cli.world.ts'

let world: CliWorld
beforeAll(async () => {
  world = await cliWorld()
})
afterAll(() => world?.close())

it('shows what happened after a commit, a line a change, and the whole of it as JSON', async () => {
  const idea = await world.made('idea create --title "Watch this"')
  const [line, ...others] = (await world.done('watch --after 1 --once'))
    .split('\n')
    .filter((one) => one.includes(idea))
  expect(line).toMatch(
    /^\d+ {2}\d{4}-\d\d-\d\d \d\d:\d\dZ {2}\S.* {2}create-idea {2}IDEA-\d+ Watch this$/,
  )
  expect(others).toEqual([])
  const told = JSON.parse(await world.done('watch --after 1 --once --json')) as {
    readonly changes: readonly { readonly row?: { readonly ref: string } }[]
  }
  expect(told.changes.map(({ row }) => row?.ref)).toContain(idea)
})

it('says what it does not take', async () => {
  expect((await world.run('watch --after x')).code).toBe(2)
  expect((await world.run('watch --once')).err).toMatch(/say from where/)
})

it('comes back to where it was when the connection breaks', async () => {
  const asked: string[] = []
  const event = (id: number, name: string, data: unknown): string =>
    `id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`
  const server: Server = createServer((request, response) => {
    const { url = '' } = request
    if (url.includes('/history')) {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ data: [{ commit: { seq: 9 } }], cursor: null }))
      return
    }
    asked.push(url)
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    const commit = { seq: 9, commits: [], changes: [], more: ['idea'] }
    if (asked.length > 1) response.write(event(9, 'commit', commit))
    else
      response.write(event(7, 'hello', { seq: 7 }), () => {
        request.socket.resetAndDestroy()
      })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { code, out } = await world.run('watch --after 5 --once', {
    env: { THROUGHLINE_URL: url, THROUGHLINE_KEY: 'k', THROUGHLINE_DATA_DIR: '' },
  })
  server.closeAllConnections()
  server.close()
  expect([code, out, asked]).toEqual([
    0,
    '9  many ideas\n',
    ['/api/v1/live?after=5', '/api/v1/live?after=7'],
  ])
})
