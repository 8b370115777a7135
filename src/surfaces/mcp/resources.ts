import { couldAllow, type Access } from '../../engine/access.ts'
import type { Catalogue } from '../../engine/catalogue.ts'
import type { Guest } from '../rest/door.ts'
import { lineViews } from '../rest/openapi.ts'
import type { Question } from './question.ts'
import { saidOfView } from './tools.ts'

/** What can be read by an address of its own: a row by its ref, and the views that answer for one row. */
export interface Shelf {
  readonly name: string
  readonly uriTemplate: string
  readonly title: string
  readonly description: string
  readonly plural: string
  readonly access?: Access
}

const scheme = 'throughline://'

export function shelvesOf(catalogue: Catalogue): readonly Shelf[] {
  const rows = catalogue.records.map((kind) => ({
    name: kind.name,
    uriTemplate: `${scheme}${kind.plural}/{ref}`,
    title: kind.says.one,
    description: kind.says.what,
    plural: kind.plural,
    access: kind.read,
  }))
  const lines = lineViews
    .flatMap((name) => catalogue.view(name) ?? [])
    .map((view) => ({
      name: view.name,
      uriTemplate: `${scheme}${view.name}/{ref}`,
      title: view.says,
      description: `${saidOfView(view)} The ref is that of any record.`,
      plural: '*',
    }))
  return [...rows, ...lines]
}

export const isOpenTo = (shelf: Shelf, { actor, may }: Guest): boolean =>
  (shelf.access === undefined || couldAllow(shelf.access, actor.role)) &&
  may?.('read', shelf.plural) !== false

/** What is asked where a resource is read; undefined for an address that none of the shelves has. */
export function readingOf(uri: string, shelves: readonly Shelf[]): Question | undefined {
  const [, shelf, ref] = /^throughline:\/\/([a-z-]+)\/([^/?#]+)$/.exec(uri) ?? []
  if (shelf === undefined || ref === undefined) return undefined
  if (!shelves.some(({ uriTemplate }) => uriTemplate === `${scheme}${shelf}/{ref}`))
    return undefined
  return { method: 'GET', path: `/${shelf}/${encodeURIComponent(decoded(ref))}`, given: {} }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
