import type { Command } from '../../../engine/command.ts'

/**
 * The restoring of what is its author's to change: what somebody else took away, who may take away what is
 * not theirs, stays in the trash until an admin puts it back.
 */
export const puttingBack = (verb: Command): Command => ({
  ...verb,
  decide: async (input, scene) => {
    // a browser does not need it before somebody says it
    const { checkTakenByAuthor } = await import('./taken-by-author.ts')
    await checkTakenByAuthor(String(input['id']), scene)
    return verb.decide(input, scene)
  },
})
