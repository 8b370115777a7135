import type { LetOut } from '../client/let-out.ts'
import { say } from '../words/say.ts'

/** What happened, and what helps. */
export function letOutSaid(why: LetOut): { readonly title: string; readonly helps: string } {
  switch (why) {
    case 'suspended':
      return {
        title: say('You are suspended in this workspace.'),
        helps: say('Ask one of its admins to reinstate you.'),
      }
    case 'removed':
      return {
        title: say('You are no longer in this workspace.'),
        helps: say('Ask one of its admins for an invitation.'),
      }
    case 'over':
      return {
        title: say('You are signed out here.'),
        helps: say('Your session was ended or has run out. Sign in again to go on.'),
      }
  }
}
