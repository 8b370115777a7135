import { serverCatalogue as catalogue } from '../../src/areas/server.ts'
import { runIn } from '../../src/surfaces/cli/run.world.ts'
import type { House } from '../instance.ts'
import { leaksIn } from './asking.ts'
import type { Bench, Tried } from './matrix.ts'
import type { Principal } from './people.ts'
import type { Relation } from './side.ts'

const unseen: readonly Relation[] = ['team', 'draft', 'foreign', 'missing']

/** What is not to be seen, asked for by tools: whatever the tool, it is refused or left out. */
export async function askByMcp(house: House, bench: Bench, who: Principal): Promise<Tried> {
  const forbidden = await bench.forbiddenTo(who)
  const wrong: string[] = []
  let count = 0
  const call = async (name: string, given: object): Promise<void> => {
    const told = await house.ask('POST', '/mcp', {
      headers: { ...who.headers, accept: 'application/json, text/event-stream' },
      json: {
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { name, arguments: given },
      },
    })
    count += 1
    const question = `${name} ${JSON.stringify(given)}`
    const says = `${who.name} by MCP: ${question}: ${told.status} ${told.text.slice(0, 200)}`
    if (told.status !== (who.role === undefined ? 401 : 200)) wrong.push(says)
    if (leaksIn(told.text, question, forbidden).length > 0) wrong.push(`${says} leaks`)
    if ('ref' in given && told.status === 200 && !told.text.includes('"isError":true'))
      wrong.push(`${says} is no refusal`)
  }
  for (const kind of catalogue.records) {
    await call(`list-${kind.plural}`, { limit: 200 })
    for (const relation of unseen) {
      const found = await bench.pool.take(kind, relation, who)
      if (found === undefined) continue
      const { id } = found.row
      await call('get', { ref: id, record: kind.name })
      await call('why', { of: id })
      await call('history', { id })
    }
  }
  return { count, wrong }
}

/** The same by lines of a terminal, for a sample of records. */
export async function askByCli(house: House, bench: Bench, who: Principal): Promise<Tried> {
  const forbidden = await bench.forbiddenTo(who)
  const wrong: string[] = []
  let count = 0
  const key = who.headers['authorization']?.slice('Bearer '.length) ?? ''
  const env = { THROUGHLINE_URL: house.instance.url, THROUGHLINE_KEY: key }
  const run = async (line: readonly string[], isRefused: boolean): Promise<void> => {
    const { code, out, err } = await runIn(house.dataDir, line, { env })
    count += 1
    const says = `${who.name} by command line: ${line.join(' ')}: ${code} ${(out + err).slice(0, 200)}`
    if (leaksIn(out + err, line.join(' '), forbidden).length > 0) wrong.push(`${says} leaks`)
    if (isRefused && code === 0) wrong.push(`${says} is no refusal`)
  }
  for (const name of ['need', 'feedback'] as const) {
    await run([name, 'list', '--all', '--json'], who.role === undefined)
    await run(['export', name, '--format', 'jsonl'], who.role === undefined)
    for (const relation of unseen) {
      const found = await bench.pool.take(catalogue.record(name), relation, who)
      if (found === undefined) continue
      for (const verb of [[name, 'get'], ['why'], ['history']])
        await run([...verb, found.row.id], true)
    }
  }
  return { count, wrong }
}
