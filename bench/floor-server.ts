import { createServer, type IncomingMessage } from 'node:http'
import { Pool, type PoolConfig } from 'pg'
import { uuid7 } from '../src/engine/ids.ts'
import { randomBytes } from 'node:crypto'

/**
 * The floor: what Node and `pg` do with nothing in between. `POST /` inserts one row and answers its
 * id, `GET /` answers fifty rows by an index. No key, no check, no history, no row security.
 */
interface Settings {
  readonly connection: PoolConfig
  readonly table: string
  readonly workspaceId: string
  /** Columns that every insert fills, beside those of the body. */
  readonly columns: readonly string[]
  readonly selected: string
  readonly actorId: string
}

const { connection, table, workspaceId, columns, selected, actorId } = JSON.parse(
  process.argv[2] ?? '',
) as Settings
const pool = new Pool({ ...connection, max: 12 })
const newId = uuid7(Date.now, (count) => randomBytes(count))
let refs = Date.now()

const insert = `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, at) => `$${at + 1}`).join(', ')})`
const select = `select ${selected} from ${table} t where t.workspace_id = $1 and t.removed_at is null and t.merged_into_id is null order by t.created_at desc, t.id desc limit 50`

const server = createServer((request, response) => {
  const answer = request.method === 'POST' ? create(request) : list()
  answer.then(
    (body) =>
      response
        .writeHead(request.method === 'POST' ? 201 : 200, {
          'Content-Type': 'application/json',
          'Content-Length': Buffer.byteLength(body),
        })
        .end(body),
    (error: unknown) => response.writeHead(500, { 'Content-Length': 0 }).end(String(error)),
  )
})

async function create(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const said = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>
  const now = new Date().toISOString()
  const row: Record<string, unknown> = {
    workspace_id: workspaceId,
    id: newId(),
    ref: `FB-${refs++}`,
    version: 1,
    created_at: now,
    updated_at: now,
    created_by_id: actorId,
    stations: 1,
    custom: '{}',
    title: said['title'],
    text: said['text'],
    kind: said['kind'],
    state: 'unprocessed',
    source: said['source'],
    origin_id: said['originId'],
    occurred_at: said['occurredAt'],
    rating: said['rating'],
    language: said['language'],
    visibility: 'workspace',
    draft: false,
  }
  await pool.query(
    insert,
    columns.map((column) => row[column] ?? null),
  )
  return JSON.stringify({ id: row['id'] })
}

async function list(): Promise<string> {
  const { rows } = await pool.query(select, [workspaceId])
  return JSON.stringify({ data: rows })
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(
    `listening on ${typeof address === 'object' && address !== null ? address.port : 0}\n`,
  )
})
process.on('SIGTERM', () => {
  server.closeAllConnections()
  server.close(() => void pool.end().then(() => process.exit(0)))
})
