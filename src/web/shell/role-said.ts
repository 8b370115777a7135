import type { Catalogue } from '../../engine/catalogue.ts'
import { inside } from '../words/say.ts'

/** A role by the word that the declaration has for it. */
export function roleSaid(catalogue: Pick<Catalogue, 'record'>, role: unknown): string {
  const field = catalogue.record('member').fields['role']
  const said = field?.kind === 'choice' ? field.options[String(role)] : undefined
  return said === undefined ? String(role) : inside(said, 'member')
}
