import type { ReactNode } from 'react'
import { mayDo } from '../../../../web/derived/may.ts'
import { ReadingProblem } from '../../../../web/derived/reading-problem.tsx'
import { useSite } from '../../../../web/derived/site.ts'
import { Title } from '../../../../web/derived/title.tsx'
import { Buttons, LinkButton } from '../../../../web/kit/button.tsx'
import { Empty } from '../../../../web/kit/empty.tsx'
import { MarginList } from '../../../../web/kit/margin-list.tsx'
import { Mark } from '../../../../web/kit/mark.tsx'
import { PageHead } from '../../../../web/kit/page-head.tsx'
import { Row, Sheet } from '../../../../web/kit/sheet.tsx'
import { counted, say } from '../../../../web/words/say.ts'
import { NeedRow } from './need-row.tsx'
import styles from './needs.module.css'
import { NeedTree } from './tree.tsx'
import { useMove } from './use-move.ts'
import { byEvidence, useNeeds, type Need } from './use-needs.ts'

/** What people need, with the evidence of each: as a tree of wholes and parts, or the best founded first. */
export function NeedsPage({
  search,
}: {
  readonly search: Readonly<Record<string, unknown>>
}): ReactNode {
  const site = useSite()
  const { needs, error } = useNeeds()
  const move = useMove(needs)
  const as = search['as'] === 'evidence' ? 'evidence' : 'tree'
  const kind = site.catalogue.record('need')
  const thin = (needs ?? []).filter(({ told }) => (told?.thin.length ?? 0) > 0).length
  const here = site.to('need-tree')
  return (
    <Sheet
      margin={
        <MarginList
          title={say('Read as')}
          items={[
            { href: here, label: say('A tree'), current: as === 'tree' },
            { href: `${here}?as=evidence`, label: say('By evidence'), current: as === 'evidence' },
            { href: site.to('needs-objectives'), label: say('Needs × objectives') },
            { href: site.to('needs'), label: say('A list of all fields') },
          ]}
        />
      }
      head={
        <PageHead
          mark={<Mark station="framed" size={24} />}
          kick={
            needs !== undefined && needs.length > 0 && <span>{standOf(needs.length, thin)}</span>
          }
          title={
            <>
              <Title says={say('Needs')} />
              {findingOf(thin, needs?.length ?? 0)}
            </>
          }
          actions={
            mayDo(site, 'create', kind) && (
              <Buttons>
                <LinkButton kind="primary" keys="C" href={site.to('needs', 'new')}>
                  {say('Add need')}
                </LinkButton>
              </Buttons>
            )
          }
        />
      }
      folio={
        (needs?.length ?? 0) > 0 && (
          <span>
            {say('strength: as strong as the weakest link above it, by voices and their age')}
          </span>
        )
      }
    >
      <Row>
        {error !== undefined && <ReadingProblem error={error} what={say('the needs')} />}
        {needs?.length === 0 && (
          <Empty
            title={say('No need is framed yet.')}
            action={<LinkButton href={site.to('triage')}>{say('Sort the feedback')}</LinkButton>}
          >
            {say('A need is framed from what people said: quote a passage and say what it shows.')}
          </Empty>
        )}
        {needs !== undefined &&
          needs.length > 0 &&
          (as === 'tree' ? (
            <NeedTree needs={needs} onMove={mayDo(site, 'update', kind) ? move : undefined} />
          ) : (
            <ByEvidence needs={needs} />
          ))}
      </Row>
    </Sheet>
  )
}

const standOf = (all: number, thin: number): string =>
  thin === 0
    ? counted(
        all,
        '# need, each with evidence of its own',
        '# needs, each with evidence of its own',
      )
    : counted(all, '# need, {thin} of them thin', '# needs, {thin} of them thin', { thin })

/** The title says what the evidence comes to. */
function findingOf(thin: number, all: number): string {
  if (all === 0) return say('What people need')
  if (thin === 0) return say('Every need stands on what several people said')
  return thin === all
    ? say('No need stands on more than one voice yet')
    : say('What people need, and how sure we are of it')
}

function ByEvidence({ needs }: { readonly needs: readonly Need[] }): ReactNode {
  return (
    <ol className={styles.tree}>
      {needs.toSorted(byEvidence).map((need) => (
        <li key={need.id} className={styles.item}>
          <div className={styles.row}>
            <NeedRow need={need} />
          </div>
        </li>
      ))}
    </ol>
  )
}
