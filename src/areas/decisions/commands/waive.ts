import { command, type Scene } from '../../../engine/command.ts'
import { text } from '../../../engine/field.ts'
import { invalid, unknown } from '../../../engine/problem.ts'
import { noRecord } from '../../../engine/refusals.ts'
import { waiver } from '../records/waiver.ts'
import { isRuleName, noRule } from '../rules/lint/rule-names.ts'
import { saidAnew } from './mine-said.ts'

const { rule, reasons, until } = waiver.fields

const onRecord = text({
  label: 'On',
  max: 64,
  required: true,
  help: 'The ref of the record, such as IDEA-7',
})

/** Accepts a finding of the lint on a record, with the reason; said again, it replaces the one before. */
export const waive = command({
  name: 'waive',
  says: 'Accept a finding of the lint',
  on: 'waiver',
  input: { on: onRecord, rule, reasons, until },
  may: 'editor',
  decide: async ({ on, rule: which, reasons: why, until: day }, scene) => {
    if (!isRuleName(which)) throw noRule(which)
    if (typeof day === 'string' && day < scene.now.slice(0, 10))
      throw invalid('A waiver ends on a day to come.', [
        { at: 'until', says: 'A day from today on, or none.' },
      ])
    const found = await scene.reader.find(on)
    if (found === undefined) throw unknown(noRecord(on))
    const there = await waiverOf(scene, found.row.id, which)
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

/** Accepts it no more: what the lint finds there stands among the others again. */
export const unwaive = command({
  name: 'unwaive',
  says: 'End a waiver of the lint',
  on: 'waiver',
  input: { on: onRecord, rule },
  may: 'editor',
  promises: ['settles'],
  decide: async ({ on, rule: which }, scene) => {
    const found = await scene.reader.find(on)
    if (found === undefined) throw unknown(noRecord(on))
    const there = await waiverOf(scene, found.row.id, which)
    return {
      changes: there === undefined ? [] : [{ op: 'remove', record: waiver.name, id: there.id }],
    }
  },
})

/** The waiver of a rule on a row, as far as the actor sees it. */
const waiverOf = async ({ reader }: Scene, onId: string, which: string) =>
  (await reader.by(waiver.name, 'onId', [onId])).find((one) => one['rule'] === which)
