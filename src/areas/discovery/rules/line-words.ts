import type { Catalogue } from '../../../engine/catalogue.ts'
import { titleOf, type RecordKind, type Row } from '../../../engine/record.ts'
import { oneLine } from './shorten.ts'
import type { LinkStrength } from './strength.ts'
import type { Evidence } from './evidence.ts'
import type { Named } from './why.ts'

const longestTitle = 160

/** A row by its name; a long text goes by its beginning. */
export function named(kind: RecordKind, row: Row): Named {
  return {
    id: row.id,
    record: kind.name,
    ref: row.ref,
    title: oneLine(titleOf(kind, row), longestTitle),
  }
}

/** A tie in words, read from one of its ends. */
export function tieWords(
  declared: Pick<Catalogue, 'relation' | 'record'>,
  relation: string,
  ends: { readonly above: string; readonly below: string },
  readFrom: 'above' | 'below',
): string {
  const [here, there] = readFrom === 'above' ? [ends.above, ends.below] : [ends.below, ends.above]
  const forth = declared.relation(here, relation, there)
  if (forth !== undefined) return forth.says.forth
  const back = declared.relation(there, relation, here)
  if (back !== undefined) return back.says.back
  const upper = declared.record(ends.above).fields[relation]
  const holder = upper?.kind === 'ref' && upper.line === 'above' ? 'above' : 'below'
  const field = holder === 'above' ? upper : declared.record(ends.below).fields[relation]
  const reads = field?.kind === 'ref' ? field.reads : undefined
  return (holder === readFrom ? reads?.forth : reads?.back) ?? relation
}

/** What is hidden, coarsely: never a number from which more could be worked out. */
export function hiddenSays(count: number): string | null {
  if (count < 1) return null
  if (count === 1) return 'There is one source you may not see.'
  return count < 5
    ? 'There are a few sources you may not see.'
    : 'There are many sources you may not see.'
}

/** What the evidence comes to, in a sentence or two. */
export function evidenceSays(told: Evidence): string {
  const pro = told.supporting.length
  const contra = told.contradicting.length
  const against =
    contra === 0 ? 'None speaks against it.' : `${count(contra, 'speaks', 'speak')} against it.`
  if (pro === 0)
    return contra === 0
      ? 'Nothing that somebody said is linked to it.'
      : `Nothing supports it. ${against}`
  const companies =
    told.companies === 0 ? '' : ` at ${count(told.companies, 'company', 'companies')}`
  return `${count(pro, 'piece of feedback supports', 'pieces of feedback support')} it, from ${count(told.sources, 'independent source', 'independent sources')}${companies}. ${against}`
}

/** What a link rests on, in a sentence. */
export function linkSays(
  link: LinkStrength,
  above: readonly Named[],
  below: Named,
  { words, many }: { readonly words: string; readonly many: string },
): string {
  const upper = link.above.length === 1 ? (above[0]?.ref ?? '') : `${link.above.length} ${many}`
  if (link.kind === 'word')
    return `That ${below.ref} moves ${upper} is one person's word, given on ${day(link.newest)}.`
  const behind = link.kind === 'heard' ? below.ref : upper
  const said =
    link.sources === 0
      ? 'Nothing that somebody said'
      : count(link.sources, 'independent source', 'independent sources')
  const stands = link.sources > 1 ? 'stand' : 'stands'
  const newest = link.newest === null ? '' : `, newest ${day(link.newest)}`
  const against = link.against === 0 ? '' : `; ${link.against} against`
  const tie = link.kind === 'heard' ? '' : `, which ${words} ${below.ref}`
  return `${said} ${stands} behind ${behind}${tie}${newest}${against}.`
}

/** A count with its noun: one, two and three in words would stop tables from lining up. */
export const count = (value: number, one: string, many: string): string =>
  `${value.toLocaleString('en')} ${value === 1 ? one : many}`

const day = (at: string | null): string => (at ?? '').slice(0, 10)
