import type { ReactNode } from 'react'
import { reachesRole } from '../../../engine/access.ts'
import type { Row } from '../../../engine/record.ts'
import { hrefOf } from '../../../web/client/api.ts'
import { useHeld } from '../../../web/client/use-held.ts'
import { mayTry } from '../../../web/derived/may.ts'
import { Pointed } from '../../../web/derived/shown.tsx'
import { useAct } from '../../../web/derived/undo.ts'
import { useSite } from '../../../web/derived/site.ts'
import { Button, Buttons, LinkButton } from '../../../web/kit/button.tsx'
import { Link } from '../../../web/kit/link.tsx'
import { When } from '../../../web/kit/when.tsx'
import { number, say } from '../../../web/words/say.ts'
import { saying } from '../../../web/words/saying.tsx'
import styles from './attachments.module.css'

/** One file: what it is called and is, who brought it, and its verbs. */
export function Attached({
  row,
  onGone,
}: {
  readonly row: Row
  /** It was taken off: the focus needs another place. */
  readonly onGone: () => void
}): ReactNode {
  const site = useSite()
  const act = useAct()
  const members = useHeld('member')
  const name = String(row['name'])
  const by = members?.find((one) => one.id === row.createdById)?.['name']
  const isMine = row.createdById === site.me.id
  const mayRemove =
    (isMine && mayTry(site, 'remove-attachment')) || reachesRole(site.me.role, 'admin')
  const remove = async (): Promise<void> => {
    const says = say('Taken off: {name}', { name })
    if ((await act(says, 'DELETE', `/attachments/${row.id}`)) !== undefined) onGone()
  }
  return (
    <article id={row.ref} className={styles.file} aria-label={name}>
      {isDrawn(row) && (
        <a className={styles.thumb} href={contentOf(row)} target="_blank" rel="noreferrer">
          <Picture row={row} />
        </a>
      )}
      <div className={styles.about}>
        <p className={styles.name} dir="auto">
          <Link href={site.to('attachments', row.ref)} kind="plain">
            {name}
          </Link>
        </p>
        <p className={styles.facts}>
          <span>{sizeSaid(Number(row['size']))}</span>
          <span>{String(row['type'])}</span>
          <span dir="auto">{typeof by === 'string' ? by : say('a program')}</span>
          <When at={row.createdAt} />
        </p>
        <div className={styles.verbs} data-screen-only="">
          <LinkButton
            kind="quiet"
            href={downloadOf(row)}
            download={name}
            label={say('Download {name}', { name })}
          >
            {say('Download|verb')}
          </LinkButton>
          {mayRemove && (
            <Button
              kind="quiet"
              label={say('Take off {name}', { name })}
              onPress={() => void remove()}
            >
              {say('Take off')}
            </Button>
          )}
        </div>
      </div>
    </article>
  )
}

/** The file itself, on its own page. */
export function AttachmentItself({ row }: { readonly row: Row }): ReactNode {
  const name = String(row['name'])
  return (
    <div className={styles.itself}>
      <p className={styles.facts}>
        <span>
          {saying('On {record}', {
            record: <Pointed to={String(row['onKind'])} id={String(row['onId'])} />,
          })}
        </span>
      </p>
      {isDrawn(row) ? (
        <a href={contentOf(row)} target="_blank" rel="noreferrer">
          <Picture row={row} />
        </a>
      ) : (
        <p className={styles.empty}>
          {say('Only images are shown here. Download it to see what it holds.')}
        </p>
      )}
      <Buttons>
        <LinkButton href={downloadOf(row)} download={name}>
          {say('Download|verb')}
        </LinkButton>
      </Buttons>
    </div>
  )
}

const Picture = ({ row }: { readonly row: Row }): ReactNode => (
  <img
    className={styles.picture}
    src={contentOf(row)}
    alt={String(row['name'])}
    width={Number(row['width'])}
    height={Number(row['height'])}
    loading="lazy"
    decoding="async"
  />
)

/** Was it an image, and drawn anew where it came in? Nothing else is shown. */
const isDrawn = (row: Row): boolean => typeof row['width'] === 'number'

const contentOf = (row: Row): string => hrefOf(`/attachments/${row.id}/content`)
const downloadOf = (row: Row): string => hrefOf(`/attachments/${row.id}/content?download=1`)

/** In the units that files are told in, a thousand to the next. */
export function sizeSaid(bytes: number): string {
  const unit = bytes < 1e3 ? 'byte' : bytes < 1e6 ? 'kilobyte' : 'megabyte'
  const per = { byte: 1, kilobyte: 1e3, megabyte: 1e6 }[unit]
  return number(bytes / per, {
    style: 'unit',
    unit,
    unitDisplay: bytes < 1e3 ? 'long' : 'short',
    maximumFractionDigits: bytes < 1e6 ? 0 : 1,
  })
}
