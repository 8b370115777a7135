import type { Row } from '../../../../engine/record.ts'
import { counted, inside, say } from '../../../../web/words/say.ts'
import type { Stretch } from '../../rules/sentences.ts'
import type { Tally } from './sitting.ts'

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
  says: said(rows, inside(word, 'feedback'), (ref) =>
    say('{ref}: {verdict}', { ref, verdict: inside(word, 'feedback') }),
  ),
  command: 'triage',
  input: { ids: idsOf(rows), kind, state },
})

export const archiveAct = (rows: readonly Row[]): Act => ({
  rows,
  tally: 'archived',
  says: said(rows, say('archived'), (ref) => say('{ref} archived', { ref })),
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
  says: shownSaid(row.ref, relation, aim),
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
  says: say('{ref} asks for {idea}', {
    ref: row.ref,
    idea: aim.is === 'new' ? aim.title : aim.said,
  }),
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
  says: say('{ref} merged into {into}', { ref: row.ref, into: into.ref }),
  command: 'merge-feedback',
  input: { into: into.id, from: [row.id] },
})

function shownSaid(ref: string, relation: 'supports' | 'contradicts', aim: Aim): string {
  if (aim.is === 'new') return say('{ref} framed: {need}', { ref, need: aim.title })
  return relation === 'supports'
    ? say('{ref} supports {need}', { ref, need: aim.said })
    : say('{ref} contradicts {need}', { ref, need: aim.said })
}

const idsOf = (rows: readonly Row[]): readonly string[] => rows.map(({ id }) => id)

const said = (rows: readonly Row[], verdict: string, one: (ref: string) => string): string => {
  const [first] = rows
  return rows.length === 1 && first !== undefined
    ? one(first.ref)
    : counted(rows.length, '# sorted: {verdict}', '# sorted: {verdict}', { verdict })
}
