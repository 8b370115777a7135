import { label, say } from '../../../../web/words/say.ts'

/** A verb of triage, and in small what it does. */
export interface VerbSaid {
  readonly says: string
  readonly detail: string
}

export type VerbName = 'archive' | 'support' | 'against' | 'fresh' | 'same' | 'idea' | 'merge'

export function verbSaid(name: VerbName): VerbSaid {
  switch (name) {
    case 'archive':
      return { says: say('Archive'), detail: say('set aside') }
    case 'support':
      return { says: label('Supports'), detail: say('a need…|supported') }
    case 'against':
      return { says: label('Contradicts'), detail: say('a need…|contradicted') }
    case 'fresh':
      return { says: label('New need'), detail: say('with its quote') }
    case 'same':
      return { says: say('Same need'), detail: say('as one beside') }
    case 'idea':
      return { says: say('Asks for'), detail: say('an idea…') }
    case 'merge':
      return { says: say('Merge|verdict'), detail: say('into a twin…') }
  }
}
