import { reachesRole } from '../../engine/access.ts'
import type { Command } from '../../engine/command.ts'
import type { RecordKind, Row } from '../../engine/record.ts'
import { languages } from '../../words/languages.ts'
import { commandsOn } from '../derived/commands-on.ts'
import { mayDo, mayDoTo, mayTry } from '../derived/may.ts'
import type { Site } from '../derived/site.ts'
import { choose, type Look } from '../kit/look.ts'
import type { Option } from '../kit/options.tsx'
import type { StationName } from '../kit/stations.ts'
import { chooseLocale } from '../words/language.ts'
import { label, say } from '../words/say.ts'
import { addSaid } from './add-said.ts'
import { everywhere, places, type Place } from './key-table.ts'
import { goToWorkspace, type Workspace } from './workspaces.tsx'
import { addedHere, editHere, mayCapture, whyHere, type Here } from './page-verbs.ts'

/** One thing that can be done from the palette. */
export interface PaletteVerb extends Option {
  /** The name of the page it leads to. */
  readonly page?: string | undefined
  readonly run: () => void
}

/** What the frame does for the palette. */
export interface Deeds {
  readonly capture: () => void
  readonly help: () => void
  readonly undo: () => void
  readonly redo: () => void
  readonly command: (command: Command, row: Row) => void
  readonly trash: (kind: RecordKind, row: Row) => void
}

/**
 * Everything one may do from this page, nearest first: with the record that is open, on every page,
 * then where one can go, what one can add, and how the pages look. Made from the declaration, and
 * each with the key that does the same.
 */
export function verbsOf(
  site: Site,
  pathname: string,
  open: (Here & { readonly row: Row }) | undefined,
  deeds: Deeds,
  workspaces: readonly Workspace[],
): readonly PaletteVerb[] {
  const goTo = (href: string) => () => site.go(href)
  const edit = editHere(site, pathname)
  const why = whyHere(site, pathname)
  const added = addedHere(site, pathname)
  return [
    ...(edit === undefined
      ? []
      : [{ id: 'edit', label: say('Edit'), keys: everywhere.edit.keys, run: goTo(edit) }]),
    ...(why === undefined
      ? []
      : [{ id: 'why', label: everywhere.why.says(), keys: everywhere.why.keys, run: goTo(why) }]),
    ...(open === undefined ? [] : onRecord(site, open, deeds)),
    ...(mayCapture(site)
      ? [
          {
            id: 'capture',
            label: everywhere.capture.says(),
            keys: everywhere.capture.keys,
            station: 'heard' as const,
            run: deeds.capture,
          },
        ]
      : []),
    { id: 'undo', label: say('Undo the last change'), keys: everywhere.undo.keys, run: deeds.undo },
    {
      id: 'redo',
      label: say('Do again what was undone last'),
      keys: everywhere.redo.keys,
      run: deeds.redo,
    },
    ...[...Object.values(places), ...pagesWithoutKey()].map(({ says, keys, parts }) => ({
      id: `go ${parts.join('/')}`,
      label: say('Go to {place}', { place: says() }),
      page: says(),
      keys,
      run: goTo(site.to(...parts)),
    })),
    ...site.catalogue.records
      .filter((kind) => mayDo(site, 'create', kind))
      .map((kind) => ({
        id: `add ${kind.name}`,
        label: addSaid(kind),
        station: kind.station as StationName | undefined,
        keys: kind === added ? everywhere.add.keys : undefined,
        run: goTo(site.to(kind.plural, 'new')),
      })),
    ...workspaces
      .filter(({ slug }) => slug !== site.slug)
      .map((one) => ({
        id: `workspace ${one.slug}`,
        label: say('Go to {name}', { name: one.name }),
        detail: say('workspace'),
        run: () => goToWorkspace(one),
      })),
    { id: 'import', label: say('Import a file'), run: goTo(site.to('import')) },
    { id: 'history', label: say('History of this workspace'), run: goTo(site.to('history')) },
    ...(reachesRole(site.me.role, 'admin')
      ? [{ id: 'audit', label: say('Audit: who did what'), run: goTo(site.to('audit')) }]
      : []),
    { id: 'trash of all', label: say('Trash'), run: goTo(site.to('trash')) },
    { id: 'settings', label: say('Settings and keys'), run: goTo(site.to('settings')) },
    { id: 'help', label: everywhere.help.says(), keys: everywhere.help.keys, run: deeds.help },
    ...looks(),
    ...languages.map(({ locale, name }) => ({
      id: `language ${locale}`,
      label: say('Language: {name}', { name }),
      run: () => chooseLocale(locale),
    })),
  ]
}

/** Pages that are gone to by their name alone. */
const pagesWithoutKey = (): readonly (Omit<Place, 'keys'> & { readonly keys?: undefined })[] => [
  { says: () => say('Due and late'), parts: ['decisions-due'] },
  { says: () => say('Predictions'), parts: ['predictions'] },
  { says: () => say('Stay the course'), parts: ['course'] },
  { says: () => say('Matrix'), parts: ['matrix'] },
  { says: () => say('Models side by side'), parts: ['models'] },
]

/** The commands that are declared on the record that is open, as far as this role may try them. */
function onRecord(
  site: Site,
  { kind, row }: Here & { readonly row: Row },
  deeds: Deeds,
): readonly PaletteVerb[] {
  return [
    ...commandsOn(site.catalogue, kind)
      .filter(({ name }) => mayTry(site, name))
      .map((command) => ({
        id: `command ${command.name}`,
        label: label(command.says),
        detail: row.ref,
        run: () => deeds.command(command, row),
      })),
    ...(mayDoTo(site, 'remove', kind, row)
      ? [
          {
            id: 'trash',
            label: say('Move to the trash'),
            detail: row.ref,
            run: () => deeds.trash(kind, row),
          },
        ]
      : []),
  ]
}

/** How the pages look, as verbs. */
const looks = (): readonly PaletteVerb[] =>
  [
    { id: 'theme system', says: say('Theme: as the system'), look: { theme: 'system' } as const },
    { id: 'theme light', says: say('Theme: light'), look: { theme: 'light' } as const },
    { id: 'theme dark', says: say('Theme: dark'), look: { theme: 'dark' } as const },
    { id: 'rows compact', says: say('Rows: close'), look: { density: 'compact' } as const },
    { id: 'rows cosy', says: say('Rows: even'), look: { density: 'cosy' } as const },
    { id: 'rows roomy', says: say('Rows: roomy'), look: { density: 'roomy' } as const },
  ].map(({ id, says, look }: { id: string; says: string; look: Partial<Look> }) => ({
    id,
    label: says,
    run: () => choose(look),
  }))
