import type { ReactNode } from 'react'
import { useSite } from '../../../web/derived/site.ts'
import { Code } from '../../../web/kit/code.tsx'
import { Link } from '../../../web/kit/link.tsx'
import { Row } from '../../../web/kit/sheet.tsx'
import type { Aim, LineStop } from '../rules/why.ts'
import { say } from '../../../web/words/say.ts'
import { factSaid } from './fact-said.ts'
import styles from './why.module.css'

/** What the business wants of it: the objectives it advances, up to the top. */
export function Aims({ aims }: { readonly aims: readonly Aim[] }): ReactNode {
  return (
    <Row as="section">
      <div className={styles.aims}>
        <h2>{say('It advances')}</h2>
        {aims.map((aim) => (
          <div key={aim.id} className={styles.aim}>
            <RowLink row={aim} />
            {aim.partOf === null
              ? aim.title
              : say('{aim}, part of {whole}', { aim: aim.title, whole: aim.partOf.title })}
            {aim.measures.map((measure) => (
              <p key={measure.id}>
                <RowLink row={measure} />
                {measure.title}: {measured(measure)}
              </p>
            ))}
          </div>
        ))}
      </div>
    </Row>
  )
}

const measured = (measure: LineStop): string => measure.facts.map(factSaid).join(', ')

/** The ref of a row, as the way to it. */
export function RowLink({
  row,
}: {
  readonly row: { readonly record: string; readonly ref: string }
}): ReactNode {
  const { catalogue, to } = useSite()
  return (
    <Link href={to(catalogue.record(row.record).plural, row.ref)}>
      <Code>{row.ref}</Code>
    </Link>
  )
}
