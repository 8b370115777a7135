import type { Catalogue } from '../../engine/catalogue.ts'
import { hasRole } from '../../engine/access.ts'
import { isUuid } from '../../engine/ids.ts'
import type { Reader } from '../../engine/ports.ts'
import { denied, invalid, must, unknown, type Problem } from '../../engine/problem.ts'
import type { View } from '../../engine/view.ts'
import { type Words, sentence } from '../../engine/words.ts'
import type { Store } from '../../store/store.ts'
import { inWords, json } from './answer.ts'
import type { Doors } from './door.ts'
import { inputOf } from './inputs.ts'
import { nameOfAny } from './named.ts'
import { asksOf, lineViews } from './openapi.ts'
import { checkNames, parametersOf, type Parameters } from './parameters.ts'
import { base, type Route } from './route.ts'
import { noRecord } from '../../engine/refusals.ts'

/** How the answer of a view reads as Markdown. */
export type Writers = Readonly<Record<string, (answer: unknown, words: Words) => string>>

/** What can be read that is no list and no row: views, history, and who one is. */
export function readingRoutes(
  catalogue: Catalogue,
  store: Store,
  doors: Doors,
  markdown: Writers,
): readonly Route[] {
  const views = catalogue.views.map((view): Route => ({
    method: 'GET',
    path: `${base}/views/${view.name}`,
    handle: doors.reading(async ({ actor, needs, url, words }) => {
      for (const plural of pluralsRead(view, catalogue)) needs('read', plural)
      const input = inputOf(view.input, parametersOf(url))
      return json(await store.view(actor, view.name, input, words), 200, inWords(words))
    }),
  }))
  const lines = lineViews
    .flatMap((name) => catalogue.view(name) ?? [])
    .map((view): Route => ({
      method: 'GET',
      path: `${base}/${view.name}/:ref`,
      handle: doors.reading(async ({ actor, needs, url, part, words }) => {
        for (const plural of pluralsRead(view, catalogue)) needs('read', plural)
        const { [asksOf(view)]: _, ...rest } = view.input
        const given = new Map(parametersOf(url))
        const format = given.get('format') ?? 'json'
        given.delete('format')
        const write = format === 'markdown' ? markdown[view.name] : undefined
        if (format !== 'json' && write === undefined)
          throw invalid(
            sentence('There is no format "{format}" here.', { format: format.slice(0, 40) }),
            [
              {
                at: '?format',
                says: sentence('One of: {list}.', {
                  list: markdown[view.name] === undefined ? 'json' : 'json, markdown',
                }),
              },
            ],
          )
        const name = nameOfAny(catalogue, part('ref'))
        const input = { ...inputOf(rest, given), [asksOf(view)]: name }
        const answer = await store.view(actor, view.name, input, words)
        return write === undefined
          ? json(answer, 200, inWords(words))
          : {
              status: 200,
              body: write(answer, words),
              headers: { 'Content-Type': 'text/markdown; charset=utf-8', ...inWords(words) },
            }
      }),
    }))
  return [
    ...views,
    ...lines,
    {
      method: 'GET',
      path: `${base}/history`,
      handle: doors.reading(async ({ actor, needs, url }) => {
        needs('read', '*')
        const given = parametersOf(url)
        checkNames(given, (name) => historyNames.includes(name), historyNames)
        const reader = store.reader(actor)
        const limit = whole(given, 'limit', 200) ?? 50
        const before = whole(given, 'cursor', Number.MAX_SAFE_INTEGER)
        const name = given.get('id')
        const id = name === undefined ? undefined : await idOf(nameOfAny(catalogue, name), reader)
        if (name !== undefined && id === undefined) throw absent(name)
        const data = await reader.history({
          limit,
          ...(before === undefined ? {} : { before }),
          ...(id === undefined ? {} : { id }),
        })
        if (name !== undefined && data.length === 0 && before === undefined) throw absent(name)
        return json({
          data,
          cursor: data.length < limit ? null : String(must(data.at(-1)).commit.seq),
        })
      }),
    },
    {
      method: 'GET',
      path: `${base}/history/verify`,
      handle: doors.reading(async ({ actor, needs, url }) => {
        needs('read', '*')
        checkNames(parametersOf(url), () => false, [])
        if (!hasRole(actor, 'admin'))
          throw denied('To verify the whole history takes the role admin.')
        return json(await store.verify(actor.workspaceId))
      }),
    },
    {
      method: 'GET',
      path: `${base}/me`,
      handle: doors.reading(async ({ actor, url }) => {
        checkNames(parametersOf(url), () => false, [])
        const workspace = (await store.identity.workspaces()).find(
          (one) => one.id === actor.workspaceId,
        )
        const { kind, id, name, role, teamIds, bounds } = actor
        return json({
          actor: { kind, id, name, role, teamIds, ...(bounds === undefined ? {} : { bounds }) },
          workspace: must(workspace, 'the workspace of an actor'),
        })
      }),
    },
  ]
}

const absent = (name: string): Problem => unknown(noRecord(name.slice(0, 64)))

/** A row that has gone has a past still, which its id finds. */
const idOf = async (name: string, reader: Reader): Promise<string | undefined> =>
  isUuid(name) ? name : (await reader.find(name))?.row.id

const pluralsRead = (view: View, catalogue: Catalogue): readonly string[] =>
  view.reads === 'any' ? ['*'] : view.reads.map((name) => catalogue.record(name).plural)

const historyNames: readonly string[] = ['id', 'limit', 'cursor']

const wholeFromOne = sentence('A whole number from 1.')

function whole(given: Parameters, name: string, most: number): number | undefined {
  const text = given.get(name)
  if (text === undefined) return undefined
  const value = /^\d{1,16}$/.test(text) ? Number(text) : 0
  if (value >= 1 && value <= most) return value
  throw invalid(
    sentence('"{name}" in the address does not fit. {says}', { name, says: wholeFromOne }),
    [{ at: `?${name}`, says: wholeFromOne }],
  )
}
