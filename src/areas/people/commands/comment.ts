import { command, type Command, type Scene } from '../../../engine/command.ts'
import { crud, present } from '../../../engine/crud.ts'
import { ref, text } from '../../../engine/field.ts'
import { link } from '../../../engine/link.ts'
import { denied, invalid, unknown } from '../../../engine/problem.ts'
import { noRecord } from '../../../engine/refusals.ts'
import { sentence } from '../../../engine/words.ts'
import { attachment } from '../records/attachment.ts'
import { comment as kind } from '../records/comment.ts'
import { follower } from '../records/follower.ts'
import { inbox } from '../records/inbox.ts'
import { mentionsIn, toldOf, type Standing } from './concern.ts'
import { joining } from './follow.ts'
import { puttingBack } from './put-back.ts'

/**
 * Says something about a record, or answers a comment on it. Whoever comments follows the record from
 * then on, unless they said that they want to hear no more of it.
 */
export const comment = command({
  name: 'comment',
  says: 'Comment',
  on: 'comment',
  input: {
    id: ref({ label: 'Id', to: 'comment', help: 'UUID version 7, made by the client' }),
    on: text({
      label: 'On',
      max: 64,
      required: true,
      help: 'The ref of the record, such as IDEA-7; that of a comment answers it',
    }),
    text: kind.fields.text,
    mentionIds: kind.fields.mentionIds,
  },
  may: 'contributor',
  decide: async ({ id, on, text: said, mentionIds: chosen }, scene) => {
    const place = await placeOf(on, scene)
    const mentionIds = await mentionsIn(said, chosen ?? [], scene)
    const row = {
      onKind: place.record,
      onId: place.row.id,
      threadId: place.threadId,
      text: said,
      mentionIds,
      told: await toldOf(place, mentionIds, scene.actor.id, scene),
    }
    const made = id ?? scene.newId()
    return {
      changes: [
        { op: 'create', record: kind.name, id: made, row },
        ...(await joining(place.record, place.row.id, scene)),
      ],
      result: { id: made },
    }
  },
})

/** The plain verbs of a comment. Its words are its author's alone; whoever a change of them mentions is told. */
export const commentCommands: readonly Command[] = crud(kind).flatMap((verb) =>
  verb.name === 'create-comment' ? [] : [{ ...byAuthor(verb), may: 'contributor' as const }],
)

function byAuthor(verb: Command): Command {
  if (verb.name === 'update-comment') return rewording(verb)
  return verb.name === 'restore-comment' ? puttingBack(verb) : verb
}

function rewording(verb: Command): Command {
  return {
    ...verb,
    decide: async (input: Readonly<Record<string, unknown>>, scene) => {
      const before = await present(kind, input['id'], scene)
      if (before.createdById !== scene.actor.id && scene.actor.kind !== 'system')
        throw denied(
          sentence('{ref} was written by somebody else. Only they can change its words.', {
            ref: before.ref,
          }),
        )
      const said = String(input['text'] ?? before['text'])
      const place = await standingOf(before, scene)
      const known = (before['mentionIds'] ?? []) as readonly string[]
      const unsaid = input['text'] === undefined ? known : []
      const chosen = (input['mentionIds'] ?? unsaid) as readonly string[]
      const mentionIds = await mentionsIn(said, chosen, scene, known)
      const told = await toldOf(place, mentionIds, before.createdById, scene)
      const { changes } = await verb.decide({ ...input, mentionIds }, scene)
      return {
        changes: changes.map((change) =>
          change.op === 'update' ? { ...change, patch: { ...change.patch, told } } : change,
        ),
      }
    },
  }
}

/** What bears no comments: what is itself said about a record, and what is one's own. */
const bearsNone: ReadonlySet<string> = new Set([
  link.name,
  attachment.name,
  follower.name,
  inbox.name,
])

/** Where a comment on this would stand: on the record, or in the thread of the comment that it answers. */
async function placeOf(on: string, scene: Scene): Promise<Standing> {
  const found = await scene.reader.find(on)
  if (found === undefined) throw unknown(noRecord(on))
  const { record, row } = found
  if (bearsNone.has(record))
    throw invalid(sentence('Nobody can comment on {on}.', { on: row.ref }), [
      { at: 'on', says: 'Name what it is about: the record itself, or a comment on it.' },
    ])
  if (record !== kind.name) return { record, row, threadId: null }
  const { threadId, ...standing } = await standingOf(row, scene)
  return { ...standing, threadId: threadId ?? row.id }
}

async function standingOf(row: Readonly<Record<string, unknown>>, scene: Scene): Promise<Standing> {
  const record = String(row['onKind'])
  const bearer = await scene.reader.get(record, String(row['onId']))
  if (bearer === undefined) throw unknown(noRecord(String(row['ref'])))
  const threadId = row['threadId']
  return { record, row: bearer, threadId: typeof threadId === 'string' ? threadId : null }
}
