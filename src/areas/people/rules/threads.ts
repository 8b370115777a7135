import type { Row } from '../../../engine/record.ts'

/** A comment with its answers, oldest first; without the comment where that was removed and answers hang on it. */
export interface Thread {
  readonly id: string
  readonly first: Row | undefined
  readonly answers: readonly Row[]
}

/** The threads among comments, each where it began. */
export function threadsOf(comments: readonly Row[]): readonly Thread[] {
  const oldestFirst = comments.toSorted((left, right) =>
    left.createdAt === right.createdAt
      ? left.id < right.id
        ? -1
        : 1
      : left.createdAt < right.createdAt
        ? -1
        : 1,
  )
  const found = new Map<string, { first: Row | undefined; readonly answers: Row[] }>()
  for (const row of oldestFirst) {
    const threadId = row['threadId']
    const id = typeof threadId === 'string' ? threadId : row.id
    const thread = found.get(id) ?? { first: undefined, answers: [] }
    found.set(id, thread)
    if (id === row.id) thread.first = row
    else thread.answers.push(row)
  }
  return [...found].map(([id, thread]) => ({ id, ...thread }))
}
