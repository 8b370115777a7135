import { useMemo, useState, type ReactNode } from 'react'
import { useRead } from '../../../../web/client/cache.ts'
import { ReadingProblem } from '../../../../web/derived/reading-problem.tsx'
import { useSite } from '../../../../web/derived/site.ts'
import { Title } from '../../../../web/derived/title.tsx'
import { useKeys } from '../../../../web/derived/use-key.ts'
import { Button, Buttons, LinkButton } from '../../../../web/kit/button.tsx'
import { Empty } from '../../../../web/kit/empty.tsx'
import { MarginList } from '../../../../web/kit/margin-list.tsx'
import { Mark } from '../../../../web/kit/mark.tsx'
import { PageHead } from '../../../../web/kit/page-head.tsx'
import { Row, Sheet } from '../../../../web/kit/sheet.tsx'
import { TableFile } from '../../../../web/kit/table-file.tsx'
import { Tone } from '../../../../web/kit/tone.tsx'
import { counted, say } from '../../../../web/words/say.ts'
import type { NeedsObjectives } from '../../views/needs-objectives.ts'
import { comes, comeSaid, markOf } from './come.ts'
import { CrossingList } from './crossing-list.tsx'
import { CrossingTable } from './crossing-table.tsx'
import styles from './crossing.module.css'

/** Needs × objectives: what we do for both, and what is empty on either side. */
export function NeedsObjectivesPage({
  search,
}: {
  readonly search: Readonly<Record<string, unknown>>
}): ReactNode {
  const { to } = useSite()
  const { data, error } = useRead<NeedsObjectives>('/views/needs-objectives')
  const show = search['show'] === 'holes' ? 'holes' : 'all'
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const toggle = (id: string): void => {
    const next = new Set(open)
    if (!next.delete(id)) next.add(id)
    setOpen(next)
  }
  const shown = useMemo(() => (data === undefined ? undefined : shownOf(data, show)), [data, show])
  useKeys({ p: () => print() })
  const here = to('needs-objectives')
  const isEmpty = data !== undefined && (data.needs.length === 0 || data.objectives.length === 0)
  return (
    <Sheet
      margin={
        data !== undefined &&
        !isEmpty && (
          <MarginList
            title={say('Show')}
            items={[
              { href: here, label: say('Everything'), current: show === 'all' },
              {
                href: `${here}?show=holes`,
                label: say('Holes only'),
                count: data.holes,
                current: show === 'holes',
              },
              { href: to('need-tree'), label: say('The needs as a tree') },
            ]}
          />
        )
      }
      head={
        <PageHead
          mark={<Mark station="framed" size={24} />}
          kick={<span>{say('Needs × objectives')}</span>}
          title={
            <>
              <Title says={say('Needs × objectives')} />
              {findingSaid(data)}
            </>
          }
          stand={say(
            'Each cell holds the ideas that address the need and advance the objective. A hollow row is a need that nothing we aim for would change; a hollow column is an aim that meets nobody’s need.',
          )}
          actions={
            data !== undefined &&
            !isEmpty && (
              <Buttons>
                <Button keys="P" onPress={() => print()}>
                  {say('Print')}
                </Button>
                <TableFile name="needs-objectives.csv" rows={() => rowsOf(data)} />
                <LinkButton href={`${to('lint')}?rule=need-without-objective`}>
                  {say('What to mend')}
                </LinkButton>
              </Buttons>
            )
          }
        />
      }
      folio={!isEmpty && <Legend />}
    >
      <Row>
        {error !== undefined && data === undefined && (
          <ReadingProblem error={error} what={say('needs and objectives')} />
        )}
        {data === undefined && error === undefined && <Tone of="quiet">{say('Reading…')}</Tone>}
        {isEmpty && (
          <Empty
            title={
              data.needs.length === 0
                ? say('No need is framed yet.')
                : say('No objective is set yet.')
            }
            action={
              data.needs.length === 0 ? (
                <LinkButton href={to('triage')}>{say('Sort the feedback')}</LinkButton>
              ) : (
                <LinkButton href={to('objectives', 'new')}>{say('Add an objective')}</LinkButton>
              )
            }
          >
            {say('Needs stand at the side, objectives at the head, and ideas where they meet.')}
          </Empty>
        )}
        {shown !== undefined && !isEmpty && (
          <>
            <div className={styles.wide}>
              <CrossingTable data={shown} open={open} onToggle={toggle} />
            </div>
            <div className={styles.narrow}>
              <CrossingList data={shown} />
            </div>
          </>
        )}
        {data?.cut === true && <Tone of="watch">{say('There is more than was read.')}</Tone>}
      </Row>
    </Sheet>
  )
}

/** Of the holes only: the rows that are empty, and the columns that are. */
function shownOf(data: NeedsObjectives, show: 'holes' | 'all'): NeedsObjectives {
  if (show === 'all') return data
  return {
    ...data,
    needs: data.needs.filter(({ hole }) => hole !== null),
    objectives: data.objectives.filter(({ hole }) => hole !== null),
  }
}

/** The title says what the picture comes to. */
function findingSaid(data: NeedsObjectives | undefined): string {
  if (data === undefined || data.needs.length === 0 || data.objectives.length === 0)
    return say('Where needs and objectives meet')
  const rows = data.needs.filter(({ hole }) => hole !== null).length
  const columns = data.objectives.filter(({ hole }) => hole !== null).length
  if (rows + columns === 0) return say('Every need meets an objective, and every objective a need')
  if (columns === 0) return counted(rows, '# need meets no objective', '# needs meet no objective')
  const aims = counted(columns, '# objective meets no need', '# objectives meet no need')
  return rows === 0
    ? aims
    : counted(rows, '# need meets no objective, {aims}', '# needs meet no objective, {aims}', {
        aims,
      })
}

function Legend(): ReactNode {
  return (
    <span className={styles.legend}>
      {comes.map((come) => (
        <span key={come}>
          <Mark {...markOf(come)} size={12} /> {comeSaid(come)}
        </span>
      ))}
    </span>
  )
}

const rowsOf = ({ needs, objectives }: NeedsObjectives): readonly (readonly string[])[] => [
  [
    say('Need'),
    say('Title'),
    say('Evidence strength'),
    ...objectives.map(({ ref, title }) => `${ref} ${title}`),
    say('Hole'),
  ],
  ...needs.map(({ ref, title, strength, cells, hole }) => [
    ref,
    title,
    strength === null ? '' : String(Math.round(strength * 100) / 100),
    ...objectives.map(({ id }) =>
      (cells.find(({ objectiveId }) => objectiveId === id)?.ideas ?? [])
        .map((idea) => idea.ref)
        .join(' '),
    ),
    hole ?? '',
  ]),
]
