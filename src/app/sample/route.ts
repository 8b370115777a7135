import type { Ports } from '../../engine/ports.ts'
import { hasRole } from '../../engine/access.ts'
import { denied } from '../../engine/problem.ts'
import type { Store } from '../../store/store.ts'
import { json } from '../../surfaces/rest/answer.ts'
import type { Doors } from '../../surfaces/rest/door.ts'
import { base, type Route } from '../../surfaces/rest/route.ts'
import { addSample } from './add-sample.ts'

/** The sample company on demand, for an admin of an empty workspace. */
export const sampleRoute = (store: Store, ports: Ports, doors: Doors): Route => ({
  method: 'POST',
  path: `${base}/sample`,
  handle: doors.writing(async ({ actor, needs }) => {
    needs('write', '*')
    if (!hasRole(actor, 'admin')) throw denied('To add the sample company takes the role admin.')
    const { seq, count } = await addSample(store, ports, actor)
    return json({ seq, count }, 201, { 'Throughline-Seq': String(seq) })
  }, 'mayLack'),
})
