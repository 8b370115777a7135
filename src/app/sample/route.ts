import { hasRole, type Actor } from '../../engine/access.ts'
import type { Ports } from '../../engine/ports.ts'
import { denied } from '../../engine/problem.ts'
import type { Outcome, Store, Withdrawn } from '../../store/store.ts'
import { json } from '../../surfaces/rest/answer.ts'
import type { Doors } from '../../surfaces/rest/door.ts'
import { base, type Route } from '../../surfaces/rest/route.ts'
import { addSample, removeSample, sampleRows } from './add-sample.ts'
import { sentence, type Sentence } from '../../engine/words.ts'

const path = `${base}/sample`

/** The sample company on demand: is it here, add it, remove it. Adding and removing take an admin. */
export const sampleRoutes = (store: Store, ports: Ports, doors: Doors): readonly Route[] => [
  {
    method: 'GET',
    path,
    handle: doors.reading(async ({ actor, needs }) => {
      needs('read', '*')
      const rows = await sampleRows(store, actor)
      return json({ there: rows > 0, rows })
    }),
  },
  {
    method: 'POST',
    path,
    handle: doors.writing(async ({ actor, needs }) => {
      needs('write', '*')
      refuseOthers(actor, sentence('To add the sample company takes the role admin.'))
      return added(await addSample(store, ports, actor))
    }, 'mayLack'),
  },
  {
    method: 'DELETE',
    path,
    handle: doors.writing(async ({ actor, needs }) => {
      needs('write', '*')
      refuseOthers(actor, sentence('To remove the sample company takes the role admin.'))
      return removed(await removeSample(store, actor))
    }, 'mayLack'),
  },
]

function refuseOthers(actor: Actor, says: Sentence): void {
  if (!hasRole(actor, 'admin')) throw denied(says)
}

const added = ({ seq, count }: Outcome) =>
  json({ seq, count }, 201, { 'Throughline-Seq': String(seq) })

const removed = ({ seq, count, kept, along }: Withdrawn) =>
  json({ seq, count, kept, along }, 200, { 'Throughline-Seq': String(seq) })
