import { attach, attachment } from '../../areas/people/index.ts'
import { hasRole } from '../../engine/access.ts'
import type { Ports } from '../../engine/ports.ts'
import { denied, invalid, must, unknown } from '../../engine/problem.ts'
import type { Row } from '../../engine/record.ts'
import { needsRole, noRecord } from '../../engine/refusals.ts'
import { parseInput } from '../../engine/schema.ts'
import { sentence } from '../../engine/words.ts'
import type { Outcome, Store } from '../../store/store.ts'
import { empty, json, type Answer } from '../../surfaces/rest/answer.ts'
import type { Ask, Doors, Taking } from '../../surfaces/rest/door.ts'
import { etagOf as rowEtag, isKnown } from '../../surfaces/rest/etag.ts'
import { inputOf } from '../../surfaces/rest/inputs.ts'
import { addressOf, notThere, rowAt } from '../../surfaces/rest/named.ts'
import { parametersOf } from '../../surfaces/rest/parameters.ts'
import { base, type Route } from '../../surfaces/rest/route.ts'
import { withFile, type Keeper } from './keeper.ts'
import { bodyOf, etagOf, headersOf } from './serving.ts'

const list = `${base}/${attachment.plural}`

/** Files in and out, at the same doors as everything else. */
export const fileRoutes = (
  store: Store,
  keeper: Keeper,
  ports: Pick<Ports, 'newId'>,
  doors: Doors,
): readonly Route[] => [
  {
    method: 'POST',
    path: list,
    handle: doors.taking((asked, bytes) => takeFile(store, keeper, ports, asked, bytes)),
  },
  {
    method: 'GET',
    path: `${list}/:id/content`,
    handle: doors.reading((asked) => giveFile(store, keeper, asked)),
  },
]

async function takeFile(
  store: Store,
  keeper: Keeper,
  { newId }: Pick<Ports, 'newId'>,
  asked: Taking,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Answer> {
  const { actor, cause, words } = asked
  asked.needs('write', attachment.plural)
  const input = parseInput(attach, inputOf(attach.input, parametersOf(asked.url)))
  await refuseEarly(store, asked, String(input['on']))
  const called = nameSent(asked.header('throughline-file-name'))
  return withFile(keeper, newId(), called, bytes, ({ file, sent, keep }) =>
    asked.once({ called, sent }, async (once) => {
      // On the shelf before the row is: a row without its bytes would be a promise that nobody keeps.
      await keep(actor.workspaceId)
      const options = { cause, words, file, once: once(madeAnswer) }
      const outcome = await store.apply(actor, attach.name, input, options)
      // Somebody who swept meanwhile did not know of the row yet.
      if (!(await keeper.shelf.has({ workspaceId: actor.workspaceId, sha256: file.sha256 })))
        await keep(actor.workspaceId)
      return madeAnswer(outcome)
    }),
  )
}

/** Whoever may not, or names nothing, hears so before all the bytes are sent. The command asks again. */
async function refuseEarly(store: Store, { actor }: Ask, on: string): Promise<void> {
  if (!hasRole(actor, attach.may)) throw denied(needsRole(attach.says, attach.may, actor.role))
  if ((await store.reader(actor).find(on)) === undefined) throw unknown(noRecord(on))
}

function madeAnswer({ changed, seq }: Outcome): Answer {
  const row = must(changed.find(({ record }) => record === attachment.name)?.row, 'the new row')
  const body = JSON.stringify(row)
  return json(row, 201, {
    ETag: rowEtag(row, body),
    Location: addressOf(attachment, row),
    'Throughline-Seq': String(seq),
  })
}

async function giveFile(store: Store, { shelf }: Keeper, asked: Ask): Promise<Answer> {
  const { actor, needs, part, url, header, method } = asked
  needs('read', attachment.plural)
  const how = howOf(url)
  const reader = store.reader(actor)
  const row = await rowAt(attachment, part('id'), reader, url)
  // What lies in the trash shows its files no more.
  if ((await reader.get(String(row['onKind']), String(row['onId']))) === undefined)
    throw notThere(attachment, part('id'))
  const headers = headersOf(row, how)
  if (isKnown(header('if-none-match'), etagOf(row))) {
    const { 'Content-Length': _, ...rest } = headers
    return empty(304, rest)
  }
  const name = { workspaceId: actor.workspaceId, sha256: String(row['sha256']) }
  if (method === 'HEAD') {
    if (!(await shelf.has(name))) throw missing(row)
    return empty(200, headers)
  }
  const bytes = await shelf.open(name)
  if (bytes === undefined) throw missing(row)
  return { status: 200, body: bodyOf(bytes), headers }
}

function howOf(url: string): 'shown' | 'kept' {
  const given = parametersOf(url)
  for (const [name, value] of given)
    if (name !== 'download' || value !== '1')
      throw invalid(sentence('A file is asked for as it is, or with download=1 to be kept.'), [
        { at: `?${name}`, says: sentence('Leave it out, or send download=1.') },
      ])
  return given.has('download') ? 'kept' : 'shown'
}

const missing = (row: Row) =>
  unknown(
    sentence('{ref} is known here, but its bytes are not. Attach the file once more.', {
      ref: row.ref,
    }),
  )

/** Percent-encoded UTF-8, since a header is ASCII. */
function nameSent(header: string | undefined): string {
  try {
    return decodeURIComponent(header ?? '')
  } catch {
    const says = sentence('The name of the file, percent-encoded as UTF-8.')
    throw invalid(sentence('The header Throughline-File-Name cannot be read.'), [
      { at: 'Throughline-File-Name', says },
    ])
  }
}
