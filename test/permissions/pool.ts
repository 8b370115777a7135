import type pg from 'pg'
import { must } from '../../src/engine/problem.ts'
import type { RecordKind, Row } from '../../src/engine/record.ts'
import { ident } from '../../src/store/table.ts'
import type { Principal } from './people.ts'
import { nowhere, type Relation, type Side } from './side.ts'

export interface Found {
  readonly row: Row
  /** Under what it is kept; a row that was written is not given again. */
  readonly kept: string
}

/** Rows by how they stand to whoever asks, made when they are first needed. */
export interface Pool {
  readonly take: (
    kind: RecordKind,
    relation: Relation,
    who: Principal,
    /** The command that it is taken for, where that asks for a row in a state of its own. */
    command?: string,
  ) => Promise<Found | undefined>
  readonly spend: (found: Found) => void
}

export function poolOf(mine: Side, theirs: Side, owner: pg.Client): Pool {
  const rows = new Map<string, Row | undefined>()
  const make = async (
    kind: RecordKind,
    relation: Relation,
    who: Principal,
  ): Promise<Row | undefined> => {
    const [here, there] = who.at === 'mine' ? [mine, theirs] : [theirs, mine]
    switch (relation) {
      case 'missing':
        return { ...blank, id: nowhere, fromId: nowhere, toId: nowhere, relation: 'addresses' }
      case 'foreign':
        return there.make(kind, 'seen')
      case 'own':
        return own(kind, here, who)
      case 'seen':
        // An inbox is seen by nobody else, so somebody else's is no row that is seen.
        return kind.name === 'inbox' ? undefined : here.make(kind, 'seen')
      case 'team':
      case 'draft':
      case 'product':
      case 'trash':
        return here.make(kind, relation)
    }
  }
  /** Most roles may not make most rows: it is made for them, and given to them past everything. */
  const own = async (kind: RecordKind, side: Side, who: Principal): Promise<Row | undefined> => {
    const id = who.actor?.id ?? side.hand.id
    const isPersons = ['inbox', 'follower', 'login'].includes(kind.name)
    if (isPersons && who.kind !== 'person') return undefined
    if (kind.name === 'workspace') return undefined
    if (kind.name === 'inbox' || kind.name === 'login')
      return side.make(kind, 'seen', must(who.actor))
    const row = await side.make(kind, 'seen')
    if (row === undefined || who.actor === undefined) return row
    await owner.query(
      `update ${ident(kind.name)} set created_by_id = $1 ${isPersons ? ', member_id = $1' : ''} where workspace_id = $2 and id = $3`,
      [id, side.owner.workspaceId, row.id],
    )
    return row
  }
  return {
    take: async (kind, relation, who, command) => {
      const isOpen = kind.name === 'decision' && whileOpen.test(command ?? '')
      const kept = [
        who.at,
        kind.name,
        relation,
        relation === 'own' ? who.name : '',
        ...(isOpen ? ['open'] : []),
      ].join(' ')
      if (!rows.has(kept)) {
        const made = await make(kind, relation, who)
        rows.set(kept, made)
        // What is decided is open, and anybody's to decide who may.
        if (isOpen && made !== undefined)
          await owner.query(
            `update decision set state = 'open', approver_id = null where id = $1`,
            [made.id],
          )
      }
      const row = rows.get(kept)
      // A round is answered by whoever stands in it.
      if (
        command === 'hand-in' &&
        row !== undefined &&
        who.actor !== undefined &&
        isTheirs(relation)
      )
        await owner.query(
          'update round set rater_ids = array_append(rater_ids, $1) where id = $2 and not ($1 = any (rater_ids))',
          [who.actor.id, row.id],
        )
      // What is decided on has ideas in it, which only the command that weighs them gives a plan.
      if (command === 'adopt-plan' && row !== undefined && isTheirs(relation))
        await owner.query(
          `update plan set idea_ids = array(select i.id from idea i where i.workspace_id = plan.workspace_id
             and i.removed_at is null and i.visibility = 'workspace' and not i.draft order by i.created_at limit 1) where id = $1`,
          [row.id],
        )
      return row === undefined ? undefined : { row, kept }
    },
    spend: ({ kept }) => void rows.delete(kept),
  }
}

/** Commands that are done of a decision, or of what hangs on one, only while it is open. */
const whileOpen = /^choose$|-(option|criterion|assumption)$/

/** Rows of which the page says what may be done with them. */
const isTheirs = (relation: Relation): boolean => ['own', 'seen', 'product'].includes(relation)

const blank: Row = {
  id: '',
  ref: '',
  version: 1,
  createdAt: '',
  createdById: '',
  updatedAt: '',
  removedAt: null,
  stations: 0,
  custom: {},
}
