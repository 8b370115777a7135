import { command, type Command, type Scene } from '../../../engine/command.ts'
import { crud, present } from '../../../engine/crud.ts'
import { number, ref } from '../../../engine/field.ts'
import { invalid } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'
import { feedback } from '../records/feedback.ts'
import { quote } from '../records/quote.ts'
import { passageOf, type Passage } from '../rules/passage.ts'
import { sentence } from '../../../engine/words.ts'

/** The verbs of a quote: its words are always those of its feedback. */
export const quoting: readonly Command[] = [
  command({
    name: 'create-quote',
    says: 'Quote a passage of a feedback',
    on: 'feedback',
    input: {
      id: ref({ label: 'Id', to: 'quote', help: 'UUID version 7, made by the client' }),
      feedbackId: quote.fields.feedbackId,
      start: quote.fields.start,
      end: quote.fields.end,
    },
    may: 'contributor',
    promises: ['adds'],
    decide: async ({ id, feedbackId, start, end }, scene) => {
      const home = await present(feedback, feedbackId, scene)
      const row = { feedbackId: home.id, ...cut(String(home['text']), start, end) }
      return { changes: [{ op: 'create', record: 'quote', id: id ?? scene.newId(), row }] }
    },
  }),
  command({
    name: 'update-quote',
    says: 'Quote another passage instead',
    on: 'quote',
    input: {
      id: ref({ label: 'Quote', to: 'quote', required: true }),
      version: number({
        label: 'Version',
        whole: true,
        help: 'The version you saw; another one is refused',
      }),
      start: number({ label: 'From', whole: true, min: 0 }),
      end: number({ label: 'To', whole: true, min: 1 }),
    },
    may: 'contributor',
    promises: ['settles'],
    decide: async ({ id, version, start, end }, scene) => {
      const row = await present(quote, id, scene)
      const home = await homeOf(row['feedbackId'], scene)
      const patch = cut(
        String(home['text']),
        start ?? Number(row['start']),
        end ?? Number(row['end']),
      )
      return {
        changes: [
          {
            op: 'update',
            record: 'quote',
            id: row.id,
            patch: { ...patch },
            version: version ?? undefined,
          },
        ],
      }
    },
  }),
  ...crud(quote).filter((verb) => ['remove-quote', 'restore-quote'].includes(verb.name)),
]

/** The feedback itself, also where it has been merged into another: its words are its own. */
export async function homeOf(id: unknown, scene: Scene): Promise<Row> {
  const [own] = await scene.reader.many('feedback', [String(id)])
  return own ?? present(feedback, id, scene)
}

/** The passage as a quote keeps it; refused in words where there is none, or too much of it. */
export function cut(whole: string, start: number, end: number): Passage {
  const passage = passageOf(whole, start, end)
  if ('says' in passage) throw invalid(passage.says, [{ at: 'end', says: passage.says }])
  const most = quote.fields.text.max
  if (end - start > most)
    throw invalid(
      sentence(
        'A quote is at most {most} characters long. Take less of the text, or several quotes.',
        { most: String(most) },
      ),
      [
        {
          at: 'end',
          says: sentence('At most {most} with this start.', { most: String(start + most) }),
        },
      ],
    )
  return passage
}
