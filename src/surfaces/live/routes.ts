import type { Actor } from '../../engine/access.ts'
import { invalid, Problem, unknown } from '../../engine/problem.ts'
import type { LetOut } from '../../store/let-out.ts'
import type { Store } from '../../store/store.ts'
import { empty, type Answer } from '../rest/answer.ts'
import type { Ask, Doors } from '../rest/door.ts'
import { nameOfAny } from '../rest/named.ts'
import { base, type Route } from '../rest/route.ts'
import type { Hub } from './hub.ts'
import { recordsAsked, snapshotLines } from './snapshot.ts'
import { sentence } from '../../engine/words.ts'
import { noRecord } from '../../engine/refusals.ts'

/** A snapshot, what happens after it, and who is where. */
export function liveRoutes(store: Store, hub: Hub, doors: Doors): readonly Route[] {
  const { catalogue, live } = store
  return [
    {
      method: 'GET',
      path: `${base}/snapshot`,
      handle: doors.reading(async ({ actor, needs, url, header, method }) => {
        const kinds = recordsAsked(catalogue, url)
        if (new URL(url).searchParams.has('record'))
          for (const { plural } of kinds) needs('read', plural)
        else needs('read', '*')
        const coding = /\bgzip\b/i.test(header('accept-encoding') ?? '') ? 'gzip' : undefined
        const headers = {
          'Content-Type': 'application/x-ndjson; charset=utf-8',
          Vary: 'Accept-Encoding',
          ...(coding === undefined ? {} : { 'Content-Encoding': coding }),
        }
        if (method === 'HEAD') return empty(200, headers)
        const records = kinds.map(({ name }) => name)
        return { status: 200, body: await snapshotLines(live, actor, records, coding), headers }
      }),
    },
    {
      method: 'GET',
      path: `${base}/live`,
      handle: doors.reading(async (ask) => {
        ask.needs('read', '*')
        const after = placeIn(ask)
        return ask.method === 'HEAD'
          ? empty(200, streaming)
          : {
              status: 200,
              body: await hub.open(ask.actor, after, () => standsFor(ask), ask.line),
              headers: streaming,
            }
      }),
    },
    {
      method: 'POST',
      path: `${base}/live/presence`,
      handle: doors.writing(async ({ actor, needs, body }) => {
        needs('read', '*')
        const { at, doing, place } = presenceIn(body)
        const found = at === null ? null : await store.reader(actor).find(nameOfAny(catalogue, at))
        if (found === undefined) throw unknown(noRecord(String(at)))
        const said = await live.presence.put(
          actor,
          place,
          found === null ? null : { record: found.record, id: found.row.id, doing },
        )
        if (said === 'moved') hub.moved(actor.workspaceId)
        return empty(204)
      }),
    },
  ]
}

/** Whoever is in another workspace too is refused as somebody who never was in this one. */
async function standsFor(ask: Ask): Promise<Actor | LetOut> {
  const guest = await ask.again().catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'unknown') return undefined
    throw error
  })
  return guest?.actor ?? ask.letOut()
}

const streaming: Answer['headers'] = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  // A proxy that gathers would keep everything to itself.
  'X-Accel-Buffering': 'no',
}

/** Where to go on from: what the address says, or what a browser that comes again remembers. */
function placeIn({ url, header }: Ask): number | undefined {
  // A browser keeps the address it began with; what it remembers is newer.
  const given = header('last-event-id') ?? new URL(url).searchParams.get('after') ?? ''
  if (given === '') return undefined
  if (!/^\d{1,15}$/.test(given))
    throw invalid(sentence('"{given}" is no place in history.', { given: given.slice(0, 60) }), [
      {
        at: '?after',
        says: 'The "seq" of a snapshot or the id of an event; left out, from now on.',
      },
    ])
  return Number(given)
}

function presenceIn(body: Readonly<Record<string, unknown>>): {
  readonly at: string | null
  readonly doing: 'reading' | 'editing'
  readonly place: string
} {
  const { at, doing = 'reading', place = '' } = body
  const strange = Object.keys(body).filter((name) => !['at', 'doing', 'place'].includes(name))
  const wrong = [
    ...(at === null || (typeof at === 'string' && at.length <= 64)
      ? []
      : [{ at: 'at', says: 'The ref or id of a record, or null for none.' }]),
    ...(doing === 'reading' || doing === 'editing'
      ? []
      : [{ at: 'doing', says: 'reading or editing.' }]),
    ...(typeof place === 'string' && /^[\w-]{0,40}$/.test(place)
      ? []
      : [{ at: 'place', says: 'At most 40 letters and digits that name one of several windows.' }]),
    ...strange.map((name) => ({ at: name, says: 'There is no such field here.' })),
  ]
  if (wrong.length > 0) throw invalid('This does not say where somebody is.', wrong)
  return {
    at: at as string | null,
    doing: doing as 'reading' | 'editing',
    place: place as string,
  }
}
