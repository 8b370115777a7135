import type { Catalogue } from '../../../engine/catalogue.ts'
import { number } from '../../../engine/field.ts'
import { titleOf } from '../../../engine/record.ts'
import { view, type View } from '../../../engine/view.ts'

export interface Removed {
  readonly record: string
  readonly id: string
  readonly ref: string
  readonly title: string
  readonly removedAt: string
  /** From then on it may be gone for good. */
  readonly until: string
}

export interface Trash {
  /** How long a row lies here. */
  readonly days: number
  /** Newest first. */
  readonly rows: readonly Removed[]
  /** There are more, which were removed earlier. */
  readonly more: boolean
}

const aDay = 86_400_000

/** What was removed, of every record whose rows can come back, and until when they can. */
export const trashView = (declared: Catalogue): View =>
  view({
    name: 'trash',
    says: 'What was removed and can be restored, newest first, and until when',
    input: {
      limit: number({ label: 'At most', whole: true, min: 1, max: 200, help: '100 without it' }),
    },
    may: 'viewer',
    reads: 'any',
    answer: async ({ limit }, { reader, trashDays }): Promise<Trash> => {
      const most = limit ?? 100
      const kinds = declared.records.filter(
        ({ name }) => declared.command(`restore-${name}`) !== undefined,
      )
      const read = await Promise.all(
        // what lies in the trash was changed last when it came there
        kinds.map(async (kind) => {
          const page = await reader.list(kind.name, {
            state: 'removed',
            sort: '-updatedAt',
            limit: most,
          })
          const rows = page.data.map((row): Removed => {
            const removedAt = String(row.removedAt)
            return {
              record: kind.name,
              id: row.id,
              ref: row.ref,
              title: titleOf(kind, row),
              removedAt,
              until: new Date(Date.parse(removedAt) + trashDays * aDay).toISOString(),
            }
          })
          return { rows, isCut: page.cursor !== null }
        }),
      )
      const rows = read
        .flatMap((one) => one.rows)
        .toSorted((one, other) => (removedLater(one, other) ? -1 : 1))
      return {
        days: trashDays,
        rows: rows.slice(0, most),
        more: rows.length > most || read.some(({ isCut }) => isCut),
      }
    },
  })

const removedLater = (one: Removed, other: Removed): boolean =>
  one.removedAt === other.removedAt ? one.id > other.id : one.removedAt > other.removedAt
