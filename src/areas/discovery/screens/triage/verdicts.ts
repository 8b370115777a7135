import type { Row } from '../../../../engine/record.ts'
import type { Stretch } from '../../rules/sentences.ts'
import type { Tally } from './sitting.ts'
import { words } from './words.ts'

/** A verdict as it is sent: one command, one commit, one undo. */
export interface Act {
  readonly rows: readonly Row[]
  readonly tally: Tally
  readonly says: string
  readonly command: string
  readonly input: Readonly<Record<string, unknown>>
}

/** What a passage supports or contradicts, or what is asked for: one that is there, or a new one. */
export type Aim =
  | { readonly is: 'there'; readonly id: string; readonly said: string }
  | { readonly is: 'new'; readonly title: string }

/** A passage of a feedback, or a quote of it that is there already. */
export type From = Stretch | { readonly quote: string }

const state = 'processed'

export const kindAct = (rows: readonly Row[], kind: Tally, word: string): Act => ({
  rows,
  tally: kind,
  says: said(rows, word, (ref) => words.said.kind(ref, word)),
  command: 'triage',
  input: { ids: idsOf(rows), kind, state },
})

export const archiveAct = (rows: readonly Row[]): Act => ({
  rows,
  tally: 'archived',
  says: said(rows, words.tallies.archived, words.said.archived),
  command: 'triage',
  input: { ids: idsOf(rows), state: 'archived' },
})

export const frameAct = (
  row: Row,
  from: From,
  relation: 'supports' | 'contradicts',
  aim: Aim,
): Act => ({
  rows: [row],
  tally: 'shown',
  says:
    aim.is === 'new'
      ? words.said.framed(row.ref, aim.title)
      : words.said[relation](row.ref, aim.said),
  command: 'frame',
  input: {
    ...('quote' in from ? from : { feedbackId: row.id, ...from }),
    relation,
    ...(aim.is === 'new' ? { need: aim.title } : { to: aim.id }),
    state,
  },
})

export const askAct = (row: Row, aim: Aim): Act => ({
  rows: [row],
  tally: 'asked',
  says: words.said.asks(row.ref, aim.is === 'new' ? aim.title : aim.said),
  command: 'ask-for',
  input: {
    feedbackId: row.id,
    ...(aim.is === 'new' ? { title: aim.title } : { ideaId: aim.id }),
    state,
  },
})

export const mergeAct = (row: Row, into: { readonly id: string; readonly ref: string }): Act => ({
  rows: [row],
  tally: 'merged',
  says: words.said.merged(row.ref, into.ref),
  command: 'merge-feedback',
  input: { into: into.id, from: [row.id] },
})

const idsOf = (rows: readonly Row[]): readonly string[] => rows.map(({ id }) => id)

const said = (rows: readonly Row[], word: string, one: (ref: string) => string): string => {
  const [first] = rows
  return rows.length === 1 && first !== undefined
    ? one(first.ref)
    : words.said.many(rows.length, word)
}
