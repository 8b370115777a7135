import { gunzipSync } from 'node:zlib'
import { keyAllows } from '../../src/areas/people/index.ts'
import type { Right } from '../../scripts/permission-laws.ts'
import type { Question } from './questions.ts'
import type { Principal } from './people.ts'
import { nowhere, type Relation, type Side } from './side.ts'

/** How a question is put: over the network, or to an app with a fault that a test has planted. */
export type Send = (path: string, init: RequestInit) => Promise<Response>

export interface Answered {
  readonly status: number
  readonly text: string
  /** Status, headers and body in one text, for looking into. */
  readonly whole: string
}

export async function answerTo(
  send: Send,
  who: Principal,
  { method, path, json, text }: Question,
): Promise<Answered> {
  const leave = new AbortController()
  const body = json === undefined ? text : JSON.stringify(json)
  const response = await send(`/api/v1${path}`, {
    method,
    redirect: 'manual',
    signal: leave.signal,
    headers: {
      ...who.headers,
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body }),
  })
  const told = await textOf(response, leave)
  const headers = JSON.stringify([...response.headers])
  return { status: response.status, text: told, whole: `${response.status} ${headers} ${told}` }
}

/** A body as text: an archive unpacked, a stream until it has told all that was missed. */
async function textOf(response: Response, leave: AbortController): Promise<string> {
  if (response.headers.get('content-type')?.startsWith('text/event-stream') !== true) {
    const bytes = Buffer.from(await response.arrayBuffer())
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes).toString() : bytes.toString()
  }
  let told = ''
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  while (!/event: (current|reset|ended)/.test(told)) {
    const step = await reader?.read()
    if (step === undefined || step.done) break
    told += step.value
  }
  leave.abort()
  return told
}

const done = [200, 201, 202, 204] as const

/** Which statuses the page allows for a question about such a row. */
export function allowed(
  right: Right,
  who: Principal,
  relation: Relation | undefined,
): readonly number[] {
  if (right.nobody === 'yes') return done
  if (who.role === undefined) return [401]
  const scopes = right.scope === '–' ? [] : right.scope.split(' ')
  if (!scopes.every((one) => covers(who.scopes, one))) return [403]
  if (who.kind === 'key' && right.keys === 'no') return [403]
  const cell = right.cells[who.role]
  const isMany = /\/(set|trash)-/.test(right.operation)
  const isUnseen = relation !== undefined && !['own', 'seen', 'trash'].includes(relation)
  const isRestored = right.operation.includes('restore')
  if (isRestored && (relation === 'own' || relation === 'seen')) return [200, 403, 404]
  if (cell === 'no')
    return isUnseen || relation === 'trash' ? [403, 404, 422] : isMany ? [403, 422] : [403]
  if (who.held === true && madeByNobodyHeld.has(right.operation)) return [403]
  if (isUnseen) return unseen[right.unseen]
  if (relation === undefined) return done
  if (relation === 'trash')
    return !isRestored
      ? right.unseen === 'left out'
        ? done
        : [404, 422]
      : cell === 'own'
        ? [403, 404]
        : cell === 'none'
          ? [404]
          : done
  if (cell === 'none') return [404]
  return cell === 'own' && relation === 'seen' ? (isMany ? [403, 404, 422] : [403, 404]) : done
}

/** A new product lies in none that somebody is held to. */
const madeByNobodyHeld: ReadonlySet<string> = new Set([
  'POST /products',
  'POST /commands/create-product',
])

const unseen: Readonly<Record<Right['unseen'], readonly number[]>> = {
  'left out': done,
  '404': [404],
  refused: [404, 422],
  '–': done,
}

const covers = (scopes: readonly string[], needed: string): boolean => {
  const [way, plural = ''] = needed.split(':')
  return keyAllows(scopes, way as 'read' | 'write', plural)
}

/** What must never stand in an answer to somebody: words that say who sees them, and ids of hidden rows. */
export interface Forbidden {
  readonly words: readonly string[]
  readonly ids: ReadonlySet<string>
}

export function forbiddenTo(
  who: Principal,
  mine: Side,
  theirs: Side,
  idsOf: Readonly<Record<'mine' | 'theirs', ReadonlySet<string>>>,
): Forbidden {
  const [here, there, elsewhere] =
    who.at === 'mine' ? [mine, theirs, idsOf.theirs] : [theirs, mine, idsOf.mine]
  const sees = who.role === 'admin' || who.role === 'owner'
  return {
    words: [
      ...Object.values(there.words),
      here.words.hidden,
      ...(who.role === undefined ? [here.words.open] : []),
      ...(sees ? [] : [here.words.admins]),
      ...(who.held === true ? [here.words.others] : []),
    ],
    ids: new Set([...elsewhere, ...here.hiddenIds, ...(who.held === true ? here.otherIds : [])]),
  }
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi

/** What an answer holds that it should not, less what the question itself has said. */
export function leaksIn(answer: string, question: string, forbidden: Forbidden): readonly string[] {
  return [
    ...forbidden.words.filter((word) => answer.includes(word) && !question.includes(word)),
    ...(answer.match(uuid) ?? []).filter(
      (id) => forbidden.ids.has(id.toLowerCase()) && !question.includes(id),
    ),
  ]
}

/** A refusal in the words in which it would be told of a row that never was. */
export const asOfNowhere = ({ status, text }: Answered): string =>
  `${status} ${text.replaceAll(uuid, nowhere).replaceAll(/commit \d+/g, 'commit 0')}`
