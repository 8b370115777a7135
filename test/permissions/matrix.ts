import { serverCatalogue as catalogue } from '../../src/areas/server.ts'
import type { Row } from '../../src/engine/record.ts'
import type { Right } from '../../scripts/permission-laws.ts'
import {
  allowed,
  answerTo,
  asOfNowhere,
  leaksIn,
  type Answered,
  type Forbidden,
  type Send,
} from './asking.ts'
import type { Principal } from './people.ts'
import type { Found, Pool } from './pool.ts'
import { kindAsked, questionsOf, type Question } from './questions.ts'
import { relations, type Relation, type Side } from './side.ts'

/** A question and what the page says of its answer. */
interface Case {
  readonly right: Right
  readonly relation: Relation | undefined
  readonly question: Question
  readonly allowed: readonly number[]
  readonly found: Found | undefined
}

export interface Tried {
  readonly count: number
  readonly wrong: readonly string[]
}

export interface Bench {
  readonly send: Send
  readonly pool: Pool
  readonly sideOf: (who: Principal) => Side
  readonly forbiddenTo: (who: Principal) => Promise<Forbidden>
  /** What both workspaces hold, as one short text. */
  readonly state: () => Promise<string>
  /** The commit that made a row. */
  readonly seqOf: (row: Row) => Promise<number>
}

const isRefused = (one: Case): boolean => one.allowed.every((status) => status >= 400)

/**
 * Everything that somebody can ask about a row of every relation. First what must be refused, all of
 * which together must change nothing; then what is answered, one after the other.
 */
export async function ask(
  bench: Bench,
  who: Principal,
  rights: readonly Right[],
  asked: readonly Relation[] = relations,
): Promise<Tried> {
  const cases = await casesOf(bench, who, rights, asked)
  const forbidden = await bench.forbiddenTo(who)
  const wrong: string[] = []
  const unseen = new Map<string, string>()
  const one = async (tried: Case): Promise<void> => {
    const { method, path, json } = tried.question
    const question = `${method} ${path} ${JSON.stringify(json ?? '')}`
    const answered = await answerTo(bench.send, who, tried.question)
    const says = `${who.name}, ${tried.relation ?? 'no row'}: ${question.slice(0, 200)}: ${answered.status} ${answered.text.slice(0, 200)}`
    if (!tried.allowed.includes(answered.status))
      wrong.push(`${says} (the page allows ${tried.allowed.join(', ')})`)
    const leaks = leaksIn(answered.whole, question, forbidden)
    if (leaks.length > 0) wrong.push(`${says} holds ${[...new Set(leaks)].join(', ')}`)
    wrong.push(...tellsApart(unseen, tried, answered, says))
  }
  const before = await bench.state()
  await inParallel(cases.filter(isRefused), one)
  if ((await bench.state()) !== before) wrong.push(`${who.name}: something refused was done`)
  for (const tried of cases.filter((each) => !isRefused(each))) await one(tried)
  return { count: cases.length, wrong }
}

/** Refusals that let somebody tell a row that is hidden from one that never was. */
function tellsApart(
  unseen: Map<string, string>,
  { right, relation, question, found }: Case,
  answered: Answered,
  says: string,
): readonly string[] {
  if (relation === undefined || found === undefined || answered.status < 400) return []
  if (!['team', 'draft', 'product', 'foreign', 'missing'].includes(relation)) return []
  const told = asOfNowhere(answered)
  // A command that takes another one before it is compared with its own kind.
  const asked = question.path.startsWith('/commands/') ? question.path : right.operation
  const first = unseen.get(asked) ?? told
  unseen.set(asked, first)
  return first === told ? [] : [`${says} is told apart from ${first.slice(0, 200)}`]
}

async function casesOf(
  { pool, sideOf, seqOf }: Bench,
  who: Principal,
  rights: readonly Right[],
  asked: readonly Relation[],
): Promise<readonly Case[]> {
  const cases: Case[] = []
  for (const right of rights) {
    const kind = kindAsked(right, catalogue)
    for (const relation of kind === undefined ? [undefined] : asked) {
      // Who is held to nothing sees what is in another product as they see the rest.
      if (relation === 'product' && who.held !== true) continue
      // Sequences of commits are counted in each workspace from one.
      const isUndo = right.operation.endsWith('/undo')
      if (isUndo && ['own', 'foreign', 'trash'].includes(relation ?? '')) continue
      const found =
        kind === undefined || relation === undefined
          ? undefined
          : await pool.take(kind, relation, who, right.operation.split('/').at(-1))
      if (kind !== undefined && found === undefined) continue
      const may = allowed(right, who, relation)
      const seq = isUndo && found !== undefined ? await seqOf(found.row) : 0
      for (const question of questionsOf(right, found?.row, sideOf(who), catalogue, seq))
        cases.push({ right, relation, question, allowed: may, found })
      // What is written once stands there no more for the next question about it.
      if (
        found !== undefined &&
        !may.every((status) => status >= 400) &&
        !right.operation.startsWith('GET')
      )
        pool.spend(found)
    }
  }
  return cases
}

/** Eight at a time. */
export async function inParallel<T>(
  all: readonly T[],
  work: (one: T) => Promise<void>,
): Promise<void> {
  for (let at = 0; at < all.length; at += 8) await Promise.all(all.slice(at, at + 8).map(work))
}
