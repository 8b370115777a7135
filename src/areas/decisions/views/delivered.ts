import { view } from '../../../engine/view.ts'
import { deliveredIdeas } from '../commands/portfolio-rows.ts'

export interface Delivered {
  readonly ideas: readonly { readonly id: string; readonly ref: string; readonly title: string }[]
}

export const delivered = view({
  name: 'delivered',
  says: 'Ideas that are delivered: a roadmap item that delivers them is done',
  input: {},
  may: 'viewer',
  reads: ['idea', 'roadmap-item'],
  answer: async (_, { reader }): Promise<Delivered> => {
    const ideas = await reader.many('idea', [...(await deliveredIdeas(reader))])
    return {
      ideas: ideas
        .map(({ id, ref, title }) => ({ id, ref, title: String(title) }))
        .toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    }
  },
})
