import type { Catalogue } from '../../engine/catalogue.ts'
import { must, invalid } from '../../engine/problem.ts'
import type { RecordKind, Row } from '../../engine/record.ts'
import type { Outcome, Store } from '../../store/store.ts'
import { type Answer, empty, json, withResult } from './answer.ts'
import type { Doors, Write } from './door.ts'
import { etagOf, isKnown, versionIn } from './etag.ts'
import { addressOf, nameIn, notThere, rowAt, trashedId } from './named.ts'
import { plainVerb, type PlainVerb } from './plain-verbs.ts'
import { offerOf, queryOf } from './query.ts'
import { base, type Route } from './route.ts'

/** The routes of one record: its list, its rows, and those of the plain verbs that it has. */
export function recordRoutes(
  kind: RecordKind,
  catalogue: Catalogue,
  store: Store,
  doors: Doors,
): readonly Route[] {
  const list = `${base}/${kind.plural}`
  const item = `${list}/:id`
  const offer = offerOf(kind)
  const has = (verb: PlainVerb): boolean => plainVerb(verb, kind, catalogue) !== undefined

  /** Writes, and answers from what was written; undefined where that does not say it. */
  const write = async (
    verb: PlainVerb,
    input: Readonly<Record<string, unknown>>,
    asked: Write,
    answerOf: (outcome: Outcome) => Answer | undefined,
  ): Promise<Answer> => {
    asked.needs('write', kind.plural)
    // A merged row's address leads on before anything is written.
    if (kind.foldedBy !== undefined && (verb === 'update' || verb === 'remove'))
      await rowAt(kind, asked.part('id'), store.reader(asked.actor), asked.url)
    const outcome = await store.apply(asked.actor, `${verb}-${kind.name}`, input, {
      cause: asked.cause,
      once: asked.once(answerOf),
      words: asked.words,
    })
    const answer = answerOf(outcome)
    if (answer !== undefined) return answer
    const row = await store.reader(asked.actor).get(kind.name, nameIn(kind, asked.part('id')))
    if (row !== undefined) return rowAnswer(row, 200, seqOf(outcome))
    if (outcome.seq > 0) throw notThere(kind, asked.part('id'))
    // There was nothing to do, and then somebody removed it: asked again, it comes after that.
    return write(verb, input, asked, answerOf)
  }

  /** The row as it then stands. */
  const changedRow = (outcome: Outcome): Answer | undefined => {
    const row = outcome.changed.find((one) => one.record === kind.name && one.row !== null)?.row
    return row === undefined || row === null ? undefined : rowAnswer(row, 200, seqOf(outcome))
  }

  const routes: Route[] = [
    {
      method: 'GET',
      path: list,
      handle: doors.reading(async ({ actor, needs, url }) => {
        needs('read', kind.plural)
        const reader = store.reader(actor)
        const page = await reader.list(kind.name, await queryOf(offer, url, reader))
        return json(page)
      }),
    },
    {
      method: 'GET',
      path: item,
      handle: doors.reading(async ({ actor, needs, url, part, header }) => {
        needs('read', kind.plural)
        const answer = rowAnswer(await rowAt(kind, part('id'), store.reader(actor), url), 200, {})
        const etag = must(answer.headers['ETag'])
        return isKnown(header('if-none-match'), etag) ? empty(304, { ETag: etag }) : answer
      }),
    },
  ]
  if (has('create'))
    routes.push({
      method: 'POST',
      path: list,
      handle: doors.writing((asked) =>
        write('create', asked.body, asked, (outcome) => {
          const row = must(
            outcome.changed.find((change) => change.op === 'create' && change.record === kind.name)
              ?.row,
            'the row that was created',
          )
          return withResult(
            rowAnswer(row, 201, { Location: addressOf(kind, row), ...seqOf(outcome) }),
            outcome.result,
            (result) => ({ ...row, ...result }),
          )
        }),
      ),
    })
  if (has('update'))
    routes.push({
      method: 'PATCH',
      path: item,
      handle: doors.writing(async (asked) =>
        write('update', { ...asked.body, ...targetOf(kind, asked) }, asked, changedRow),
      ),
    })
  if (has('remove'))
    routes.push({
      method: 'DELETE',
      path: item,
      handle: doors.writing(
        async (asked) =>
          write('remove', { ...asked.body, ...targetOf(kind, asked) }, asked, (outcome) =>
            empty(204, seqOf(outcome)),
          ),
        'mayLack',
      ),
    })
  if (has('restore'))
    routes.push({
      method: 'POST',
      path: `${item}/restore`,
      handle: doors.writing(async (asked) => {
        const target = targetOf(kind, asked)
        const id = await trashedId(kind, asked.part('id'), store.reader(asked.actor))
        return write('restore', { ...asked.body, ...target, id }, asked, changedRow)
      }, 'mayLack'),
    })
  return routes
}

export const seqOf = (outcome: Pick<Outcome, 'seq'>): Answer['headers'] => ({
  'Throughline-Seq': String(outcome.seq),
})

function rowAnswer(row: Row, status: number, headers: Answer['headers']): Answer {
  const body = JSON.stringify(row)
  return {
    status,
    body,
    headers: { 'Content-Type': 'application/json', ETag: etagOf(row, body), ...headers },
  }
}

/** The row that the address names, and the version that If-Match or the body says was seen. */
function targetOf(kind: RecordKind, asked: Write): Readonly<Record<string, unknown>> {
  const id = nameIn(kind, asked.part('id'))
  const given = asked.body['id']
  if (
    given !== undefined &&
    (typeof given !== 'string' || given.toUpperCase() !== id.toUpperCase())
  )
    throw invalid(
      'The body names another record than the address does. Leave "id" out of the body.',
      [{ at: 'id', says: 'Leave it out.' }],
    )
  const version = versionIn(asked.header('if-match'))
  const told = asked.body['version']
  if (version !== undefined && told !== undefined && told !== version)
    throw invalid('If-Match and "version" in the body name different versions. Send one of them.', [
      { at: 'version', says: 'Leave it out.' },
    ])
  return version === undefined ? { id } : { id, version }
}
