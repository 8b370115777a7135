/**
 * The machinery holds no product word: what works for one record works for all, and nothing in it
 * has to change when the product does. The words are the records' file names and the few below,
 * which hold from before the first record is written.
 */
import type { Fault } from './fault.ts'
import type { Source } from './source.ts'
import { isTest, type Tree } from './tree.ts'

const machinery = /^src\/(engine|store|surfaces|web\/kit|web\/derived)\//

/** Pages that show the kit at work on examples, for those who change it; nothing imports them. */
const specimen = /^src\/web\/kit\/specimen\//

const always = [
  'feedback',
  'quote',
  'need',
  'insight',
  'idea',
  'objective',
  'roadmap',
  'company',
  'contact',
  'decision',
  'persona',
  'competitor',
  'stakeholder',
]

/** Names of records that the machinery has to know, and why. */
const known: Readonly<Record<string, string>> = {
  workspace: 'every row and every query is born in one',
  product: 'any record may be scoped to one',
  member: 'one of the two kinds of actor',
  key: 'the other kind of actor, and what maps, databases and keyboards have',
  'api-key': 'the same by its whole name',
  team: 'access speaks of the actor’s teams',
  role: 'access speaks of the actor’s role',
  tag: 'HTTP, HTML and templates have tags of their own',
  option: 'what functions, menus and command lines take',
  reading: 'a stream, a page and a query are in the middle of it',
  rating: 'the stars in files of other tools',
}

/**
 * Words with a second sense that machinery cannot do without. Of these only what can mean nothing
 * but the record counts: a text that is its whole name (`'needs'`), or a pointer to one (`needId`).
 */
const twofold: Readonly<Record<string, string>> = {
  need: 'the verb',
  quote: 'CSV and SQL put values in quotes, and HTML has blocks of them',
  estimate: 'the verb: of a size that is not measured yet',
  attachment: 'what HTTP calls a body that is to be kept as a file',
  contact: 'the verb, in a sentence that says whom to ask',
  objective: 'the adjective',
  plan: 'how PostgreSQL answers a query',
  cost: 'what a query or a test takes',
  review: 'the verb: what a person does to generated files',
  position: 'where a cursor or a caret stands',
  round: 'of a sum, and of a game that is played again',
  capacity: 'of a disk or a buffer',
  prediction: 'of what a command will do, before the server has answered',
  experiment: 'the verb',
  odds: 'of what chance brings in a test',
}

export function productWordsIn(source: Source, words: readonly string[]): readonly Fault[] {
  const { path } = source
  if (!machinery.test(path) || specimen.test(path) || isTest(path)) return []
  const seen = new Set<string>()
  const places = [
    ...source.names.map((found) => ({ found, whole: false })),
    ...source.texts.map((found) => ({ found, whole: true })),
  ]
  return places.flatMap(({ found, whole }) => {
    const word = words.find((each) =>
      each in twofold ? pointsAt(found.text, each, whole) : holds(found.text, each),
    )
    if (word === undefined || seen.has(`${word} ${found.line}`)) return []
    seen.add(`${word} ${found.line}`)
    const says = `says "${found.text.trim().slice(0, 60)}": ${word} is a word of the product, and the machinery serves any record`
    return [{ rule: 'product word' as const, path, line: found.line, says }]
  })
}

export function productWords(tree: Tree): readonly string[] {
  const records = [...tree.keys()].flatMap(
    (path) => /^src\/areas\/[^/]+\/records\/([a-z-]+)\.ts$/.exec(path)?.[1] ?? [],
  )
  return [...new Set([...always, ...records])].filter((word) => !(word in known))
}

function holds(text: string, word: string): boolean {
  const tokens = ` ${tokensOf(text).join(' ')} `
  return formsOf(word).some((form) => tokens.includes(` ${form} `))
}

function pointsAt(text: string, word: string, whole: boolean): boolean {
  if (/\s/.test(text.trim())) return false
  const tokens = tokensOf(text)
  const pointer = /^(id|ids|ref|refs)$/.test(tokens.at(-1) ?? '')
  return (
    (pointer || whole) && formsOf(word).includes((pointer ? tokens.slice(0, -1) : tokens).join(' '))
  )
}

/** `roadmapItems`, `roadmap-items` and `Roadmap items` are the same two words. */
const tokensOf = (text: string): readonly string[] =>
  text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((token) => token !== '')

function formsOf(word: string): readonly string[] {
  const singular = word.replaceAll('-', ' ')
  const plural = singular.endsWith('y') ? `${singular.slice(0, -1)}ies` : `${singular}s`
  return [singular, plural]
}
