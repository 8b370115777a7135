import type { RecordKind } from './record.ts'
import { declaredWord, sentence, type Sentence } from './words.ts'

/** What is refused in the same words in several places. */
type Kind = Pick<RecordKind, 'name' | 'says'>

export const thing = (kind: Kind): Sentence => declaredWord(kind.says.one, kind.name)
export const things = (kind: Kind): Sentence => declaredWord(kind.says.many, kind.name)

/** A role by its word. */
export const roleWord = (role: string): Sentence =>
  declaredWord(role.charAt(0).toUpperCase() + role.slice(1), 'member')

/** One answer for what is not there and what is not for the reader. */
export const notThere = (kind: Kind, name: string): Sentence =>
  sentence('There is no {record} {name} that you may see.', { record: thing(kind), name })

/** The same, where it might be of any kind. */
export const noRecord = (name: string): Sentence =>
  sentence('There is no record {name} that you may see.', { name })

/** The head of a refusal whose places say what is wrong. */
export const notAsItIs = (kind: Kind): Sentence =>
  sentence('This {record} cannot be saved as it is.', { record: thing(kind) })

/** May be seen, and no more. */
export const notYours = (ref: string): Sentence =>
  sentence('You may see {ref} but not change it.', { ref })

export const outOfReach = (ref: string): Sentence =>
  sentence('This change would put {ref} out of your own reach.', { ref })

export const underItself = (ref: string): Sentence =>
  sentence('{ref} would stand under itself.', { ref })

export const needsRole = (what: string, least: string, role: string): Sentence =>
  sentence('{what}: this needs the role of {least}, and you have {role}.', {
    what: declaredWord(what, undefined, 'alone'),
    least: roleWord(least),
    role: roleWord(role),
  })
