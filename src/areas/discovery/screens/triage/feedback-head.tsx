import type { ReactNode } from 'react'
import { titleOf, type Row } from '../../../../engine/record.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { Title } from '../../../../web/derived/title.tsx'
import { Code } from '../../../../web/kit/code.tsx'
import { Link } from '../../../../web/kit/link.tsx'
import { Mark } from '../../../../web/kit/mark.tsx'
import { PageHead } from '../../../../web/kit/page-head.tsx'
import { When } from '../../../../web/kit/when.tsx'
import { label, say } from '../../../../web/words/say.ts'
import styles from './triage.module.css'
import { useOnce } from './use-once.ts'

/** Whose words these are, and where they come from. */
export function FeedbackHead({
  row,
  actions,
}: {
  readonly row: Row
  readonly actions: ReactNode
}): ReactNode {
  const { catalogue } = useSite()
  const who = useWho(row)
  const own = typeof row['title'] === 'string' && row['title'] !== '' ? row['title'] : undefined
  const kind = catalogue.record('feedback')
  const title = own ?? who.name ?? who.company ?? titleOf(kind, { ref: row.ref })
  return (
    <PageHead
      mark={<Mark station="heard" size={24} />}
      kick={<Kick row={row} />}
      title={
        <>
          <Title says={say('Triage: {ref}', { ref: row.ref })} />
          <bdi>{title}</bdi>
        </>
      }
      actions={actions}
    >
      <Who row={row} named={title} />
    </PageHead>
  )
}

/** The same in the list, where the title stands in the row. */
export function Facts({ row }: { readonly row: Row }): ReactNode {
  return (
    <div className={styles.facts}>
      <p className={styles.kick}>
        <Kick row={row} />
      </p>
      <Who row={row} named="" />
    </div>
  )
}

function Kick({ row }: { readonly row: Row }): ReactNode {
  const { to } = useSite()
  const { source, occurredAt, permalink, rating, productVersion } = row
  return (
    <>
      <Link kind="plain" href={to('feedback', row.ref)}>
        <Code>{row.ref}</Code>
      </Link>
      {typeof source === 'string' && <span dir="auto">{source}</span>}
      <When at={String(occurredAt ?? row.createdAt)} />
      {typeof rating === 'number' && <span>{say('rated {rating}', { rating })}</span>}
      {typeof productVersion === 'string' && <span dir="auto">{productVersion}</span>}
      {typeof permalink === 'string' && /^https?:/.test(permalink) && (
        <Link href={permalink}>{say('where it was said')}</Link>
      )}
    </>
  )
}

/** Who said it, as far as anybody knows; a line is kept for it, so that nothing moves when it comes. */
function Who({ row, named }: { readonly row: Row; readonly named: string }): ReactNode {
  const { catalogue } = useSite()
  const { name, company, of } = useWho(row)
  const tier = catalogue.record('company').fields['tier']
  const tierSaid =
    tier?.kind === 'choice' && of !== undefined ? tier.options[String(of['tier'])] : undefined
  const parts = [
    name,
    company,
    tierSaid === undefined ? undefined : label(tierSaid, 'company'),
  ].filter((part) => part !== undefined && part !== named)
  const isKnown = typeof row['contactId'] === 'string' || typeof row['companyId'] === 'string'
  if (!isKnown) return null
  return (
    <p className={styles.who}>
      {parts.map((part) => (
        <span key={part} dir="auto">
          {part}
        </span>
      ))}{' '}
    </p>
  )
}

function useWho(row: Row): {
  readonly name: string | undefined
  readonly company: string | undefined
  readonly of: Row | undefined
} {
  const contactPath = `/contacts/${String(row['contactId'])}`
  const companyPath = `/companies/${String(row['companyId'])}`
  const known = useOnce([
    ...(typeof row['contactId'] === 'string' ? [contactPath] : []),
    ...(typeof row['companyId'] === 'string' ? [companyPath] : []),
  ])
  const contact = known.get(contactPath) as Row | undefined
  const company = known.get(companyPath) as Row | undefined
  return { name: said(contact), company: said(company), of: company }
}

const said = (row: Row | undefined): string | undefined =>
  typeof row?.['name'] === 'string' ? row['name'] : undefined
