import { useState, type ReactNode } from 'react'
import { everyField, titleOf, type RecordKind, type Row } from '../../engine/record.ts'
import { useRead } from '../client/cache.ts'
import { label, say } from '../words/say.ts'
import { saying } from '../words/saying.tsx'
import { isKeptInside } from './kept-inside.ts'
import { fieldLabel, thing, things, thisSaid } from './field-words.ts'
import { useTrash } from './use-trash.ts'
import { Present } from './present.tsx'
import { Aside, Box } from '../kit/aside.tsx'
import { Button, Buttons, LinkButton } from '../kit/button.tsx'
import { Code } from '../kit/code.tsx'
import { Facts } from '../kit/facts.tsx'
import { Mark } from '../kit/mark.tsx'
import { MiniLine } from '../kit/mini-line.tsx'
import { PageHead } from '../kit/page-head.tsx'
import { Prose } from '../kit/prose.tsx'
import { Section } from '../kit/section.tsx'
import { Row as SheetRow, Sheet } from '../kit/sheet.tsx'
import type { StationName } from '../kit/stations.ts'
import { When } from '../kit/when.tsx'
import styles from './derived.module.css'
import { nameOf } from './name-of.ts'
import { mayDoTo, mayTry } from './may.ts'
import { Belonging } from './belonging.tsx'
import { Title } from './title.tsx'
import { CommandDialog } from './command-dialog.tsx'
import { commandsOn } from './commands-on.ts'
import { capital } from './capital.ts'
import { Links } from './links.tsx'
import { undefinedOwn, useOwnFields, valueIn } from './own-fields.ts'
import { RowHistory } from './row-history.tsx'
import { ReadingProblem } from './reading-problem.tsx'
import { RowNote } from './row-note.tsx'
import { Shown } from './shown.tsx'
import { useSite } from './site.ts'

/** One row of any record: its fields, its place on the line, its links, its history. */
export function DetailPage({
  kind,
  name,
  more,
}: {
  readonly kind: RecordKind
  readonly name: string
  readonly more?: More | undefined
}): ReactNode {
  const { to } = useSite()
  const { data: row, error } = useRead<Row>(`/${kind.plural}/${encodeURIComponent(name)}`)
  if (row === undefined) {
    return (
      <Sheet
        head={
          <PageHead
            title={error === undefined ? say('Reading…') : say('{name} cannot be shown', { name })}
          />
        }
      >
        <SheetRow>
          {error !== undefined && (
            <ReadingProblem
              error={error}
              what={thisSaid(kind)}
              instead={
                <LinkButton href={to(kind.plural)}>
                  {say('To all {things}', { things: things(kind) })}
                </LinkButton>
              }
            />
          )}
        </SheetRow>
      </Sheet>
    )
  }
  return <Detail kind={kind} row={row} more={more} />
}

function Detail({
  kind,
  row,
  more,
}: {
  readonly kind: RecordKind
  readonly row: Row
  readonly more: More | undefined
}): ReactNode {
  const site = useSite()
  const { catalogue, to } = site
  const trash = useTrash()
  const [doing, setDoing] = useState<string | null>(null)
  const title = titleOf(kind, row)
  const onLine = catalogue.relations.some(
    (one) => one.from.includes(kind.name) || one.to.includes(kind.name),
  )
  const updatable = mayDoTo(site, 'update', kind, row)
  const removable = mayDoTo(site, 'remove', kind, row)
  const commands = commandsOn(catalogue, kind).filter(({ name }) => mayTry(site, name))
  const long = Object.entries(kind.fields).filter(
    ([name, field]) =>
      isLong(field) && name !== kind.title && name !== more?.shows && hasValue(row[name]),
  )
  const own = useOwnFields(kind) ?? {}
  const short = Object.entries({
    ...everyField(kind),
    ...own,
    ...undefinedOwn(own, row),
  }).filter(
    ([name, field]) =>
      !isLong(field) &&
      !quiet.has(name) &&
      !isKeptInside(kind, name) &&
      name !== kind.title &&
      hasValue(valueIn(row, name)) &&
      !(name === 'visibility' && row[name] === 'workspace'),
  )
  return (
    <Sheet
      head={
        <PageHead
          mark={
            kind.station === undefined ? undefined : (
              <Mark station={kind.station as StationName} size={24} />
            )
          }
          kick={
            <>
              <Code>{row.ref}</Code>
              <span>{capital(thing(kind))}</span>
              {kind.station !== undefined && <MiniLine mask={row.stations} />}
              <Present record={kind.name} id={row.id} doing="reading" />
              <RowNote id={row.id} in="words" />
            </>
          }
          title={
            <>
              <Title says={`${row.ref} ${title}`} />
              {nameOf(kind, row, 160)}
            </>
          }
          actions={
            <Buttons>
              {updatable && (
                <LinkButton keys="E" href={to(kind.plural, row.ref, 'edit')}>
                  {say('Edit')}
                </LinkButton>
              )}
              {onLine && (
                <LinkButton kind="primary" keys="W" href={to(kind.plural, row.ref, 'why')}>
                  {kind.station !== undefined && kind.station === catalogue.stations[0]
                    ? say('What became of it?')
                    : say('Why is this here?')}
                </LinkButton>
              )}
            </Buttons>
          }
        />
      }
      aside={
        <Aside label={say('Facts')}>
          <Box title={say('Facts')}>
            <Facts
              set="list"
              items={short.map(([name, field]) => ({
                term: fieldLabel(field, kind.name),
                value: (
                  <Shown
                    field={field}
                    value={valueIn(row, name)}
                    catalogue={catalogue}
                    owner={kind.name}
                    pointsAt={field.kind === 'ref' && row[field.kindIn ?? '']}
                  />
                ),
              }))}
            />
          </Box>
          {more?.beside?.(row)}
          {(commands.length > 0 || removable) && (
            <Box title={say('Do')}>
              <div className={styles.verbs} data-screen-only="">
                {commands.map((command) => (
                  <Button key={command.name} kind="quiet" onPress={() => setDoing(command.name)}>
                    {label(command.says)}
                  </Button>
                ))}
                {removable && (
                  <Button kind="quiet" onPress={() => void trash(kind, row)}>
                    {say('Move to the trash')}
                  </Button>
                )}
              </div>
            </Box>
          )}
        </Aside>
      }
      folio={
        <span>
          {saying('{ref}, version {version}, changed {when}', {
            ref: row.ref,
            version: row.version,
            when: <When at={row.updatedAt} />,
          })}
        </span>
      }
    >
      <SheetRow>
        {more?.first?.(row)}
        {long.map(([name, field]) => (
          <Section key={name} title={fieldLabel(field, kind.name)}>
            {field.kind === 'text' ? (
              <Prose>
                {String(row[name])
                  .split(/\n{2,}/)
                  .map((part, at) => (
                    <p key={at}>{part}</p>
                  ))}
              </Prose>
            ) : (
              <Shown field={field} value={row[name]} catalogue={catalogue} owner={kind.name} />
            )}
          </Section>
        ))}
        {more?.make?.(row)}
        <Belonging kind={kind} row={row} shown={more?.lists} />
        {onLine && <Links kind={kind} row={row} />}
        {more?.last?.(row)}
        <RowHistory kind={kind} row={row} own={own} />
      </SheetRow>
      {doing !== null && <CommandDialog name={doing} row={row} onClose={() => setDoing(null)} />}
    </Sheet>
  )
}

/** What a record adds to its own page, and what it shows in a way of its own. */
export interface More {
  /** A long field. */
  readonly shows?: string
  /** The record whose rows it lists in a way of its own. */
  readonly lists?: string
  /** What has to be known before anything else of it. */
  readonly first?: (row: Row) => ReactNode
  readonly make?: (row: Row) => ReactNode
  /** What stands beside the page, under its facts. */
  readonly beside?: (row: Row) => ReactNode
  /** What stands under everything else of it, before its history. */
  readonly last?: (row: Row) => ReactNode
}

const quiet = new Set([
  'ref',
  'version',
  'stations',
  'removedAt',
  'createdById',
  'custom',
  'updatedAt',
  'draft',
])

const isLong = (field: { readonly kind: string; readonly lines?: 'many' }): boolean =>
  field.kind === 'prose' || (field.kind === 'text' && field.lines === 'many')

const hasValue = (value: unknown): boolean =>
  value !== null &&
  value !== undefined &&
  value !== '' &&
  !(Array.isArray(value) && value.length === 0)
