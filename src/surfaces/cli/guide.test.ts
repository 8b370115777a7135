import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { serverCatalogue as catalogue } from '../../areas/server.ts'
import { nounsOf } from './nouns.ts'
import { read } from './program.ts'
import { verbsOf } from './verbs.ts'

/** Every command line that the guide shows is one that the parser takes: a verb that goes away is seen here. */
const root = fileURLToPath(new URL('../../..', import.meta.url))
const guide = readdirSync(`${root}docs/guide`)
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/guide/${name}`)
const verbs = verbsOf(catalogue)

it.each(['README.md', ...guide])('%s shows lines that the parser takes', async (path) => {
  expect(await wrongIn(readFileSync(root + path, 'utf8'))).toEqual([])
})

it('looks at a hundred lines or more, and finds what is wrong in one', async () => {
  const all = guide.flatMap((path) => linesOf(readFileSync(root + path, 'utf8')))
  expect(all.length).toBeGreaterThan(100)
  const wrong = [
    '```\nnpx throughline create-webhook --name A\n```',
    'or by `throughline inbox set --no-followed`.',
    '`throughline rank --topp 3`',
    '```\nthroughline why\n```',
  ]
  for (const text of wrong) expect(await wrongIn(text)).toHaveLength(1)
  expect(await wrongIn('`throughline why` says why, `throughline import idea …` too')).toEqual([])
})

async function wrongIn(text: string): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const line of linesOf(text)) {
    const fault = await faultOf(line)
    if (fault !== undefined) wrong.push(`${line.text}: ${fault}`)
  }
  return wrong
}

interface Line {
  readonly text: string
  /** In the middle of a sentence a verb is named by itself, without all that it must be given. */
  readonly isWhole: boolean
}

const start = /^(?:npx )?throughline (?=[a-z])/

function linesOf(document: string): readonly Line[] {
  const blocks = [...document.matchAll(/^```\w*\n([\s\S]*?)^```/gm)].flatMap(([, inside = '']) =>
    inside.replaceAll('\\\n', ' ').split(/\n|&&/),
  )
  const prose = document.replace(/^```[\s\S]*?^```/gm, '')
  const named = [...prose.matchAll(/`([^`]+)`/g)].map(([, inside = '']) =>
    inside.replaceAll('\n', ' '),
  )
  const all = [
    ...blocks.map((text) => ({ text: text.trim(), isWhole: true })),
    ...named.map((text) => ({ text, isWhole: false })),
  ]
  return all.filter(({ text }) => start.test(text))
}

async function faultOf({ text, isWhole }: Line): Promise<string | undefined> {
  const line = text
    .replace(start, '')
    .replace(/ +[#>] .*$/, '')
    .replace(/\$\([^)]*\)/g, 'today')
    // What is left out stands for the value of an option, or for more of them.
    .replace(/( --[a-z-]+)? …$/, (_, option?: string) =>
      option === undefined ? '' : `${option} …`,
    )
  const words = [...line.matchAll(/"([^"]*)"|\S+/g)].map(([whole, inner]) => inner ?? whole)
  try {
    const { is } = await read(words, verbs, nounsOf(catalogue), 100)
    return is === 'verb' || words.includes('--help') ? undefined : 'this is no verb'
  } catch (fault) {
    const says = fault instanceof Error ? fault.message : String(fault)
    const isNamed = verbs.some(({ path }) => path.join(' ') === words.join(' '))
    return isNamed && !isWhole ? undefined : says
  }
}
