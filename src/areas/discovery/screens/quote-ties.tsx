import { useCallback, useRef, useState, type ReactNode } from 'react'
import { titleOf, type Row } from '../../../engine/record.ts'
import { read } from '../../../web/client/api.ts'
import { useRead } from '../../../web/client/cache.ts'
import { optionOf } from '../../../web/derived/row-search.ts'
import { mayDo, mayTry } from '../../../web/derived/may.ts'
import { useSite, type Site } from '../../../web/derived/site.ts'
import { useWrite } from '../../../web/derived/undo.ts'
import { useFocusBack } from '../../../web/derived/use-focus-back.ts'
import { Button } from '../../../web/kit/button.tsx'
import { ComboBox } from '../../../web/kit/combo-box.tsx'
import { Code } from '../../../web/kit/code.tsx'
import { Link } from '../../../web/kit/link.tsx'
import { Mark } from '../../../web/kit/mark.tsx'
import type { Option } from '../../../web/kit/options.tsx'
import { ProblemNote } from '../../../web/kit/problem.tsx'
import { Select } from '../../../web/kit/select.tsx'
import type { StationName } from '../../../web/kit/stations.ts'
import { Tone } from '../../../web/kit/tone.tsx'
import { inside, label, say } from '../../../web/words/say.ts'
import styles from './quoting.module.css'

/** What a passage supports and contradicts, and the way to say so. */
export function QuoteTies({ quote }: { readonly quote: Row }): ReactNode {
  const site = useSite()
  const [open, setOpen] = useState(false)
  const place = useFocusBack(open)
  const { data } = useRead<{ readonly data: readonly Row[] }>(
    `/links?filter[fromId]=${quote.id}&limit=50`,
  )
  return (
    <div ref={place}>
      <ul className={styles.ties}>
        {data?.data.map((link) => (
          <Tie key={link.id} link={link} />
        ))}
      </ul>
      {mayTry(site, 'link') &&
        (open ? (
          <AddTie from={{ quote: quote.id }} onDone={() => setOpen(false)} />
        ) : (
          <Button kind="quiet" onPress={() => setOpen(true)}>
            {say('Say what it shows')}
          </Button>
        ))}
    </div>
  )
}

function Tie({ link }: { readonly link: Row }): ReactNode {
  const { catalogue, to } = useSite()
  const kind = catalogue.record(String(link['toKind']))
  const { data } = useRead<Row>(`/${kind.plural}/${String(link['toId'])}`)
  const says = catalogue.relation('quote', String(link['relation']), kind.name)?.says.forth
  return (
    <li>
      <Tone of={link['polarity'] === 'against' ? 'against' : 'second'}>
        {says === undefined ? null : label(says, 'relation')}
      </Tone>
      <Mark station={kind.station as StationName} size={12} />
      {data !== undefined && (
        <>
          <Link href={to(kind.plural, data.ref)}>{titleOf(kind, data)}</Link>
          <Code>{data.ref}</Code>
        </>
      )}
    </li>
  )
}

/** Marks an option that is yet to be made. */
const making = 'new:'

/** A quote that is there, or a passage that becomes one in the same step. */
export type From =
  | { readonly quote: string }
  | { readonly feedbackId: string; readonly start: number; readonly end: number }

/** Says what a passage shows: the quote, what is new of it, and the link are one commit. */
export function AddTie({
  from,
  onDone,
}: {
  readonly from: From
  readonly onDone: () => void
}): ReactNode {
  const site = useSite()
  const write = useWrite()
  const [relation, setRelation] = useState('supports')
  const [problem, setProblem] = useState<Error | null>(null)
  const busy = useRef(false)
  const search = useCallback(
    (text: string, signal: AbortSignal) => targets(site, text, signal),
    [site],
  )
  const tie = async (option: Option | null): Promise<void> => {
    if (option === null || busy.current) return
    busy.current = true
    setProblem(null)
    try {
      const { says, to } = aimOf(site, option)
      await write(says, 'POST', '/commands/frame', { ...from, relation, ...to })
      onDone()
    } catch (error) {
      setProblem(error as Error)
    } finally {
      busy.current = false
    }
  }
  return (
    <>
      {problem !== null && <ProblemNote says={problem.message} />}
      <div className={styles.form}>
        <Select
          label={say('This passage')}
          autoFocus
          value={relation}
          onChange={setRelation}
          options={[
            { id: 'supports', label: label('supports', 'relation') },
            { id: 'contradicts', label: label('contradicts', 'relation') },
          ]}
        />
        <ComboBox
          label={say('The need or insight')}
          value={null}
          onSearch={search}
          onChange={(option) => void tie(option)}
          placeholder={say('Find one, or type a new one')}
        />
      </div>
    </>
  )
}

/** What was chosen, as the command takes it: one that is there, or the title of a new one. */
function aimOf(
  site: Site,
  { id }: Option,
): {
  readonly says: string
  readonly to: Readonly<Record<string, string>>
} {
  if (!id.startsWith(making)) return { says: say('Linked'), to: { to: id } }
  const [name = '', ...rest] = id.slice(making.length).split(':')
  const what = inside(site.catalogue.record(name).says.one, name)
  return { says: say('Added: {what}', { what }), to: { [name]: rest.join(':') } }
}

/** What a passage can support: what fits the words, then one of each to be made of them. */
async function targets(site: Site, text: string, signal: AbortSignal): Promise<readonly Option[]> {
  const kinds = ['need', 'insight'].map((name) => site.catalogue.record(name))
  const asked = text === '' ? '' : `&q=${encodeURIComponent(text)}`
  const pages = await Promise.all(
    kinds.map(async (kind) => {
      const { data } = await read<{ readonly data: readonly Row[] }>(
        `/${kind.plural}?limit=6${asked}`,
        signal,
      )
      return data.map((row) => optionOf(kind, row))
    }),
  )
  const made = kinds
    .filter((kind) => text.trim() !== '' && mayDo(site, 'create', kind))
    .map((kind) => ({
      id: `${making}${kind.name}:${text.trim()}`,
      label: say('New {kind}: “{text}”', {
        kind: inside(kind.says.one, kind.name),
        text: text.trim(),
      }),
      station: kind.station as StationName,
    }))
  return [...made, ...pages.flat()]
}
