import type { Row } from '../../../engine/record.ts'
import { readAll } from '../../../engine/read-all.ts'
import { view } from '../../../engine/view.ts'
import { tying } from '../commands/portfolio-rows.ts'

/** One tie of an idea, as it is weighed with others. */
export type IdeaTie = Readonly<
  Record<'relation' | 'fromKind' | 'fromId' | 'toKind' | 'toId', string>
>

export interface IdeaTies {
  readonly ties: readonly IdeaTie[]
  readonly cut: boolean
}

/** So many are told at most. */
const most = 20_000

export const ideaTies = view({
  name: 'idea-ties',
  says: 'What ideas depend on, exclude, advance and address, and what delivers them',
  input: {},
  may: 'viewer',
  reads: ['idea', 'need', 'objective', 'key-result', 'roadmap-item'],
  answer: async (_, { reader }): Promise<IdeaTies> => {
    const filter = { relation: { in: [...tying] } }
    const { rows, cut } = await readAll(reader, 'link', { filter }, most)
    return { ties: rows.map(tieOf), cut }
  },
})

const tieOf = (row: Row): IdeaTie => ({
  relation: String(row['relation']),
  fromKind: String(row['fromKind']),
  fromId: String(row['fromId']),
  toKind: String(row['toKind']),
  toId: String(row['toId']),
})
