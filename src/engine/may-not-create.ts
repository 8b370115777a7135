import { roleWord, things } from './refusals.ts'
import type { RecordKind } from './record.ts'
import { sentence, type Sentence } from './words.ts'

/** Somebody's role does not reach as far as making such a row. */
export const mayNotCreate = (
  kind: Pick<RecordKind, 'name' | 'says'>,
  least: string,
  role: string,
): Sentence =>
  sentence(
    'You may not create {records}: this needs the role of {least}, and you have {role}. An admin can give it.',
    { records: things(kind), least: roleWord(least), role: roleWord(role) },
  )
