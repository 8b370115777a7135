import type { ReactNode } from 'react'
import { mayTry } from '../../../../web/derived/may.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { Button } from '../../../../web/kit/button.tsx'
import { Code } from '../../../../web/kit/code.tsx'
import { Hidden } from '../../../../web/kit/hidden.tsx'
import { Link } from '../../../../web/kit/link.tsx'
import { Mark } from '../../../../web/kit/mark.tsx'
import type { StationName } from '../../../../web/kit/stations.ts'
import { When } from '../../../../web/kit/when.tsx'
import { say } from '../../../../web/words/say.ts'
import { saying } from '../../../../web/words/saying.tsx'
import { keyOf, type Waived } from '../../rules/lint/lint.ts'
import type { Finding } from '../../rules/lint/shape.ts'
import { ruleSaid } from './lint-said.ts'
import styles from './lint.module.css'

/** One finding: the record, what is wrong with it, and the verb that mends it. */
export function FindingLine({
  finding,
  onMend,
  onWaive,
}: {
  readonly finding: Finding<string>
  readonly onMend: () => void
  readonly onWaive: () => void
}): ReactNode {
  const site = useSite()
  const { on, says, remedy } = finding
  return (
    <li className={styles.item} data-finding={keyOf(finding.rule, on.id)}>
      <OnRecord finding={finding} />
      <p className={styles.says}>{says}</p>
      <div className={styles.verbs} data-screen-only="">
        {mayTry(site, remedy.command) && (
          <Button keys="R" onPress={onMend}>
            {remedy.says}
            <Hidden> {on.ref}</Hidden>
          </Button>
        )}
        {mayTry(site, 'waive') && (
          <Button kind="quiet" keys="W" onPress={onWaive}>
            {say('Waive')}
            <Hidden> {on.ref}</Hidden>
          </Button>
        )}
      </div>
    </li>
  )
}

/** What somebody has accepted: why, and until when. */
export function WaivedLine({
  waived,
  onEnd,
}: {
  readonly waived: Waived
  readonly onEnd: () => void
}): ReactNode {
  const site = useSite()
  return (
    <li className={styles.item}>
      <OnRecord finding={waived} />
      <div className={styles.says}>
        <p>{`${ruleSaid(waived.rule)}. ${waived.says}`}</p>
        <p className={styles.reasons}>
          {saying('“{reasons}” {when}', {
            reasons: waived.reasons,
            when:
              waived.until === null
                ? say('For good.')
                : saying('Until {day}.', { day: <When at={waived.until} /> }),
          })}
        </p>
      </div>
      <div className={styles.verbs} data-screen-only="">
        {mayTry(site, 'unwaive') && (
          <Button
            kind="quiet"
            label={say('End the waiver of {ref}', { ref: waived.on.ref })}
            onPress={onEnd}
          >
            {say('End the waiver')}
          </Button>
        )}
      </div>
    </li>
  )
}

function OnRecord({ finding: { on } }: { readonly finding: Finding<string> }): ReactNode {
  const { catalogue, to } = useSite()
  const kind = catalogue.record(on.record)
  return (
    <p className={styles.on}>
      {kind.station !== undefined && <Mark station={kind.station as StationName} size={12} />}
      <Link kind="plain" href={to(kind.plural, on.ref)}>
        {on.title}
      </Link>
      <Code>{on.ref}</Code>
    </p>
  )
}
