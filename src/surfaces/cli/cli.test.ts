import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { quiet } from '../../app/log.ts'
import { serve, type Instance } from '../../app/serve.ts'
import { catalogue } from '../../areas/order.ts'
import { defaultLimits } from '../rest/limit.ts'
import { runCli } from './run.ts'

/** The command line against a whole instance: nothing between the two but HTTP. */
let database: TestDatabase
let instance: Instance
let folder: string
let token: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-cli-'))
  database = await testDatabase()
  const { host, port, user, password, database: name } = database.config
  const secret = typeof password === 'string' ? `:${encodeURIComponent(password)}` : ''
  const databaseUrl = `postgres://${user}${secret}@localhost/${name}?host=${encodeURIComponent(String(host))}&port=${port}`
  instance = await serve(
    {
      port: 0,
      dataDir: join(folder, 'data'),
      databaseUrl,
      open: false,
      sample: false,
      limits: defaultLimits,
    },
    quiet,
  )
  token = readFileSync(join(folder, 'data', 'owner.token'), 'utf8').trim()
})
afterAll(async () => {
  await instance?.close()
  await database?.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

interface At {
  readonly env?: Readonly<Record<string, string>>
  readonly stdin?: string
  readonly tty?: true
}

async function run(line: string | readonly string[], at: At = {}): Promise<Ran> {
  const argv =
    typeof line === 'string'
      ? [...line.matchAll(/"([^"]*)"|\S+/g)].map(([whole, inner]) => inner ?? whole)
      : line
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const reading = Promise.all([buffer(stdout), buffer(stderr)])
  const code = await runCli(argv, {
    env: { THROUGHLINE_DATA_DIR: 'data', ...at.env },
    stdout: at.tty === true ? Object.assign(stdout, { isTTY: true, columns: 100 }) : stdout,
    stderr: at.tty === true ? Object.assign(stderr, { isTTY: true, columns: 100 }) : stderr,
    stdin: Readable.from([Buffer.from(at.stdin ?? '')]),
    cwd: folder,
    catalogue,
    fetch,
  })
  stdout.end()
  stderr.end()
  const [out, err] = await reading
  return { code, out: out.toString(), err: err.toString() }
}

/** Runs what must succeed, and gives what it printed. */
async function done(line: string | readonly string[], at: At = {}): Promise<string> {
  const ran = await run(line, at)
  expect(ran.code, `${JSON.stringify(line)} ${ran.err}`).toBe(0)
  return ran.out
}

const made = async (line: string): Promise<string> => (await done(line)).split(/\s/)[0] ?? ''
const json = async (line: string, at: At = {}): Promise<Record<string, unknown>> =>
  JSON.parse(await done(`${line} --json`, at)) as Record<string, unknown>
const api = async (path: string): Promise<unknown> =>
  (
    await fetch(`${instance.url}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } })
  ).json()

describe('a row, from its making to the trash and back', () => {
  it('is made, shown, changed and listed', async () => {
    const ref = await made(
      'need create --title "Keep the sheet when the network drops" --kind pain',
    )
    expect(ref).toMatch(/^NEED-\d+$/)
    expect(await done(`need get ${ref}`)).toMatch(/Kind +Pain\n/)
    expect(await done(`need update ${ref} --kind aspiration --cause "heard again"`)).toContain(ref)
    expect(await json(`need get ${ref}`)).toMatchObject({ ref, kind: 'aspiration', version: 2 })
    const table = await done('need list --filter kind=aspiration')
    expect(table).toMatch(/^Ref +Line +Title/)
    expect(table).toContain(`${ref}  `)
    expect(table).toContain('··●·····')
    expect(await done(`history ${ref}`)).toContain('heard again')
  })

  it('is refused as stale where somebody else was first, with both sides under --json', async () => {
    const ref = await made('need create --title "Two writers"')
    await done(`need update ${ref} --title "The first"`)
    const late = await run(`need update ${ref} --title "The second" --version 1 --json`)
    expect(late.code).toBe(5)
    expect(JSON.parse(late.err)).toMatchObject({ code: 'stale', status: 409 })
    expect(await json(`need get ${ref}`)).toMatchObject({ title: 'The first' })
  })

  it('goes to the trash and comes back', async () => {
    const ref = await made('need create --title "Not for long"')
    const removed = await run(`need remove ${ref}`)
    expect([removed.code, removed.out, removed.err]).toEqual([
      0,
      '',
      `${ref} lies in the trash for 30 days. Take it back: throughline need restore ${ref}\n`,
    ])
    expect(await done('need list --removed')).toContain(ref)
    expect((await run(`need get ${ref}`)).code).toBe(3)
    expect(await done(`need restore ${ref}`)).toContain(ref)
    expect(await done(`need get ${ref}`)).toContain('Not for long')
  })

  it('is made from JSON on stdin, with options over it', async () => {
    const body = JSON.stringify({ title: 'From stdin', kind: 'pain' })
    const out = await done('need create --kind aspiration --json -', { stdin: body })
    expect(JSON.parse(out)).toMatchObject({ title: 'From stdin', kind: 'aspiration' })
  })

  it('keeps its numbers, amounts, ranges, lists and refs as they were typed', async () => {
    const company = await made(
      'company create --name "Moorgate" --domain moorgate.example --revenue "1200.50 EUR" --size 40',
    )
    expect(await done(`company get ${company}`)).toMatch(/Revenue +1,200\.50 EUR\n/)
    const tags = await Promise.all(
      ['wards', 'network'].map((name) => made(`tag create --name ${name}`)),
    )
    const feedback = await made(
      `feedback create --text "It is just gone" --company-id ${company} --tag-ids ${tags.join(',')} --occurred-at 2026-11-09T08:00:00+01:00`,
    )
    const shown = await done(`feedback get ${feedback}`)
    expect(shown).toMatch(new RegExp(`Company +${company} Moorgate\n`))
    expect(shown).toMatch(/Tags +TAG-\d+ \w+, TAG-\d+ \w+\n/)
    expect(shown).toContain('2026-11-09 07:00Z')
    const item = await made(
      'roadmap-item create --title "Offline sheet" --commitment next --dates 2027-02-15..2027-04-01',
    )
    expect(await done(`roadmap-item get ${item}`)).toContain('2027-02-15..2027-04-01')
    await done(['roadmap-item', 'update', item, '--dates', ''])
    expect((await json(`roadmap-item get ${item}`))['dates']).toBeNull()
  })

  it('has own fields, in the kinds that the workspace has defined', async () => {
    await done('custom-field create --of need --key weight --label Weight --type number')
    await done('custom-field create --of need --key urgent --label Urgent --type flag')
    const ref = await made(
      'need create --title "With own fields" --custom weight=2.5 --custom urgent=yes',
    )
    expect((await json(`need get ${ref}`))['custom']).toEqual({ weight: 2.5, urgent: true })
    const wrong = await run(`need update ${ref} --custom weight=heavy`)
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('custom.weight')])
  })
})

describe('a list', () => {
  it('is paged, counted, and under --all whole', async () => {
    for (let n = 0; n < 7; n++) await done(`tag create --name "paged ${n}"`)
    const page = await run('tag list --q paged --limit 3 --count')
    expect(page.out.trimEnd().split('\n')).toHaveLength(2 + 3)
    const cursor = /^3 of 7\. More: --cursor (\S+)\n$/.exec(page.err)?.[1]
    expect(cursor).toBeDefined()
    expect(
      (await done(`tag list --q paged --limit 3 --cursor ${cursor}`)).trimEnd().split('\n'),
    ).toHaveLength(2 + 3)
    const all = JSON.parse(await done('tag list --q paged --limit 3 --all --json')) as {
      data: { name: string }[]
      cursor: null
    }
    expect(all.data.map(({ name }) => name).toSorted()).toEqual(
      Array.from({ length: 7 }, (_, n) => `paged ${n}`),
    )
    expect(all.cursor).toBeNull()
  })

  it('says on stderr why it is empty, and stdout stays clean for pipes', async () => {
    expect(await run('insight list')).toEqual({
      code: 0,
      out: '',
      err: 'There are no insights yet.\n',
    })
    expect(await run('tag list --q nothinglikethis')).toEqual({
      code: 0,
      out: '',
      err: 'No tags fit that.\n',
    })
  })

  it('refuses what is not offered, naming what is', async () => {
    const refused = await run('need list --sort title')
    expect([refused.code, refused.out]).toEqual([2, ''])
    expect(refused.err).toContain('createdAt')
  })
})

describe('--json', () => {
  it('prints exactly what the API says', async () => {
    const ref = await made('need create --title "Said alike"')
    for (const [line, path] of [
      [`need get ${ref}`, `/needs/${ref}`],
      ['need list --limit 2 --sort createdAt', '/needs?limit=2&sort=createdAt'],
      [`history ${ref}`, `/history?id=${ref}`],
      ['history verify', '/history/verify'],
    ] as const)
      expect(JSON.parse(await done(`${line} --json`)), line).toEqual(await api(path))
    const { asOf: _, ...why } = await json(`why ${ref}`)
    const { asOf: __, ...said } = (await api(`/why/${ref}`)) as Record<string, unknown>
    expect(why).toEqual(said)
  })
})

describe('the line', () => {
  it('is tied, asked upward and downward, and untied', async () => {
    const feedback = await made(
      'feedback create --text "The tablet drops the wifi behind the lead door and the sheet is just gone"',
    )
    const quote = await made(`quote create --feedback-id ${feedback} --start 4 --end 25`)
    expect(quote).toMatch(/^QT-\d+$/)
    const need = await made('need create --title "A sheet that stays"')
    const idea = await made(
      'idea create --title "Offline sheet" --reach 800 --impact high --confidence 80 --effort 2',
    )
    const objective = await made('objective create --title "Calm wards"')
    await done(`link ${quote} supports ${need} --strength 0.9 --note "her words"`)
    await done(`link ${idea} addresses ${need}`)
    await done(`link ${idea} advances ${objective}`)
    const promoted = await done(`promote-idea --idea ${idea} --commitment now`)
    const item = /RM-\d+/.exec(promoted)?.[0] ?? ''
    const why = await done(`why ${item}`)
    expect(why).toContain(`Why is it here? ${item}`)
    for (const words of [
      '○  heard',
      '“tablet drops the wifi”',
      `supports ${need}`,
      '●  framed',
      '△  proposed',
      '■  built',
      'Aims',
      'Calm wards',
      'Weakest link',
      'Thin',
    ])
      expect(why).toContain(words)
    expect(why).not.toContain('understood')
    const became = await done(`became ${feedback}`)
    for (const ref of [quote, need, idea, item]) expect(became).toContain(ref)
    expect(await done(`why ${item} --markdown`)).toMatch(/^#/)
    expect(await done(`idea get ${idea}`)).toMatch(/Score +640\n/)
    expect(await done(`idea list`)).toMatch(new RegExp(`${idea} +○·●△··■·`))
    await done(`unlink ${quote} supports ${need}`)
    expect(await done(`why ${item}`)).not.toContain('her words')
  })

  it('refuses a relation that does not lead there, and says which ones do', async () => {
    const [left, right] = [
      await made('need create --title Left'),
      await made('need create --title Right'),
    ]
    const refused = await run(`link ${left} supports ${right}`)
    expect([refused.code, refused.err]).toEqual([
      2,
      expect.stringContaining('does not lead from need to need'),
    ])
  })

  it('leads on from a row that was merged, for reading only', async () => {
    const [into, from] = [
      await made('feedback create --text "one and the same"'),
      await made('feedback create --text "the same again"'),
    ]
    await done(`feedback merge --into ${into} --from ${from}`)
    expect(await json(`feedback get ${from}`)).toMatchObject({ ref: into })
    expect(await done('feedback list --folded')).toContain(from)
    const refused = await run(`feedback remove ${from}`)
    expect([refused.code, refused.err]).toEqual([
      3,
      `${from} was merged into ${into}. Use that from now on.\n`,
    ])
  })
})

describe('history', () => {
  it('is read, proven, and taken back: the last of one’s own without a number', async () => {
    const ref = await made('need create --title "To be taken back"')
    const undone = await done('undo')
    expect(undone).toMatch(/^Commit \d+ is taken back: 1 change, in commit \d+\.\n$/)
    expect((await run(`need get ${ref}`)).code).toBe(3)
    const again = await run('undo')
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('is itself an undo')])
    expect(await done('history --limit 3')).toMatch(/^ *Commit +When +Who +What/)
    expect(await done('history verify')).toMatch(
      /^History is whole: [\d,]+ commits, [\d,]+ changes, 0 erased\.\nHead \S+\n$/,
    )
  })

  it('is erased only when it is meant', async () => {
    const ref = await made('need create --title "Forget me"')
    const { id } = await json(`need get ${ref}`)
    const unmeant = await run(`erase need ${String(id)}`)
    expect([unmeant.code, unmeant.err]).toEqual([2, expect.stringContaining('--yes')])
    expect(await done(`erase need ${String(id)} --yes`)).toMatch(/^1 entry of history erased\.\n$/)
    expect(await done('history verify')).toContain('History is whole')
  })
})

describe('a key', () => {
  it('is printed once and alone, opens what its role may do, and nothing once it is revoked', async () => {
    const created = await run('key create --name ci --role viewer')
    expect(created.out).toMatch(/^tl_\S{20,}\n$/)
    const env = { THROUGHLINE_KEY: created.out.trim(), THROUGHLINE_URL: instance.url }
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
      env: { THROUGHLINE_DATA_DIR: 'elsewhere', THROUGHLINE_URL: instance.url },
    })
    expect(refused.code).toBe(4)
    expect(refused.err).toContain(
      `There is no owner's token in ${join(folder, 'elsewhere')}. Name the data directory with --data, or set THROUGHLINE_KEY.`,
    )
  })
})

describe('a file', () => {
  const rows = (count: number): string =>
    `Subject,Body,Stars,When,Number\n${Array.from({ length: count }, (_, n) => `"Title ${n}","The words, number ${n}",${(n % 5) + 1},2026-10-${String((n % 28) + 1).padStart(2, '0')},${n}\n`).join('')}`
  const map =
    '--map title=Subject,text=Body,rating=Stars,occurredAt=When,originId=Number --source survey'

  it('is looked at, brought in as one, and brings nothing the second time', async () => {
    writeFileSync(join(folder, 'rows.csv'), rows(300))
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
      join(folder, 'faults.csv'),
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
      join(folder, 'dates.csv'),
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
    mkdirSync(join(folder, 'out'), { recursive: true })
    await done('export tag --out out/tags.csv')
    const lines = await done('export tag --format jsonl')
    const { data } = JSON.parse(await done('tag list --all --json')) as { data: unknown[] }
    expect(lines.trimEnd().split('\n')).toHaveLength(data.length)
    expect((await done('export tag')).length).toBe(statSync(join(folder, 'out/tags.csv')).size)
    expect((await run('import tag out/tags.csv')).out).toBe(
      `0 created, 0 updated, ${data.length} unchanged\n`,
    )
  })

  it('holds the whole workspace under --all', async () => {
    const out = await run('export --all --out out/all.throughline')
    expect(out.err).toMatch(/^[\d,]+ bytes in out\/all\.throughline\n$/)
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
    expect(out).toMatch(new RegExp(`^${instance.url}/sign-in\\?once=\\S+\n$`))
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
          `${instance.url}${path.replace('{ref}', `${kind.prefix}-999999`)}`,
          { method, headers: { authorization: `Bearer ${token}` } },
        )
        expect(status, route).not.toBe(405)
      }
    }
  })
})

describe('colour', () => {
  it('is for terminals, unless NO_COLOR or FORCE_COLOR say otherwise', async () => {
    const has = async (at: At): Promise<boolean> =>
      (await done('need list', at)).includes('\u001b[')
    expect(await has({})).toBe(false)
    expect(await has({ tty: true })).toBe(true)
    expect(await has({ tty: true, env: { NO_COLOR: '1' } })).toBe(false)
    expect(await has({ env: { FORCE_COLOR: '1' } })).toBe(true)
    expect(await has({ env: { FORCE_COLOR: '1', NO_COLOR: '1' } })).toBe(false)
  })
})
