import type { ReactNode } from 'react'
import { useHeld } from '../../../../web/client/use-held.ts'
import { Title } from '../../../../web/derived/title.tsx'
import { Mark } from '../../../../web/kit/mark.tsx'
import { PageHead } from '../../../../web/kit/page-head.tsx'
import { Row, Sheet } from '../../../../web/kit/sheet.tsx'
import { say } from '../../../../web/words/say.ts'
import { KanoPicture } from './kano-picture.tsx'
import { ModelChoice, modelNamed } from './model-choice.tsx'
import { MatrixOfModel, MatrixOfRice } from './matrix-pictures.tsx'
import { OpportunityPicture } from './opportunity-picture.tsx'

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
