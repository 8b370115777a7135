import { say } from '../../../../web/words/say.ts'
import type { ThinCode } from '../../rules/thin.ts'

/** Why the line of a need is thin, in as few words as stand beside its name. */
export function thinSaid(code: ThinCode): string {
  switch (code) {
    case 'no-evidence':
      return say('thin: nothing said')
    case 'no-need':
      return say('thin: no need')
    case 'asks-directly':
      return say('thin: asked for directly')
    case 'single-source':
      return say('thin: one source')
    case 'single-company':
      return say('thin: one company')
    case 'old':
      return say('thin: older than a year')
    case 'no-objective':
      return say('thin: no objective')
  }
}
