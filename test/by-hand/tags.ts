import { Hono } from 'hono'
import pg, { type PoolConfig } from 'pg'

/**
 * Tags served wholly by hand: own SQL, own routes, own page, nothing of the engine, the store or the
 * surfaces. It shows that the way out stays open: what is derived today can be written by hand tomorrow,
 * on the same table, behind the same row security.
 */
export function tagsByHand(
  config: PoolConfig,
  workspaceId: string,
  memberId: string,
): { readonly app: Hono; readonly close: () => Promise<void> } {
  const pool = new pg.Pool({ max: 4, ...config })

  async function inWorkspace<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await pool.connect()
    try {
      await client.query('begin')
      await client.query(
        `select set_config('throughline.workspace', $1, true), set_config('role', 'throughline_app', true)`,
        [workspaceId],
      )
      const done = await work(client)
      await client.query('commit')
      return done
    } catch (error) {
      await client.query('rollback')
      throw error
    } finally {
      client.release()
    }
  }

  const rows = (sql: string, values: readonly unknown[]): Promise<readonly Tag[]> =>
    inWorkspace(async (client) => (await client.query<Tag>(sql, [workspaceId, ...values])).rows)
  const list = (after: string): Promise<readonly Tag[]> =>
    rows(
      `select ref, name, says, version::int from tag where workspace_id = $1 and removed_at is null and name > $2 order by name limit 50`,
      [after],
    )

  const app = new Hono()
  app.onError((error, at) => {
    const taken = (error as { code?: string }).code === '23505'
    return at.json(
      { detail: taken ? 'There is already a tag of this name.' : 'This could not be done.' },
      taken ? 409 : 500,
    )
  })

  app.get('/tags', async (at) => at.json({ data: await list(at.req.query('after') ?? '') }))

  app.post('/tags', async (at) => {
    const { name, says } = (await at.req.json().catch(() => ({}))) as Asked
    if (typeof name !== 'string' || name.trim() === '' || name.length > 120)
      return at.json({ detail: 'A tag has a name of 1 to 120 characters.' }, 422)
    const tag = await inWorkspace(async (client) => {
      const next = await client.query<{ ref: string }>(
        `insert into ref_counter as c (workspace_id, prefix, next) values ($1, 'TAG', 2)
         on conflict (workspace_id, prefix) do update set next = c.next + 1 returning 'TAG-' || (next - 1) as ref`,
        [workspaceId],
      )
      const made = await client.query<Tag>(
        `insert into tag (workspace_id, id, ref, version, created_at, created_by_id, updated_at, stations, custom, name, says)
         values ($1, gen_random_uuid(), $2, 1, now(), $3, now(), 0, '{}', $4, $5) returning ref, name, says, version::int`,
        [workspaceId, next.rows[0]?.ref, memberId, name, typeof says === 'string' ? says : null],
      )
      return made.rows[0]
    })
    return at.json(tag, 201)
  })

  app.patch('/tags/:ref', async (at) => {
    const { name, version } = (await at.req.json().catch(() => ({}))) as Asked
    if (typeof name !== 'string' || name.trim() === '' || name.length > 120)
      return at.json({ detail: 'A tag has a name of 1 to 120 characters.' }, 422)
    const [tag] = await rows(
      `update tag set name = $3, version = version + 1, updated_at = now() where workspace_id = $1 and ref = $2 and version = $4 and removed_at is null returning ref, name, says, version::int`,
      [at.req.param('ref'), name, version],
    )
    return tag === undefined
      ? at.json({ detail: 'It is gone, or somebody changed it after you opened it.' }, 409)
      : at.json(tag)
  })

  app.delete('/tags/:ref', async (at) => {
    await rows(
      `update tag set removed_at = now(), version = version + 1 where workspace_id = $1 and ref = $2`,
      [at.req.param('ref')],
    )
    return at.body(null, 204)
  })

  app.get('/', async (at) => at.html(page(await list(''))))

  return { app, close: () => pool.end() }
}

interface Tag {
  readonly ref: string
  readonly name: string
  readonly says: string | null
  readonly version: number
}

type Asked = { readonly [K in keyof Tag]?: unknown }

const page = (tags: readonly Tag[]): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Tags</title><main><h1>Tags</h1>
<ul>${tags.map((tag) => `<li><a href="/tags/${tag.ref}">${escaped(tag.name)}</a> ${escaped(tag.says ?? '')}</li>`).join('\n')}</ul></main></html>`

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
