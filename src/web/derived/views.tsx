import type { ReactNode } from 'react'
import type { RecordKind } from '../../engine/record.ts'
import { useReads } from '../client/cache.ts'
import { MarginList } from '../kit/margin-list.tsx'
import { number } from '../words/say.ts'
import { searchOf, type Asked } from './asked.ts'
import { allSaid, fieldLabel, optionLabel } from './field-words.ts'
import { useSite } from './site.ts'

interface Page {
  readonly total?: number
  readonly totalIsLeast?: boolean
}

/** The list by each value of its choices, with how many there are: the ways it is most often read. */
export function Views({
  kind,
  asked,
}: {
  readonly kind: RecordKind
  readonly asked: Asked
}): ReactNode {
  const { to } = useSite()
  const views = viewsOf(kind)
  const counts = useReads<Page>(pathsOf(kind))
  if (views.length < 2) return null
  const groups = [...new Set(views.map(({ group }) => group))]
  return groups.map((group) => (
    <MarginList
      key={group}
      title={group}
      items={views
        .map((view, at) => ({ ...view, total: totalSaid(counts[at]?.data) }))
        .filter((view) => view.group === group)
        .map(({ label, filter, total }) => ({
          href: `${to(kind.plural)}${searchOf(kind, { ...asked, q: '', filter, view: null })}`,
          label,
          count: total,
          current:
            asked.view === null &&
            asked.q === '' &&
            JSON.stringify(asked.filter) === JSON.stringify(filter),
        }))}
    />
  ))
}

interface View {
  readonly group: string
  readonly label: string
  readonly filter: Readonly<Record<string, string>>
}

function viewsOf(kind: RecordKind): readonly View[] {
  const choices = Object.entries(kind.fields).flatMap(([name, field]) =>
    field.kind === 'choice' && field.filter === true
      ? Object.keys(field.options).map((value) => ({
          group: fieldLabel(field, kind.name),
          label: optionLabel(field, value, kind.name),
          filter: { [name]: value },
        }))
      : [],
  )
  const all = { group: choices[0]?.group ?? '', label: allSaid(kind), filter: {} }
  return [all, ...choices]
}

/** The same list of addresses every time, so that it is read once. */
function pathsOf(kind: RecordKind): readonly string[] {
  const known = paths.get(kind)
  if (known !== undefined) return known
  const views = viewsOf(kind)
  const made =
    views.length < 2
      ? []
      : views.map(({ filter }) => {
          const params = new URLSearchParams({ limit: '1', count: 'exact' })
          for (const [name, value] of Object.entries(filter)) params.set(`filter[${name}]`, value)
          return `/${kind.plural}?${params.toString()}`
        })
  paths.set(kind, made)
  return made
}

const paths = new WeakMap<RecordKind, readonly string[]>()

const totalSaid = (page: Page | undefined): string =>
  page?.total === undefined ? '' : `${number(page.total)}${page.totalIsLeast === true ? '+' : ''}`
