import { same as equal } from '../../engine/crud.ts'
import type { Catalogue } from '../../engine/catalogue.ts'
import type { Row } from '../../engine/record.ts'
import type { Fact } from './held.ts'

/** One write, as the API takes it. */
export interface Writing {
  readonly method: 'POST' | 'PATCH' | 'DELETE'
  /** Under `/api/v1`. */
  readonly path: string
  readonly body?: unknown
  /** The version that the writer saw. */
  readonly version?: number | undefined
  /** How the fields that it changes stood then: what others changed beside them is no conflict. */
  readonly base?: Plain | undefined
}

/** The command that the server will run for it, so that it can be run here as well; undefined for one that it alone can. */
export function commandOf(
  { method, path, body, version }: Writing,
  catalogue: Catalogue,
): { readonly command: string; readonly input: Plain } | undefined {
  const [first = '', second = '', ...rest] = path.replace(/^\//, '').split('/')
  if (rest.length > 0) return undefined
  const given = (body ?? {}) as Plain
  if (first === 'commands' && method === 'POST')
    return second === 'undo' ? undefined : { command: second, input: given }
  const kind = catalogue.recordOfPlural(first)
  if (kind === undefined) return undefined
  const name = decodeURIComponent(second)
  const at = version === undefined ? {} : { version }
  switch (method) {
    case 'POST':
      return name === '' ? { command: `create-${kind.name}`, input: given } : undefined
    case 'PATCH':
      return { command: `update-${kind.name}`, input: { ...given, id: name, ...at } }
    case 'DELETE':
      return { command: `remove-${kind.name}`, input: { id: name, ...at } }
  }
}

/** What the answer to a write says of rows. */
export function factsOf(
  { method, path }: Writing,
  answer: unknown,
  catalogue: Catalogue,
): readonly Fact[] {
  if (typeof answer !== 'object' || answer === null) return []
  const { changed } = answer as { readonly changed?: readonly Changed[] }
  if (Array.isArray(changed))
    return changed.flatMap(({ op, record, id, row }): readonly Fact[] => {
      if (row !== null && row.removedAt === null) return [{ record, id, row }]
      return op === 'discard' || op === 'remove' ? [{ record, id, gone: true }] : []
    })
  const kind = catalogue.recordOfPlural(path.replace(/^\//, '').split('/')[0] ?? '')
  const row = answer as Partial<Row>
  if (kind === undefined || typeof row.id !== 'string' || typeof row.version !== 'number') return []
  return method === 'DELETE'
    ? [{ record: kind.name, id: row.id, gone: true }]
    : [{ record: kind.name, id: row.id, row: row as Row }]
}

interface Changed {
  readonly op: string
  readonly record: string
  readonly id: string
  readonly row: Row | null
}

/**
 * The fields that both sides changed to something different; none of them means that the write can
 * go again over the newer version.
 */
export function contested({ body, base }: Writing, current: Plain): readonly string[] {
  if (base === undefined) return Object.keys(body ?? {})
  const mine = flat((body ?? {}) as Plain)
  const theirs = flat(current)
  const before = flat(base)
  return Object.keys(mine).filter(
    (name) => !same(theirs[name], before[name]) && !same(theirs[name], mine[name]),
  )
}

/** Own fields as `custom.key`: each is a field by itself. */
const flat = (values: Plain): Plain => {
  const { custom, ...rest } = values
  const own = Object.entries((custom ?? {}) as Plain).map(
    ([key, value]) => [`custom.${key}`, value] as const,
  )
  return { ...rest, ...Object.fromEntries(own) }
}

const same = (left: unknown, right: unknown): boolean => equal(left ?? null, right ?? null)

type Plain = Readonly<Record<string, unknown>>
