import { useMemo, useState, type ReactNode } from 'react'
import type { RecordKind, Row } from '../../../engine/record.ts'
import { useHeld } from '../../../web/client/use-held.ts'
import { mayDo } from '../../../web/derived/may.ts'
import { useSite } from '../../../web/derived/site.ts'
import { useKeys } from '../../../web/derived/use-key.ts'
import { Box } from '../../../web/kit/aside.tsx'
import { Button } from '../../../web/kit/button.tsx'
import { say } from '../../../web/words/say.ts'
import { seersOf, type Everybody } from '../rules/seers.ts'
import { ShareDialog } from './share-dialog.tsx'
import { Seers } from './seers.tsx'
import styles from './sharing.module.css'

/** Who sees a row, by name, and the way to let others see it. */
export function Sharing({
  kind,
  row,
}: {
  readonly kind: RecordKind
  readonly row: Row
}): ReactNode {
  const site = useSite()
  const everybody = useEverybody()
  const seers = useMemo(
    () => (everybody === undefined ? undefined : seersOf(kind, row, everybody)),
    [kind, row, everybody],
  )
  const [open, setOpen] = useState(false)
  useKeys({ s: () => setOpen(true) })
  return (
    <Box title={say('Who sees it?')}>
      <Seers row={row} seers={seers} everybody={everybody} />
      <div className={styles.verb} data-screen-only="">
        <Button kind="quiet" keys="S" onPress={() => setOpen(true)}>
          {say('Share|verb')}
        </Button>
      </div>
      {open && (
        <ShareDialog
          kind={kind}
          row={row}
          everybody={everybody}
          mayChange={mayDo(site, 'update', kind)}
          onClose={() => setOpen(false)}
        />
      )}
    </Box>
  )
}

/** Undefined for whoever does not see every product, and so cannot tell what others see; and until all is at hand. */
function useEverybody(): Everybody | undefined {
  const { me } = useSite()
  const members = useHeld('member')
  const teams = useHeld('team')
  const products = useHeld('product')
  return useMemo(
    () =>
      members === undefined ||
      teams === undefined ||
      products === undefined ||
      me.bounds?.see !== undefined
        ? undefined
        : { members, teams, products },
    [members, teams, products, me],
  )
}
