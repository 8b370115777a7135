import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cliWorld, type CliWorld } from './cli.world.ts'

let world: CliWorld
let { run, done, made, json }: Pick<CliWorld, 'run' | 'done' | 'made' | 'json'> = {} as CliWorld

beforeAll(async () => {
  world = await cliWorld()
  ;({ run, done, made, json } = world)
})
afterAll(() => world?.close())

const api = async (path: string): Promise<unknown> =>
  (
    await fetch(`${world.url}/api/v1${path}`, {
      headers: { authorization: `Bearer ${world.token}` },
    })
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
      `${ref} lies in the trash; "throughline trash" says until when. Take it back: throughline need restore ${ref}\n`,
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

  it('sorts and filters lists by own fields that are marked sortable, and says what to do about others', async () => {
    const field = await made(
      'custom-field create --of decision --key cost --label Cost --type number',
    )
    for (const [sentence, cost] of [
      ['Two', 2],
      ['Ten', 10],
      ['One', 1],
    ] as const)
      await made(`decision create --sentence ${sentence} --custom cost=${cost}`)
    await made('decision create --sentence None')
    const listed = async (line: string): Promise<readonly unknown[]> =>
      ((await json(`decision list ${line}`))['data'] as { sentence: string }[]).map(
        ({ sentence }) => sentence,
      )
    const refused = await run('decision list --sort custom.cost')
    expect([refused.code, refused.err]).toEqual([
      2,
      expect.stringContaining('own field Cost. Mark it sortable in Settings first.'),
    ])
    await done(`custom-field update ${field} --sortable`)
    expect(await listed('--sort custom.cost')).toEqual(['One', 'Two', 'Ten', 'None'])
    expect(await listed('--sort -custom.cost --limit 2')).toEqual(['Ten', 'Two'])
    expect(await listed('--sort custom.cost --filter custom.cost=2..')).toEqual(['Two', 'Ten'])
    expect(await listed('--filter custom.cost=10')).toEqual(['Ten'])
    expect(await listed('--filter custom.cost=none')).toEqual(['None'])
    const wrong = await run('decision list --filter custom.cost=much')
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('is not a number')])
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
    const [first, second] = [
      await made('need create --title "To be taken back too"'),
      await made('need create --title "To be taken back"'),
    ]
    const undone = await done('undo')
    expect(undone).toMatch(/^Commit \d+ is taken back: 1 change, in commit \d+\.\n$/)
    expect((await run(`need get ${second}`)).code).toBe(3)
    const again = await done('undo')
    expect((await run(`need get ${first}`)).code).toBe(3)
    const seqOf = (said: string): number => Number(/in commit (\d+)/.exec(said)?.[1])
    await done(`undo ${seqOf(again)}`)
    expect(await done(`need get ${first}`)).toContain('To be taken back too')
    await done('undo')
    expect((await run(`need get ${first}`)).code).toBe(3)
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

it('what was sent is not offered to be taken back', async () => {
  await done('webhook create --name Warehouse --url http://127.0.0.1:9/')
  for (const line of ['test-webhook HOOK-1', 'replay-webhook HOOK-1 --seq 2']) {
    const { code, err } = await world.run(line)
    expect([code, err]).toEqual([0, expect.stringMatching(/^Commit \d+\.\n$/)])
  }
  expect((await world.run('pause-webhook HOOK-1')).err).toContain('Take it back: throughline undo')
})
