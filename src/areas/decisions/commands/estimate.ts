import type { Change } from '../../../engine/change.ts'
import { command, type Scene } from '../../../engine/command.ts'
import { text } from '../../../engine/field.ts'
import { invalid, unknown } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'
import { noRecord } from '../../../engine/refusals.ts'
import { sentence } from '../../../engine/words.ts'
import { estimate as kind } from '../records/estimate.ts'
import { idea } from '../records/idea.ts'

const on = text({
  label: 'On',
  max: 64,
  required: true,
  help: 'The ref of the idea, such as IDEA-7',
})
const { factor, low, likely, high, note } = kind.fields

/** Says what one holds likely for a factor of an idea; said again, it replaces what one said before. */
export const estimate = command({
  name: 'estimate',
  says: 'Estimate a factor of an idea',
  on: 'estimate',
  input: { on, factor, low, likely, high, note },
  may: 'contributor',
  decide: async ({ on: name, ...said }, scene) => {
    const home = await ideaNamed(name, scene)
    const mine = await mineOn(home, said.factor, scene)
    const row = {
      low: said.low ?? null,
      likely: said.likely,
      high: said.high ?? null,
      note: said.note ?? null,
    }
    const id = mine?.id ?? scene.newId()
    const change: Change =
      mine === undefined
        ? {
            op: 'create',
            record: kind.name,
            id,
            row: { ideaId: home.id, factor: said.factor, raterId: scene.actor.id, ...row },
          }
        : { op: 'update', record: kind.name, id, patch: row }
    return { changes: [change], result: { id } }
  },
})

/** Takes one's own estimate of a factor back, where there is one. */
export const withdrawEstimate = command({
  name: 'withdraw-estimate',
  says: 'Withdraw an estimate',
  on: 'estimate',
  input: { on, factor },
  may: 'contributor',
  decide: async ({ on: name, factor: of }, scene) => {
    const home = await ideaNamed(name, scene)
    const mine = await mineOn(home, of, scene)
    return { changes: mine === undefined ? [] : [{ op: 'remove', record: kind.name, id: mine.id }] }
  },
})

async function ideaNamed(name: string, { reader }: Scene): Promise<Row> {
  const found = await reader.find(name)
  if (found === undefined) throw unknown(noRecord(name))
  if (found.record !== idea.name)
    throw invalid(sentence('{on} is no idea.', { on: found.row.ref }), [
      { at: 'on', says: 'Name an idea by its ref, such as IDEA-7.' },
    ])
  return found.row
}

async function mineOn(home: Row, of: string, { reader, actor }: Scene): Promise<Row | undefined> {
  const all = await reader.by(kind.name, 'ideaId', [home.id])
  return all.find((one) => one['raterId'] === actor.id && one['factor'] === of)
}
