import type { Catalogue } from '../../../engine/catalogue.ts'
import { instant, number, text } from '../../../engine/field.ts'
import { isUuid, systemId } from '../../../engine/ids.ts'
import type { Audited, AuditQuery, Reader } from '../../../engine/ports.ts'
import { invalid } from '../../../engine/problem.ts'
import { noRecord } from '../../../engine/refusals.ts'
import { view, type View } from '../../../engine/view.ts'
import { sentence } from '../../../engine/words.ts'

export interface AuditEntry {
  readonly seq: number
  readonly at: string
  readonly by: { readonly kind: string; readonly id: string; readonly name: string }
  readonly command: string
  readonly cause: string | null
  /** How many changes it made in all. */
  readonly count: number
  readonly hash: string
  readonly changes: readonly Audited[]
}

export interface Audit {
  /** Newest first. */
  readonly entries: readonly AuditEntry[]
  /** Where it goes on; null at the beginning. A page may be short and go on. */
  readonly before: number | null
}

const input = {
  by: text({
    label: 'By',
    max: 64,
    help: 'A member or an API key by ref or id, or system',
  }),
  command: text({ label: 'Command', max: 64, help: 'By its name, such as update-need' }),
  record: text({ label: 'Record', max: 64, help: 'By its name in the singular, such as idea' }),
  ref: text({ label: 'Of one row', max: 64, help: 'Its ref; its id where it is gone' }),
  from: instant({ label: 'From', help: 'Not before this moment' }),
  to: instant({ label: 'Before', help: 'Before this moment' }),
  seq: number({ label: 'One commit', whole: true, min: 1, help: 'With its first 1,000 changes' }),
  after: number({
    label: 'Changes after',
    whole: true,
    min: 0,
    help: 'Of one commit, those after this ordinal',
  }),
  before: number({ label: 'Commits before', whole: true, min: 1, help: 'Where a page went on' }),
  limit: number({ label: 'At most', whole: true, min: 1, max: 200, help: '50 without it' }),
} as const

/** Who did what and when, of everything; what somebody may not see is named by its kind alone. */
export const auditView = (declared: Catalogue): View =>
  view({
    name: 'audit',
    says: 'Who did what and when, in the whole workspace, newest first',
    input,
    may: 'admin',
    reads: 'any',
    answer: async (given, { reader }): Promise<Audit> => {
      const { entries, before } = await reader.audit(await auditQueryOf(declared, given, reader))
      return {
        entries: entries.map(({ commit, changes }) => ({
          seq: commit.seq,
          at: commit.at,
          by: commit.actor,
          command: commit.command,
          cause: commit.cause,
          count: commit.count,
          hash: commit.hash,
          changes,
        })),
        before,
      }
    },
  })

type Given = Readonly<Partial<Record<keyof typeof input, string | number | null | undefined>>>

/** What somebody asks, with refs made into ids. Throws `invalid` with the place of a name that nothing has. */
async function auditQueryOf(
  declared: Catalogue,
  { by, ref, record, ...rest }: Given,
  reader: Reader,
): Promise<AuditQuery> {
  const idOf = async (at: string, name: string): Promise<string> => {
    if (isUuid(name)) return name.toLowerCase()
    const found = await reader.find(name)
    if (found === undefined) throw invalid(noRecord(name), [{ at, says: noRecord(name) }])
    return found.row.id
  }
  if (typeof record === 'string' && !declared.records.some(({ name }) => name === record))
    throw invalid(sentence('There is no record called "{record}".', { record }), [
      { at: 'record', says: 'A record by its name in the singular, such as feedback or idea.' },
    ])
  const asked = {
    ...rest,
    record,
    by: typeof by !== 'string' ? by : by === 'system' ? systemId : await idOf('by', by),
    rowIds: typeof ref === 'string' ? [await idOf('ref', ref)] : undefined,
  }
  return Object.fromEntries(
    Object.entries(asked).filter(([, value]) => value !== null && value !== undefined),
  )
}
