import { view } from '../../../engine/view.ts'
import { teamMirrorOf, type TeamMirror } from '../rules/team-mirror.ts'
import { mirrorRows } from './mirror.ts'

/** Aggregated, from five people beside whoever asks; the laws stand in its rule. */
export const teamMirror = view({
  name: 'team-mirror',
  says: 'How the chances that people gave came out, all together and from five people on',
  input: {},
  may: 'viewer',
  reads: ['prediction', 'odds', 'member'],
  answer: async (_, { reader, actor, words }): Promise<TeamMirror> => {
    const rows = await mirrorRows(reader)
    const givers = [...new Set(rows.odds.map((one) => String(one['byId'])))]
    const members = await reader.many('member', givers)
    return teamMirrorOf(rows, new Set(members.map(({ id }) => id)), actor.id, words)
  },
})
