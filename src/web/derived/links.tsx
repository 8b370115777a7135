import { useMemo, useState, type ReactNode } from 'react'
import type { Relation } from '../../engine/link.ts'
import { titleOf, type RecordKind, type Row } from '../../engine/record.ts'
import { RemoteProblem } from '../client/api.ts'
import { useRead } from '../client/cache.ts'
import { label, number, say } from '../words/say.ts'
import { thing } from './field-words.ts'
import { useAct, useWrite } from './undo.ts'
import { Button, Buttons } from '../kit/button.tsx'
import { ComboBox } from '../kit/combo-box.tsx'
import { Fields } from '../kit/field.tsx'
import { Link } from '../kit/link.tsx'
import { Mark } from '../kit/mark.tsx'
import type { Option } from '../kit/options.tsx'
import { ProblemNote } from '../kit/problem.tsx'
import { Section } from '../kit/section.tsx'
import { Select } from '../kit/select.tsx'
import type { StationName } from '../kit/stations.ts'
import { brief } from './brief.ts'
import styles from './derived.module.css'
import { useFocusBack } from './use-focus-back.ts'
import { useKeys } from './use-key.ts'
import { mayTry } from './may.ts'
import { useRowSearch } from './row-search.ts'
import { useSite } from './site.ts'

/** The edges that start or end at a row, and a way to add one and take one away. */
export function Links({ kind, row }: { readonly kind: RecordKind; readonly row: Row }): ReactNode {
  const forth = useRead<{ readonly data: readonly Row[] }>(
    `/links?filter[fromId]=${row.id}&limit=100`,
  )
  const back = useRead<{ readonly data: readonly Row[] }>(`/links?filter[toId]=${row.id}&limit=100`)
  const links = [...(forth.data?.data ?? []), ...(back.data?.data ?? [])]
  return (
    <Section
      title={say('Linked')}
      note={links.length === 0 ? say('nothing yet') : number(links.length)}
    >
      <ul className={styles.links}>
        {links.map((link) => (
          <LinkLine key={link.id} link={link} own={row.id} />
        ))}
      </ul>
      <AddLink kind={kind} row={row} />
    </Section>
  )
}

function LinkLine({ link, own }: { readonly link: Row; readonly own: string }): ReactNode {
  const site = useSite()
  const { catalogue, to } = site
  const act = useAct()
  const forth = link['fromId'] === own
  const other = catalogue.record(String(forth ? link['toKind'] : link['fromKind']))
  const { data } = useRead<Row>(`/${other.plural}/${String(forth ? link['toId'] : link['fromId'])}`)
  const declared = catalogue.relation(
    String(link['fromKind']),
    String(link['relation']),
    String(link['toKind']),
  )
  const read = forth ? declared?.says.forth : declared?.says.back
  const says = read === undefined ? '' : label(read, 'relation')
  return (
    <li>
      <span className={styles.mark}>
        {other.station !== undefined && <Mark station={other.station as StationName} size={12} />}
      </span>
      <span className={styles.says}>{says}</span>
      <span className={styles.title}>
        {data === undefined ? (
          '…'
        ) : (
          <Link href={to(other.plural, data.ref)}>{brief(titleOf(other, data), 120)}</Link>
        )}
      </span>
      {mayTry(site, 'unlink') && (
        <Button
          kind="quiet"
          label={say('Take away: {name}', {
            name: `${says} ${data === undefined ? '' : data.ref}`,
          })}
          onPress={() =>
            void act(say('Link taken away'), 'POST', '/commands/unlink', {
              from: link['fromId'],
              relation: link['relation'],
              to: link['toId'],
            })
          }
        >
          {say('Take away')}
        </Button>
      )}
    </li>
  )
}

/** One way to link this kind of record with another, in one direction. */
interface Way {
  readonly id: string
  readonly relation: Relation
  readonly other: string
  readonly forth: boolean
}

function AddLink({ kind, row }: { readonly kind: RecordKind; readonly row: Row }): ReactNode {
  const site = useSite()
  const { catalogue } = site
  const write = useWrite()
  const ways = useMemo(() => waysOf(catalogue.relations, kind.name), [catalogue, kind])
  const [open, setOpen] = useState(false)
  const place = useFocusBack(open)
  const [id, setId] = useState(ways[0]?.id ?? '')
  const [other, setOther] = useState<Option | null>(null)
  const [problem, setProblem] = useState<Error | null>(null)
  const way = ways.find((one) => one.id === id)
  const search = useRowSearch(way === undefined ? undefined : catalogue.record(way.other))
  const may = ways.length > 0 && mayTry(site, 'link')
  useKeys(may ? { l: () => setOpen(true) } : {})
  if (!may) return null
  if (!open) {
    return (
      <div className={styles.after} ref={place}>
        <Button keys="L" onPress={() => setOpen(true)}>
          {say('Link to another record')}
        </Button>
      </div>
    )
  }
  const add = async (): Promise<void> => {
    if (way === undefined || other === null) return
    setProblem(null)
    try {
      const [from, to] = way.forth ? [row.id, other.id] : [other.id, row.id]
      await write(say('Linked: {name}', { name: other.label }), 'POST', '/commands/link', {
        from,
        relation: way.relation.relation,
        to,
      })
      setOther(null)
      setOpen(false)
    } catch (error) {
      setProblem(error as Error)
    }
  }
  return (
    <div className={styles.after}>
      <Fields>
        {problem !== null && (
          <ProblemNote
            says={problem.message}
            places={problem instanceof RemoteProblem ? problem.places : []}
          />
        )}
        <Select
          label={say('How')}
          autoFocus
          value={id}
          options={ways.map((one) => ({
            id: one.id,
            label: say('{relation} {thing}', {
              relation: label(
                one.forth ? one.relation.says.forth : one.relation.says.back,
                'relation',
              ),
              thing: thing(catalogue.record(one.other)),
            }),
          }))}
          onChange={(next) => {
            setId(next)
            setOther(null)
          }}
        />
        <ComboBox
          label={say('Which')}
          value={other}
          onChange={setOther}
          onSearch={search}
          placeholder={say('Search by words, or type its id')}
        />
        <Buttons>
          <Button onPress={() => void add()} disabled={other === null}>
            {say('Link|verb')}
          </Button>
          <Button kind="quiet" onPress={() => setOpen(false)}>
            {say('Leave it')}
          </Button>
        </Buttons>
      </Fields>
    </div>
  )
}

const waysOf = (relations: readonly Relation[], name: string): readonly Way[] =>
  relations.flatMap((relation) => [
    ...(relation.from.includes(name)
      ? relation.to.map((other) => ({
          id: `${relation.relation} > ${other}`,
          relation,
          other,
          forth: true,
        }))
      : []),
    ...(relation.to.includes(name)
      ? relation.from.map((other) => ({
          id: `${relation.relation} < ${other}`,
          relation,
          other,
          forth: false,
        }))
      : []),
  ])
