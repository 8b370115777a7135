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
import { NeedRow } from './need-row.tsx'
import styles from './needs.module.css'
import { NeedTree } from './tree.tsx'
import { useMove } from './use-move.ts'
import { byEvidence, useNeeds, type Need } from './use-needs.ts'
import { words } from './words.ts'

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
          title={words.readAs}
          items={[
            { href: here, label: words.as.tree, current: as === 'tree' },
            { href: `${here}?as=evidence`, label: words.as.evidence, current: as === 'evidence' },
            { href: site.to('needs'), label: words.as.list },
          ]}
        />
      }
      head={
        <PageHead
          mark={<Mark station="framed" size={24} />}
          kick={
            needs !== undefined &&
            needs.length > 0 && <span>{words.stand(needs.length, thin)}</span>
          }
          title={
            <>
              <Title says={words.title} />
              {words.finding(thin, needs?.length ?? 0)}
            </>
          }
          actions={
            mayDo(site, 'create', kind) && (
              <Buttons>
                <LinkButton kind="primary" keys="C" href={site.to('needs', 'new')}>
                  {words.add}
                </LinkButton>
              </Buttons>
            )
          }
        />
      }
      folio={(needs?.length ?? 0) > 0 && <span>{words.legend}</span>}
    >
      <Row>
        {error !== undefined && <ReadingProblem error={error} what={words.theNeeds} />}
        {needs?.length === 0 && (
          <Empty
            title={words.empty}
            action={<LinkButton href={site.to('triage')}>{words.toTriage}</LinkButton>}
          >
            {words.emptyWhy}
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
