import type { ReactNode } from 'react'
import { useHeld } from '../../../../web/client/use-held.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { Title } from '../../../../web/derived/title.tsx'
import { Empty } from '../../../../web/kit/empty.tsx'
import { Link } from '../../../../web/kit/link.tsx'
import { Mark } from '../../../../web/kit/mark.tsx'
import { PageHead } from '../../../../web/kit/page-head.tsx'
import { Row, Sheet } from '../../../../web/kit/sheet.tsx'
import { counted, say } from '../../../../web/words/say.ts'
import { KanoPicture } from './kano-picture.tsx'
import { ModelChoice, modelNamed } from './model-choice.tsx'
import { MatrixOfModel, MatrixOfRice } from './matrix-pictures.tsx'
import { OpportunityPicture } from './opportunity-picture.tsx'
import styles from './models.module.css'

/** Ideas in a picture: a 2 × 2 of two criteria, the Kano chart, the landscape of opportunities. */
export function MatrixPage({
  search,
}: {
  readonly search: Readonly<Record<string, unknown>>
}): ReactNode {
  const model = modelNamed(useHeld('scoring-model'), search['model'])
  const method = model?.['method']
  return (
    <Sheet
      margin={<ModelChoice current={model?.ref ?? null} page="matrix" />}
      head={
        <PageHead
          mark={<Mark station="proposed" size={24} />}
          kick={<span>{model === undefined ? say('RICE') : String(model['title'])}</span>}
          title={
            <>
              <Title says={say('Matrix')} />
              {method === 'kano'
                ? say('What delights, and what is missed')
                : method === 'odi'
                  ? say('Where much matters and little satisfies')
                  : say('What it brings for what it takes')}
            </>
          }
        />
      }
    >
      <Row>
        {model === undefined ? (
          <MatrixOfRice />
        ) : method === 'kano' ? (
          <KanoPicture row={model} />
        ) : method === 'odi' ? (
          <OpportunityPicture row={model} />
        ) : (
          <MatrixOfModel row={model} search={search} />
        )}
      </Row>
    </Sheet>
  )
}

/** Where no idea has a place yet. */
export function NothingToPlace(): ReactNode {
  return (
    <Empty title={say('No idea has a place in this picture yet.')}>
      {say('An idea gets its place here once it is rated by both criteria.')}
    </Empty>
  )
}

/** The ideas by their numbers in a picture, with what is said of each. */
export function Numbered({
  items,
  leftOut,
}: {
  readonly items: readonly {
    readonly id: string
    readonly ref: string
    readonly title: string
    readonly says: string
  }[]
  /** Ideas that have no place in it. */
  readonly leftOut: number
}): ReactNode {
  const { to } = useSite()
  return (
    <>
      <ol className={styles.numbered}>
        {items.map(({ id, ref, title, says }, at) => (
          <li key={id}>
            {at + 1} <Link href={to('ideas', ref)}>{title}</Link>{' '}
            <span className={styles.note}>{says}</span>
          </li>
        ))}
      </ol>
      {leftOut > 0 && (
        <p className={styles.note}>
          {counted(
            leftOut,
            '# idea lacks a number and has no place here.',
            '# ideas lack a number and have no place here.',
          )}
        </p>
      )}
    </>
  )
}
