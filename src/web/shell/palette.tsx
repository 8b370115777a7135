import { useLocation } from '@tanstack/react-router'
import { useCallback, useMemo, type ReactNode } from 'react'
import type { Row } from '../../engine/record.ts'
import { useRead } from '../client/cache.ts'
import { useSite } from '../derived/site.ts'
import { ComboBox } from '../kit/combo-box.tsx'
import { Dialog } from '../kit/dialog.tsx'
import type { Option } from '../kit/options.tsx'
import { say } from '../words/say.ts'
import { hereOf } from './page-verbs.ts'
import { verbsFor } from './palette-order.ts'
import { recordsFound, recordsRecent } from './palette-records.ts'
import { useWorkspaces } from './workspaces.tsx'
import { verbsOf, type Deeds } from './palette-verbs.ts'

/** Find a record or do something: by its ref, by its words, by the verb's. */
export function Palette({
  deeds,
  onClose,
}: {
  readonly deeds: Deeds
  readonly onClose: () => void
}): ReactNode {
  const site = useSite()
  const { pathname } = useLocation()
  const here = useMemo(() => hereOf(site, pathname), [site, pathname])
  const { data: row } = useRead<Row>(
    here === undefined ? null : `/${here.kind.plural}/${encodeURIComponent(here.name)}`,
  )
  const workspaces = useWorkspaces()
  const verbs = useMemo(
    () =>
      verbsOf(
        site,
        pathname,
        here === undefined || row === undefined ? undefined : { ...here, row },
        deeds,
        workspaces,
      ),
    [site, pathname, here, row, deeds, workspaces],
  )
  const search = useCallback(
    async (text: string, signal: AbortSignal): Promise<readonly Option[]> => {
      const records =
        text.length < 2 ? recordsRecent(site, here, text, signal) : recordsFound(site, text, signal)
      if (text === '') return [...(await records), ...verbs]
      const { first, rest } = verbsFor(verbs, text)
      const before = first.slice(0, 4)
      return [...before, ...(await records), ...first.slice(4), ...rest].slice(0, 40)
    },
    [site, here, verbs],
  )
  const run = (option: Option | null): void => {
    if (option === null) return
    onClose()
    const verb = verbs.find(({ id }) => id === option.id)
    if (verb === undefined) site.go(option.id)
    else verb.run()
  }
  return (
    <Dialog title={say('Find or do')} open onClose={onClose}>
      <ComboBox
        label={say('Find or do')}
        labelled="hidden"
        autoFocus
        value={null}
        onSearch={search}
        onChange={run}
        onLeave={onClose}
        placeholder={say('A ref such as NEED-42, some words, or a verb')}
      />
    </Dialog>
  )
}
