import type { ReactNode } from 'react'
import type { Row } from '../../../../engine/record.ts'
import { optionLabel } from '../../../../web/derived/field-words.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { MarginList } from '../../../../web/kit/margin-list.tsx'
import { number, say } from '../../../../web/words/say.ts'
import { tallyOf, type LogFilter } from '../../rules/decision-log.ts'
import type { People } from '../decision/use-people.ts'

/** What the log is narrowed to: each choice is an address, so that a link to it is exact. */
export function LogFilters({
  decisions,
  filter,
  people,
}: {
  readonly decisions: readonly Row[]
  readonly filter: LogFilter
  readonly people: People
}): ReactNode {
  const { to, catalogue } = useSite()
  const fields = catalogue.record('decision').fields
  const at = (patch: Partial<LogFilter>): string => {
    const given = Object.entries({ ...filter, ...patch }).flatMap(([name, value]) =>
      value === null ? [] : [[name, value]],
    )
    const search = new URLSearchParams(given).toString()
    return search === '' ? to('decisions') : `${to('decisions')}?${search}`
  }
  const choices = (name: 'state' | 'door' | 'kind', title: string): ReactNode => {
    const field = fields[name]
    if (field?.kind !== 'choice') return null
    const tally = tallyOf(decisions, name)
    const values = Object.keys(field.options).filter((value) => tally.has(value))
    if (values.length < 2 && filter[name] === null) return null
    return (
      <MarginList
        title={title}
        items={[
          { href: at({ [name]: null }), label: say('All'), current: filter[name] === null },
          ...values.map((value) => ({
            href: at({ [name]: value }),
            label: optionLabel(field, value, 'decision'),
            count: number(tally.get(value) ?? 0),
            current: filter[name] === value,
          })),
        ]}
      />
    )
  }
  const drivers = [...tallyOf(decisions, 'driverId')]
    .toSorted(([one, many], [other, more]) =>
      many === more ? people.nameOf(one).localeCompare(people.nameOf(other)) : more - many,
    )
    .slice(0, mostNamed)
  if (decisions.length === 0) return null
  return (
    <>
      <MarginList
        title={say('Late|filter')}
        items={[
          { href: at({ late: null }), label: say('All'), current: filter.late === null },
          { href: at({ late: 'yes' }), label: say('Late only'), current: filter.late !== null },
        ]}
      />
      {choices('state', say('State'))}
      {choices('door', say('Door|column'))}
      {choices('kind', say('Kind|column'))}
      {drivers.length > 0 && (
        <MarginList
          title={say('Driver|role')}
          items={[
            { href: at({ driver: null }), label: say('All'), current: filter.driver === null },
            ...drivers.map(([id, count]) => ({
              href: at({ driver: id }),
              label: people.nameOf(id),
              count: number(count),
              current: filter.driver === id,
            })),
          ]}
        />
      )}
    </>
  )
}

const mostNamed = 8
