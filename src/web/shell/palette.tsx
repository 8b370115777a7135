import { useCallback, useState, type ReactNode } from 'react'
import type { Row } from '../../engine/record.ts'
import { titleOf } from '../../engine/record.ts'
import { read } from '../client/api.ts'
import { mayDo } from '../derived/may.ts'
import { useUndo } from '../derived/undo.ts'
import { ComboBox } from '../kit/combo-box.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { choose, type Look } from '../kit/look.ts'
import type { Option } from '../kit/options.tsx'
import type { StationName } from '../kit/stations.ts'
import { useSite, type Site } from '../derived/site.ts'
import { languages } from '../../words/languages.ts'
import { chooseLocale } from '../words/language.ts'
import { say } from '../words/say.ts'
import { addSaid } from './add-said.ts'
import { places } from './keys.ts'

/** Find a record or do something: by its ref, by its words, by the verb's. */
export function Palette({ onClose }: { readonly onClose: () => void }): ReactNode {
  const site = useSite()
  const undo = useUndo()
  const [value] = useState<Option | null>(null)
  const search = useCallback(
    (text: string, signal: AbortSignal) => found(site, text, signal),
    [site],
  )
  const run = (option: Option | null): void => {
    if (option === null) return
    onClose()
    const look = looks().find(({ id }) => id === option.id)
    const language = languages.find(({ locale }) => option.id === `language ${locale}`)
    if (look !== undefined) choose(look.look)
    else if (language !== undefined) chooseLocale(language.locale)
    else if (option.id === 'undo') void undo()
    else site.go(option.id)
  }
  return (
    <Dialog title={say('Find or do')} open onClose={onClose}>
      <ComboBox
        label={say('Find or do')}
        labelled="hidden"
        autoFocus
        value={value}
        onSearch={search}
        onChange={run}
        placeholder={say('A ref such as NEED-42, some words, or a verb')}
      />
    </Dialog>
  )
}

async function found(site: Site, text: string, signal: AbortSignal): Promise<readonly Option[]> {
  const verbs = verbsOf(site).filter(({ label }) =>
    label.toLowerCase().includes(text.toLowerCase()),
  )
  if (text.length < 2) return verbs.slice(0, 12)
  const kinds = site.catalogue.records.filter(
    (kind) => kind.station !== undefined || kind.prefix === 'OBJ',
  )
  const byRef = /^([a-z]+)-\d+$/i.exec(text)
  const named =
    byRef === null ? undefined : site.catalogue.recordOfPrefix((byRef[1] ?? '').toUpperCase())
  const asked = named === undefined ? kinds : [named]
  const pages = await Promise.all(
    asked.map(async (kind) => {
      const path =
        named === undefined
          ? `/${kind.plural}?limit=4&q=${encodeURIComponent(text)}`
          : `/${kind.plural}/${text.toUpperCase()}`
      const rows = await read<Row | { readonly data: readonly Row[] }>(path, signal).then(
        (answer) => ('data' in answer ? (answer.data as readonly Row[]) : [answer]),
        () => [],
      )
      return rows.map((row): Option => ({
        id: site.to(kind.plural, row.ref),
        label: titleOf(kind, row).slice(0, 100),
        detail: row.ref,
        station: kind.station as StationName | undefined,
      }))
    }),
  )
  return [...pages.flat(), ...verbs].slice(0, 16)
}

/** How the pages look, as verbs. */
const looks = (): readonly (Option & { readonly look: Partial<Look> })[] => [
  { id: 'theme system', label: say('Theme: as the system'), look: { theme: 'system' } },
  { id: 'theme light', label: say('Theme: light'), look: { theme: 'light' } },
  { id: 'theme dark', label: say('Theme: dark'), look: { theme: 'dark' } },
  { id: 'rows compact', label: say('Rows: close'), look: { density: 'compact' } },
  { id: 'rows cosy', label: say('Rows: even'), look: { density: 'cosy' } },
  { id: 'rows roomy', label: say('Rows: roomy'), look: { density: 'roomy' } },
]

const verbsOf = (site: Site): readonly Option[] => [
  ...Object.entries(places).map(([letter, place]) => ({
    id: site.to(...place.parts),
    label: say('Go to {place}', { place: place.says() }),
    detail: say('G {letter}', { letter: letter.toUpperCase() }),
  })),
  ...site.catalogue.records
    .filter((kind) => mayDo(site, 'create', kind))
    .map((kind) => ({
      id: site.to(kind.plural, 'new'),
      label: addSaid(kind),
      station: kind.station as StationName | undefined,
    })),
  { id: site.to('import'), label: say('Import a file') },
  { id: site.to('history'), label: say('History of this workspace') },
  { id: site.to('settings'), label: say('Settings and keys') },
  ...looks(),
  ...languages.map(({ locale, name }) => ({
    id: `language ${locale}`,
    label: say('Language: {name}', { name }),
  })),
  { id: 'undo', label: say('Undo the last change'), detail: say('Ctrl Z') },
]
