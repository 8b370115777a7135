import type { Past } from '../../../engine/change.ts'
import type { Entry } from '../changes.tsx'

/** The five chores, in the order of the line. */
export const chores = ['sort', 'quote', 'why', 'move', 'decide'] as const
export type Chore = (typeof chores)[number]

/**
 * Which chores somebody has done, as history tells it: only commits of that person, after a place in
 * history. That a reason was looked up leaves no trace there; the page says that by itself.
 */
export function choresIn(entries: readonly Entry[], me: string, since: number): ReadonlySet<Chore> {
  const mine = entries.filter(({ commit }) => commit.actor.id === me && commit.seq > since)
  const done = new Set<Chore>()
  for (const { commit, changes } of mine) {
    if (commit.actor.kind === 'system') continue
    if (commit.command === 'undo') {
      const seq = Number(/^of commit (\d+) /.exec(commit.cause ?? '')?.[1])
      const back = mine.find((one) => one.commit.seq === seq)
      if (back?.changes.some(moves) === true) done.add('move')
      continue
    }
    if (changes.some(sorts)) done.add('sort')
    if (changes.some(ties)) done.add('quote')
    if (changes.some(decides)) done.add('decide')
  }
  return done
}

/** Is this the page of the reasons behind an item of the roadmap? */
export const isWhyOfItem = (pathname: string): boolean =>
  /^\/w\/[^/]+\/roadmap-items\/[^/]+\/why\/?$/.test(pathname)

const sorts = ({ record, op, after }: Past): boolean =>
  record === 'feedback' &&
  op === 'update' &&
  after !== null &&
  ('state' in after || 'kind' in after)

const moves = ({ record, op, after }: Past): boolean =>
  record === 'roadmap-item' && op === 'update' && after !== null && 'commitment' in after

const decides = ({ record, op }: Past): boolean => record === 'decision' && op === 'create'

const ties = ({ record, op, after }: Past): boolean =>
  record === 'link' &&
  op === 'create' &&
  after?.['fromKind'] === 'quote' &&
  after['toKind'] === 'need'
