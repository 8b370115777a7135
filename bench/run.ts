import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { browserCase } from './case-browser.ts'
import { createCase, createGrowth } from './case-create.ts'
import { fileFor, importCase } from './case-import.ts'
import { inboxCase, layTalk } from './case-inbox.ts'
import { liveCase } from './case-live.ts'
import { portfolioCase } from './case-portfolio.ts'
import { rankingCase } from './case-ranking.ts'
import { listCase, listGrowth } from './case-list.ts'
import { searchCase } from './case-search.ts'
import { makeIdeas, snapshotCase } from './case-snapshot.ts'
import { startCase } from './case-start.ts'
import { webhookCase } from './case-webhooks.ts'
import { layEvidence, whyCase } from './case-why.ts'
import { table, type Figure } from './figures.ts'
import { openFloor } from './floor.ts'
import { openHouse } from './house.ts'
import { build } from './instance.ts'
import { measureQuality } from './quality.ts'
import { growTo } from './rows.ts'

/**
 * What is fast, beside what the same machine does with nothing in between. Ratios count; times are of
 * this machine. Uses an instance, a PostgreSQL and data of its own, and leaves nothing behind.
 */
const cases = [
  'start',
  'ranking',
  'portfolio',
  'create',
  'list',
  'search',
  'why',
  'inbox',
  'snapshot',
  'live',
  'webhooks',
  'browser',
  'import',
] as const
type Case = (typeof cases)[number]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: 'string', default: '1000,10000,100000' },
    only: { type: 'string', default: cases.join(',') },
    sets: { type: 'string', default: process.env['THROUGHLINE_SETS'] ?? '../shared/data' },
    json: { type: 'string' },
    processes: { type: 'string', default: '1' },
  },
})
const [mode] = positionals
if (positionals.length > 1 || (mode !== undefined && mode !== 'quality')) {
  console.error(
    `There is one mode beside the cases, quality, and this is none: ${positionals.join(' ')}.`,
  )
  process.exit(2)
}
if (mode === 'quality') {
  const verdicts = await measureQuality({ sets: values.sets, json: values.json })
  process.exit(verdicts.every(({ holds }) => holds) ? 0 : 1)
}
const sizes = values.rows.split(',').map(Number)
const processes = Number(values.processes)
const only = values.only.split(',') as readonly Case[]
const wrong = [
  ...sizes.filter((size) => !(size >= 1)),
  ...only.filter((name) => !cases.includes(name)),
]
if (wrong.length > 0) {
  console.error(
    `--rows takes numbers and --only takes ${cases.join(', ')}; this is neither: ${wrong.join(', ')}.`,
  )
  process.exit(2)
}

if (!(Number.isInteger(processes) && processes >= 1 && processes <= 8)) {
  console.error(`--processes takes a number from 1 to 8, and this is ${values.processes}.`)
  process.exit(2)
}

const figures: Figure[] = []
const tell = (more: readonly Figure[]): void => {
  figures.push(...more)
  for (const figure of more)
    console.error(
      `  ${figure.rows?.toLocaleString('en') ?? ''} ${figure.name}: ${figure.says}${figure.ratio === undefined ? '' : ` (${figure.ratio.toFixed(2)} of the floor)`}`,
    )
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

build()
if (only.includes('start')) tell(await startCase())
if (only.includes('ranking')) tell(await rankingCase())
if (only.includes('portfolio')) tell(await portfolioCase())
const about = await measured()
console.log(`\n${about.join('\n')}\n\n${table(figures)}\n`)
const missed = figures.filter((figure) => figure.bar?.met === false).length
console.log(
  `${figures.filter((figure) => figure.bar !== undefined).length - missed} bars met, ${missed} missed.`,
)
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify({ about, figures }, null, 2)}\n`)
process.exit(0)

async function measured(): Promise<readonly string[]> {
  const house = await openHouse(processes)
  try {
    const lines = [
      `${cpus().length} cores (${processor()}), ${Math.round(totalmem() / 1e9)} GB; Node ${process.versions.node}, PostgreSQL ${house.postgres}; the load generator on the same cores${processes === 1 ? '' : `, and ${processes} processes of the app`}; ${new Date().toISOString().slice(0, 10)}.`,
    ]
    if (only.includes('import')) {
      const file = fileFor(
        Math.min(200_000, Math.max(...sizes)),
        existsSync(values.sets) ? values.sets : undefined,
      )
      lines.push(`Imported: ${file.says}.`)
      tell(await importCase(house, file))
    }
    if (only.every((name) => ['start', 'ranking', 'portfolio', 'import'].includes(name))) return lines
    const floor = await openFloor(house)
    const talk = only.includes('inbox') ? await layTalk(house) : []
    const ref = only.includes('why') ? await layEvidence(house) : ''
    if (['snapshot', 'live', 'browser'].some((name) => only.includes(name as Case)))
      await makeIdeas(house)
    for (const rows of sizes.toSorted((left, right) => left - right)) {
      const { loaded, seconds } = await growTo(house, rows)
      tell([
        {
          name: 'rows loaded by the store itself',
          rows,
          value: loaded / seconds,
          says: `${Math.round(loaded / seconds).toLocaleString('en')} rows/s, ${seconds.toFixed(1)} s`,
        },
      ])
      await floor.fill()
      if (only.includes('list')) tell(await listCase(house, floor, rows))
      if (only.includes('search')) tell(await searchCase(house, rows))
      if (only.includes('why')) tell(await whyCase(house, ref, rows))
      if (only.includes('inbox')) tell(await inboxCase(house, talk, rows))
      if (only.includes('snapshot')) tell(await snapshotCase(house, rows))
      if (only.includes('live')) tell(await liveCase(house, rows))
      if (only.includes('webhooks') && rows === Math.max(...sizes))
        tell(await webhookCase(house, rows))
      if (only.includes('browser') && rows === Math.max(...sizes))
        tell(await browserCase(house, rows))
      if (only.includes('create')) tell(await createCase(house, floor, rows))
    }
    tell([...createGrowth(figures), ...listGrowth(figures)])
    await floor.stop()
    return lines
  } finally {
    await house.close()
  }
}

/** The processor's own name for itself, where the system tells it. */
function processor(): string {
  try {
    return (
      /^model name\s*:\s*(.+)$/m.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1] ??
      cpus()[0]?.model ??
      ''
    )
  } catch {
    return cpus()[0]?.model ?? ''
  }
}
