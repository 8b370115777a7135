import { type ReactNode, useState } from 'react'
import { BulkBar } from '../bulk-bar.tsx'
import { Button, Buttons } from '../button.tsx'
import { Code } from '../code.tsx'
import { Empty } from '../empty.tsx'
import { Ledger } from '../ledger.tsx'
import type { Sort } from '../ledger-props.ts'
import { MarginList } from '../margin-list.tsx'
import { Mark } from '../mark.tsx'
import { PageHead } from '../page-head.tsx'
import { Section } from '../section.tsx'
import { LinkWord, Sentence, Word } from '../sentence.tsx'
import { Row, Sheet } from '../sheet.tsx'
import { stations } from '../stations.ts'
import { useToast } from '../toast.tsx'
import { groupOf, ideaColumns, ideas } from './ideas.tsx'

export function ListPage(): ReactNode {
  const [sort, setSort] = useState<Sort>({ column: 'expected', direction: 'descending' })
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['IDEA-31', 'IDEA-52']))
  const toast = useToast()
  return (
    <Sheet head={<Head />} margin={<Views />}>
      <Row>
        <Ledger
          label="12 ideas"
          columns={ideaColumns}
          rows={ideas}
          idOf={({ id }) => id}
          nameOf={({ title }) => title}
          hrefOf={({ id }) => `?page=why&id=${id}`}
          groupOf={groupOf}
          sort={sort}
          onSort={setSort}
          selected={selected}
          onSelect={setSelected}
          totals={
            <>
              <span>9 ideas, 3 needs</span>
              <span>expected in all 867 k€ a year</span>
            </>
          }
          next={{ onPress: () => toast({ says: 'Read 12 more.' }) }}
        />
        {selected.size > 0 && (
          <BulkBar says={`${selected.size} selected`} detail={[...selected].join(', ')}>
            <Button kind="quiet" keys="L">
              Link
            </Button>
            <Button
              kind="quiet"
              keys="W"
              onPress={() =>
                toast({ says: 'Withdrawn: 2 ideas.', undo: () => setSelected(selected) })
              }
            >
              Withdraw
            </Button>
            <Button kind="quiet" keys="Esc" onPress={() => setSelected(new Set())}>
              Clear
            </Button>
          </BulkBar>
        )}
        <Section title="Asked for by Fjordvet" note="0 ideas" rule="none">
          <Ledger
            label="Ideas asked for by Fjordvet"
            columns={ideaColumns}
            rows={[]}
            idOf={({ id }) => id}
            nameOf={({ title }) => title}
            empty={
              <Empty
                title="Nobody at Fjordvet has asked for an idea yet."
                action={<Button keys="C">Add an idea</Button>}
                example={
                  <p>
                    <Code>IDEA-31</Code> Offline ward sheet
                  </p>
                }
              >
                An idea stands here once a quote from this company asks for it.
              </Empty>
            }
          />
        </Section>
        <Section title="Asked for by Northvale" rule="none">
          <Ledger
            label="Reading"
            columns={ideaColumns}
            rows={[]}
            idOf={({ id }) => id}
            nameOf={({ title }) => title}
            state="reading"
          />
        </Section>
      </Row>
    </Sheet>
  )
}

function Head(): ReactNode {
  return (
    <PageHead
      mark={<Mark station="proposed" size={24} />}
      kick={
        <>
          <span>Ideas</span>
          <span>view saved by Ingrid Solheim</span>
        </>
      }
      title="Ranked for 2027 first half"
      actions={
        <Buttons>
          <Button keys="R">Rank</Button>
          <Button kind="primary" keys="C">
            Add an idea
          </Button>
        </Buttons>
      }
    >
      <Sentence>
        Showing <b>9 ideas</b> where <Word>horizon is 2027 first half</Word> and{' '}
        <Word>state is not withdrawn</Word> <Word kind="add">add a condition</Word>, grouped by{' '}
        <LinkWord href="?page=list&by=need">need</LinkWord>, sorted by <Word>expected value</Word>.
      </Sentence>
    </PageHead>
  )
}

const Views = (): ReactNode => (
  <>
    <MarginList
      title="Views"
      items={[
        { href: '#all', label: 'All ideas', count: 60 },
        { href: '#ranked', label: 'Ranked for 2027 first half', count: 12, current: true },
        { href: '#air', label: 'Hang in the air', count: 5 },
        { href: '#old', label: 'Evidence older than 90 days', count: 8 },
      ]}
    />
    <MarginList
      title="Line"
      narrow="hidden"
      items={stations.map(({ name }, i) => ({
        href: `#${name}`,
        label: name,
        station: name,
        count: 12 - i,
      }))}
    />
  </>
)
