import { useRef, type ReactNode } from 'react'
import type { Row } from '../../../engine/record.ts'
import { useRead } from '../../../web/client/cache.ts'
import { plainly, searchOf } from '../../../web/derived/asked.ts'
import { mayTry } from '../../../web/derived/may.ts'
import { useSite } from '../../../web/derived/site.ts'
import { LinkButton } from '../../../web/kit/button.tsx'
import { FileDrop } from '../../../web/kit/file-drop.tsx'
import { Section } from '../../../web/kit/section.tsx'
import { counted, say } from '../../../web/words/say.ts'
import { attachment } from '../records/attachment.ts'
import { Attached } from './attached.tsx'
import styles from './attachments.module.css'
import { OnTheirWay } from './files-on-their-way.tsx'
import { useAttaching } from './use-attaching.ts'
import { usePasted } from './use-pasted.ts'

interface Page {
  readonly data: readonly Row[]
  readonly cursor: string | null
}

const most = 100

/** The files on a row, and where one puts more of them. */
export function Attachments({ row }: { readonly row: Row }): ReactNode {
  const site = useSite()
  const { data } = useRead<Page>(`/attachments?filter[onId]=${row.id}&limit=${most}`)
  const may = mayTry(site, 'attach')
  const { waiting, attach, again, leave } = useAttaching(row.id)
  usePasted(may ? attach : undefined)
  const place = useRef<HTMLDivElement>(null)
  const count = data?.data.length ?? 0
  return (
    <Section
      title={say('Attachments')}
      note={count > 0 && <span>{counted(count, '# file', '# files')}</span>}
    >
      {data !== undefined && count + waiting.length === 0 && (
        <p className={styles.empty}>{say('No files are on this yet.')}</p>
      )}
      {count > 0 && (
        <ul className={styles.files} aria-label={say('Attachments')}>
          {data?.data.map((one) => (
            <li key={one.id}>
              <Attached row={one} onGone={() => place.current?.querySelector('button')?.focus()} />
            </li>
          ))}
        </ul>
      )}
      {typeof data?.cursor === 'string' && (
        <LinkButton
          kind="quiet"
          href={`${site.to('attachments')}${searchOf(attachment, { ...plainly(attachment), filter: { onId: row.ref } })}`}
        >
          {say('Earlier files')}
        </LinkButton>
      )}
      {waiting.length > 0 && <OnTheirWay waiting={waiting} onAgain={again} onLeave={leave} />}
      {may && (
        <div ref={place} className={styles.drop} data-screen-only="">
          <FileDrop
            label={say('Attach files')}
            verb={say('Choose files')}
            many
            description={say(
              'A picture can be pasted too. Of an image only its pixels are kept: where it was taken is not.',
            )}
            onFiles={attach}
          />
        </div>
      )}
    </Section>
  )
}
