import type { Catalogue } from '../../../engine/catalogue.ts'
import { choice, text } from '../../../engine/field.ts'
import { unknown } from '../../../engine/problem.ts'
import { view, type View } from '../../../engine/view.ts'
import { becameOf } from '../rules/became-of.ts'
import { toldOf, weighed } from '../rules/weighed.ts'
import { allBroken, breaksOn, type BrokenIn } from '../rules/breaks.ts'
import { tellWhy } from '../rules/why-of.ts'
import { gather, gatherBare, wholeOf } from './gather.ts'
import { noRecord } from '../../../engine/refusals.ts'

/** As many pieces of evidence as somebody reads at one sitting. */
const newest = 100

/** *Why* and *what became of it*, of any record of the catalogue. */
export const lineViews = (declared: Catalogue, breaks: readonly BrokenIn[]): readonly View[] => [
  view({
    name: 'why',
    says: 'Why is this here? The line upward, with its evidence',
    input: {
      of: text({ label: 'Of', max: 64, required: true, help: 'A ref such as RM-9, or an id' }),
      pieces: choice({
        label: 'Pieces of evidence',
        options: { newest: `The newest ${newest}`, all: 'All' },
        help: 'Which are told in full; all of them are counted and weighed',
      }),
    },
    may: 'viewer',
    reads: 'any',
    answer: async ({ of, pieces }, scene) => {
      const found = await scene.reader.find(of)
      if (found === undefined) throw unknown(noRecord(of))
      const bare = await gatherBare(declared, found, scene)
      const line = weighed(declared, bare, pieces === 'all' ? Infinity : newest)
      const whole = await wholeOf(bare, toldOf(declared, bare, line), declared, scene.reader)
      const ids = [found.row.id, ...bare.rows.map(({ row }) => row.id)]
      const broken = breaksOn(ids, await allBroken(breaks, scene.reader), scene.words)
      return { ...tellWhy(declared, whole, line, scene.words), broken }
    },
  }),
  view({
    name: 'became',
    says: 'What became of it? The line downward',
    input: {
      of: text({ label: 'Of', max: 64, required: true, help: 'A ref such as FB-12, or an id' }),
    },
    may: 'viewer',
    reads: 'any',
    answer: async ({ of }, scene) => {
      const found = await scene.reader.find(of)
      if (found === undefined) throw unknown(noRecord(of))
      return becameOf(declared, await gather(declared, found, scene), scene.words)
    },
  }),
]
