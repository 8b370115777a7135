import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serverCatalogue as catalogue } from '../../areas/server.ts'
import { cliWorld, type CliWorld } from './cli.world.ts'
import type { At } from './run.world.ts'

let world: CliWorld
let { run, done, json }: Pick<CliWorld, 'run' | 'done' | 'json'> = {} as CliWorld

beforeAll(async () => {
  world = await cliWorld()
  ;({ run, done, json } = world)
})
afterAll(() => world?.close())

describe('a key', () => {
  it('is printed once and alone, opens what its role may do, and nothing once it is revoked', async () => {
    const created = await run('key create --name ci --role viewer')
    expect(created.out).toMatch(/^tl_\S{20,}\n$/)
    const env = { THROUGHLINE_KEY: created.out.trim(), THROUGHLINE_URL: world.url }
    expect((await run('need list', { env })).code).toBe(0)
    const denied = await run('need create --title "Not mine to make"', { env })
    expect([denied.code, denied.out]).toEqual([4, ''])
    const listed = await done('key list')
    expect(listed).not.toContain(created.out.trim())
    const ref = /KEY-\d+(?= +ci)/.exec(listed)?.[0] ?? ''
    await done(`key revoke ${ref}`)
    const gone = await run('need list', { env })
    expect([gone.code, gone.err]).toEqual([4, expect.stringContaining('does not hold')])
  })

  it('is asked for where there is none', async () => {
    const refused = await run('need list', {
      env: { THROUGHLINE_DATA_DIR: 'elsewhere', THROUGHLINE_URL: world.url },
    })
    expect(refused.code).toBe(4)
    expect(refused.err).toContain(
      `There is no owner's token in ${join(world.folder, 'elsewhere')}. Name the data directory with --data, or set THROUGHLINE_KEY.`,
    )
  })
})

describe('a file', () => {
  const rows = (count: number): string =>
    `Subject,Body,Stars,When,Number\n${Array.from({ length: count }, (_, n) => `"Title ${n}","The words, number ${n}",${(n % 5) + 1},2026-10-${String((n % 28) + 1).padStart(2, '0')},${n}\n`).join('')}`
  const map =
    '--map title=Subject,text=Body,rating=Stars,occurredAt=When,originId=Number --source survey'

  it('is looked at, brought in as one, and brings nothing the second time', async () => {
    writeFileSync(join(world.folder, 'rows.csv'), rows(300))
    const looked = await run(`import feedback rows.csv ${map} --dry-run`)
    expect([looked.code, looked.out]).toEqual([
      0,
      '300 rows: 300 to create, 0 to update, 0 unchanged\n',
    ])
    expect(looked.err).toContain('title ← Subject')
    const first = await run(`import feedback rows.csv ${map}`)
    expect(first).toMatchObject({
      code: 0,
      out: expect.stringMatching(
        /^300 created, 0 updated, 0 unchanged\nCommit \d+\. Take it back: throughline undo \d+\n$/,
      ) as string,
    })
    expect((await run(`import feedback rows.csv ${map}`)).out).toBe(
      '0 created, 0 updated, 300 unchanged\n',
    )
    expect((await run('feedback list --filter source=survey --limit 1 --count')).err).toContain(
      '1 of 300',
    )
    const seq = /Commit (\d+)/.exec(first.out)?.[1] ?? ''
    expect(await done(`undo ${seq}`)).toContain('300 changes')
    expect((await run('feedback list --filter source=survey')).out).toBe('')
  })

  it('comes through a pipe too, and shows how far it is at a terminal', async () => {
    const piped = await run(`import feedback - ${map} --source piped`, {
      stdin: rows(40),
      tty: true,
      env: { NO_COLOR: '1' },
    })
    expect(piped).toMatchObject({ code: 0 })
    expect(piped.out).toMatch(/^40 created/)
  })

  it('with faults brings nothing in and says each with its line, column and remedy', async () => {
    writeFileSync(
      join(world.folder, 'faults.csv'),
      `${rows(20)}"Late","Text",five,2026-10-01,100\n"Later","Text",3,2026-02-30,101\n`,
    )
    for (const dry of [' --dry-run', '']) {
      const { code, out, err } = await run(
        `import feedback faults.csv ${map} --source faults${dry}`,
      )
      expect(code).toBe(2)
      for (const place of ['line 22, column Stars', 'line 23, column When'])
        expect(out + err).toContain(place)
    }
    expect((await run('feedback list --filter source=faults')).out).toBe('')
  })

  it('whose dates can be read two ways asks which way', async () => {
    writeFileSync(
      join(world.folder, 'dates.csv'),
      'Body,When,Number\nOne,03/04/2026,1\nTwo,05/06/2026,2\n',
    )
    const asked = await run(
      'import feedback dates.csv --map text=Body,occurredAt=When,originId=Number --source dates',
    )
    expect([asked.code, asked.err]).toEqual([
      2,
      expect.stringContaining('--date-order dmy or --date-order mdy'),
    ])
    await done(
      'import feedback dates.csv --map text=Body,occurredAt=When,originId=Number --source dates --date-order dmy',
    )
    expect(JSON.stringify(await json('feedback list --filter source=dates'))).toContain(
      '2026-04-03',
    )
  })

  it('that is not there, or is none, is said before anything is sent', async () => {
    expect(await run('import feedback nowhere.csv')).toMatchObject({
      code: 3,
      err: expect.stringContaining('nowhere.csv cannot be read (ENOENT)') as string,
    })
    expect(await run('import feedback data')).toMatchObject({
      code: 2,
      err: expect.stringContaining('data is not a file') as string,
    })
    expect(await run('import nonsense rows.csv')).toMatchObject({
      code: 3,
      err: expect.stringContaining('There is no record called "nonsense"') as string,
    })
  })

  it('goes out as CSV and JSON Lines and comes back equal', async () => {
    mkdirSync(join(world.folder, 'out'), { recursive: true })
    for (const name of ['wards', 'the "net, work"', '=1+1', '日本'])
      await done(['tag', 'create', '--name', name])
    await done('export tag --out out/tags.csv')
    const lines = await done('export tag --format jsonl')
    const { data } = JSON.parse(await done('tag list --all --json')) as { data: unknown[] }
    expect(lines.trimEnd().split('\n')).toHaveLength(data.length)
    expect(await done('export tag')).toBe(readFileSync(join(world.folder, 'out/tags.csv'), 'utf8'))
    expect((await run('import tag out/tags.csv')).out).toBe(
      `0 created, 0 updated, ${data.length} unchanged\n`,
    )
  })

  it('holds the whole workspace under --all', async () => {
    const out = await run('export --all --out out/all.throughline')
    expect(out.err).toMatch(
      /^[\d,]+ bytes in out\/all\.throughline, without API keys, webhooks, and invitations: .+ what you may see; throughline backup .+\n$/,
    )
    const mistaken = await run('import feedback out/all.throughline')
    expect([mistaken.code, mistaken.err]).toEqual([
      2,
      expect.stringContaining('throughline import --all'),
    ])
    expect(await run('export --all', { tty: true })).toMatchObject({ code: 2 })
  })
})

describe('the instance', () => {
  it('gives a link that signs the owner in once', async () => {
    const { out } = await run('sign-in')
    expect(out).toMatch(new RegExp(`^${world.url}/sign-in\\?once=\\S+\n$`))
    const first = await fetch(out.trim(), { redirect: 'manual' })
    expect([first.status, first.headers.get('set-cookie')]).toEqual([
      303,
      expect.stringContaining('throughline'),
    ])
  })

  it('need not run for what is declared: every record is explained, table and routes included', async () => {
    for (const kind of catalogue.records) {
      const text = await done(`explain ${kind.name}`, {
        env: { THROUGHLINE_URL: 'http://127.0.0.1:1' },
      })
      for (const name of Object.keys(kind.fields)) expect(text).toContain(name)
      expect(text).toContain(`/api/v1/${kind.plural}`)
      expect((await json(`explain ${kind.name}`))['prefix']).toBe(kind.prefix)
    }
    expect(await done('explain idea')).toContain('((reach × impact) × (confidence ÷ 100)) ÷ effort')
  })

  it('has the routes that explain says, each of them', async () => {
    for (const kind of catalogue.records) {
      const { routes } = (await json(`explain ${kind.name}`)) as unknown as {
        routes: readonly string[]
      }
      for (const route of routes) {
        const [method = '', path = ''] = route.split(/ +/)
        const { status } = await fetch(
          `${world.url}${path.replace('{ref}', `${kind.prefix}-999999`)}`,
          { method, headers: { authorization: `Bearer ${world.token}` } },
        )
        expect(status, route).not.toBe(405)
      }
    }
  })
})

describe('colour', () => {
  it('is for terminals, unless NO_COLOR or FORCE_COLOR say otherwise', async () => {
    const has = async (at: At): Promise<boolean> =>
      (await done('workspace list', at)).includes('\u001b[')
    expect(await has({})).toBe(false)
    expect(await has({ tty: true })).toBe(true)
    expect(await has({ tty: true, env: { NO_COLOR: '1' } })).toBe(false)
    expect(await has({ env: { FORCE_COLOR: '1' } })).toBe(true)
    expect(await has({ env: { FORCE_COLOR: '1', NO_COLOR: '1' } })).toBe(false)
  })
})
