import { command, type Command, type Scene } from '../../../engine/command.ts'
import { crud } from '../../../engine/crud.ts'
import { ref, text } from '../../../engine/field.ts'
import { link } from '../../../engine/link.ts'
import { denied, invalid, unknown } from '../../../engine/problem.ts'
import { noRecord } from '../../../engine/refusals.ts'
import { sentence } from '../../../engine/words.ts'
import { attachment as kind } from '../records/attachment.ts'
import { comment } from '../records/comment.ts'
import { follower } from '../records/follower.ts'
import { inbox } from '../records/inbox.ts'
import { puttingBack } from './put-back.ts'

/**
 * Puts a file on a record; named by a comment, on the record that it stands on. It stands on the bytes that
 * came with it and on nothing that a request says of them: whoever knows only the digest of a file does not
 * get the file by it.
 */
export const attach = command({
  name: 'attach',
  says: 'Attach a file',
  on: 'attachment',
  input: {
    id: ref({ label: 'Id', to: 'attachment', help: 'UUID version 7, made by the client' }),
    on: text({
      label: 'On',
      max: 64,
      required: true,
      help: 'The ref of the record, such as IDEA-7',
    }),
  },
  may: 'contributor',
  promises: ['adds'],
  decide: async ({ id, on }, scene) => {
    const { file } = scene
    if (file === undefined) throw denied('A file is attached by sending its bytes.')
    const place = await placeOf(on, scene)
    const made = id ?? scene.newId()
    const row = { onKind: place.record, onId: place.id, ...file }
    return { changes: [{ op: 'create', record: kind.name, id: made, row }], result: { id: made } }
  },
})

/** The plain verbs of a file that is there: its name, the trash and back. */
export const attachmentCommands: readonly Command[] = crud(kind).flatMap((verb) =>
  verb.name === 'create-attachment'
    ? []
    : [
        {
          ...(verb.name === 'restore-attachment' ? puttingBack(verb) : verb),
          may: 'contributor' as const,
        },
      ],
)

/** What bears no files: what is itself on a record, and what is one's own. */
const bearsNone: ReadonlySet<string> = new Set([link.name, kind.name, follower.name, inbox.name])

async function placeOf(
  on: string,
  { reader }: Scene,
): Promise<{ readonly record: string; readonly id: string }> {
  const found = await reader.find(on)
  if (found === undefined) throw unknown(noRecord(on))
  const { record, row } = found
  if (record === comment.name) return { record: String(row['onKind']), id: String(row['onId']) }
  if (bearsNone.has(record))
    throw invalid(sentence('Nothing can be attached to {on}.', { on: row.ref }), [
      { at: 'on', says: 'Name the record that it is about.' },
    ])
  return { record, id: row.id }
}
