import type pg from 'pg'

/** Rows without their history, history without its rows, decisions without what they settle: a sentence each. */
export async function halvesIn(client: pg.Client): Promise<readonly string[]> {
  const questions: readonly (readonly [string, string])[] = [
    [
      'feedback without its history',
      `select t.ref from feedback t where not exists (select 1 from change c where c.workspace_id = t.workspace_id and c.row_id = t.id and c.op = 'create')`,
    ],
    [
      'history without its feedback',
      `select c.row_id as ref from change c where c.record = 'feedback' and not exists (select 1 from feedback t where t.id = c.row_id)`,
    ],
    [
      'a decision that settles nothing',
      `select t.ref from decision t where not exists (select 1 from link l where l.from_id = t.id)`,
    ],
    [
      'a link from nothing',
      `select l.ref from link l where l.from_kind = 'decision' and not exists (select 1 from decision t where t.id = l.from_id)`,
    ],
    [
      'a change without its commit',
      `select c.row_id as ref from change c where not exists (select 1 from commit k where k.workspace_id = c.workspace_id and k.id = c.commit_id)`,
    ],
    [
      'a commit without its changes',
      `select k.seq::text as ref from commit k where k.count <> (select count(*) from change c where c.workspace_id = k.workspace_id and c.commit_id = k.id)`,
    ],
    [
      'two rows of one ref',
      `select ref from feedback group by workspace_id, ref having count(*) > 1`,
    ],
  ]
  const found: string[] = []
  for (const [says, sql] of questions) {
    const { rows } = await client.query<{ ref: string }>(`${sql} limit 5`)
    found.push(...rows.map(({ ref }) => `${says}: ${ref}`))
  }
  return found
}
