import type { RecordKind } from '../../engine/record.ts'
import { mayDo } from '../derived/may.ts'
import type { Site } from '../derived/site.ts'

/** The record whose page this is, by the address; its name is a ref or an id. */
export interface Here {
  readonly kind: RecordKind
  readonly name: string
}

/** What `C` adds on a page that is not a list of its record. */
const addedOn: Readonly<Record<string, string>> = {
  roadmap: 'roadmap-items',
  ranking: 'ideas',
  mirror: 'predictions',
  'decisions-due': 'decisions',
  course: 'decisions',
}

export function hereOf({ catalogue }: Pick<Site, 'catalogue'>, pathname: string): Here | undefined {
  const [, , , plural = '', name = ''] = pathname.split('/')
  const kind = catalogue.recordOfPlural(plural)
  return kind === undefined || name === '' || name === 'new'
    ? undefined
    : { kind, name: decodeURIComponent(name) }
}

/** What one adds from here: the record of this page, feedback where there is none. */
export function addedHere(site: Site, pathname: string): RecordKind | undefined {
  const { catalogue } = site
  const [, , , plural = ''] = pathname.split('/')
  const kind =
    catalogue.recordOfPlural(plural) ?? catalogue.recordOfPlural(addedOn[plural] ?? 'feedback')
  return kind !== undefined && mayDo(site, 'create', kind) ? kind : undefined
}

/** May one keep what somebody said? */
export const mayCapture = (site: Site): boolean =>
  mayDo(site, 'create', site.catalogue.record('feedback'))

/** Where the record of this page is edited, by whoever may. */
export function editHere(site: Site, pathname: string): string | undefined {
  const here = hereOf(site, pathname)
  return here !== undefined && mayDo(site, 'update', here.kind)
    ? site.to(here.kind.plural, here.name, 'edit')
    : undefined
}

/** Where the line of this page's record is. */
export function whyHere(site: Site, pathname: string): string | undefined {
  const here = hereOf(site, pathname)
  return here?.kind.station === undefined ? undefined : site.to(here.kind.plural, here.name, 'why')
}
