import { command } from '../../../engine/command.ts'
import { text } from '../../../engine/field.ts'
import { unknown } from '../../../engine/problem.ts'
import { noRecord } from '../../../engine/refusals.ts'
import { waiver } from '../records/waiver.ts'
import { saidAnew } from './mine-said.ts'

const { rule, reasons, until } = waiver.fields

/** Accepts a finding of the lint on a record, with the reason; said again, it replaces the one before. */
export const waive = command({
  name: 'waive',
  says: 'Accept a finding of the lint',
  on: 'waiver',
  input: {
    on: text({
      label: 'On',
      max: 64,
      required: true,
      help: 'The ref of the record, such as IDEA-7',
    }),
    rule,
    reasons,
    until,
  },
  may: 'editor',
  decide: async ({ on, rule: which, reasons: why, until: day }, scene) => {
    const found = await scene.reader.find(on)
    if (found === undefined) throw unknown(noRecord(on))
    const there = (await scene.reader.by(waiver.name, 'onId', [found.row.id])).find(
      (one) => one['rule'] === which,
    )
    const row = {
      rule: which,
      onKind: found.record,
      onId: found.row.id,
      reasons: why,
      until: day ?? null,
    }
    const { id, change } = saidAnew(waiver.name, there, row, scene)
    return { changes: [change], result: { id } }
  },
})
