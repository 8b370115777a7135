import type { Catalogue } from '../../../engine/catalogue.ts'
import { text } from '../../../engine/field.ts'
import { unknown } from '../../../engine/problem.ts'
import { view, type View } from '../../../engine/view.ts'
import { becameOf } from '../rules/became-of.ts'
import { whyOf } from '../rules/why-of.ts'
import { gather } from './gather.ts'

/** *Why* and *what became of it*, of any record of the catalogue. */
export const lineViews = (declared: Catalogue): readonly View[] => [
  view({
    name: 'why',
    says: 'Why is this here? The line upward, with its evidence',
    input: {
      of: text({ label: 'Of', max: 64, required: true, help: 'A ref such as RM-9, or an id' }),
    },
    may: 'viewer',
    reads: 'any',
    answer: async ({ of }, scene) => {
      const found = await scene.reader.find(of)
      if (found === undefined) throw unknown(`There is no record ${of} that you may see.`)
      return whyOf(declared, await gather(declared, found, 'up', scene))
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
      if (found === undefined) throw unknown(`There is no record ${of} that you may see.`)
      return becameOf(declared, await gather(declared, found, 'down', scene))
    },
  }),
]
