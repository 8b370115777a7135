import { type ReactNode, useId, useRef, useState } from 'react'
import { say } from '../words/say.ts'
import { Button } from './button.tsx'
import { cls } from './cls.ts'
import { given } from './given.ts'
import { Logo } from './logo.tsx'
import { Mark } from './mark.tsx'
import styles from './masthead.module.css'
import type { StationName } from './stations.ts'
import { useFolding } from './use-folding.ts'

export interface MastheadItem {
  readonly href: string
  readonly label: string
  readonly station?: StationName | undefined
  readonly current?: boolean | undefined
}

export interface MastheadProps {
  readonly brand: string
  readonly home: string
  /** Beside the name of the product: the workspace, a version. */
  readonly workspace?: ReactNode
  readonly items?: readonly MastheadItem[] | undefined
  /** Where there is nothing to go to yet: one line instead of the navigation. */
  readonly says?: ReactNode
  /** The search field or its button. */
  readonly find?: ReactNode
  /** What stands last: who is signed in, what is not saved yet. */
  readonly tools?: ReactNode
}

/** The navigation is the line: first where we want to go, then the stations in order. */
export function Masthead({
  brand,
  home,
  workspace,
  items,
  says,
  find,
  tools,
}: MastheadProps): ReactNode {
  return (
    <header className={cls(styles.mast, items === undefined && styles.bare)}>
      <a className={styles.skip} href="#page">
        {say('Skip to the page')}
      </a>
      <div className={styles.name}>
        <a className={cls(styles.brand)} href={home}>
          {brand}
        </a>
        {workspace !== undefined && <span className={styles.workspace}>{workspace}</span>}
      </div>
      <div className={styles.eye}>
        <Logo />
      </div>
      {items === undefined ? <p className={styles.says}>{says}</p> : <Navigation items={items} />}
      <div className={styles.tools}>
        {find}
        {tools}
      </div>
    </header>
  )
}

function Navigation({ items }: { readonly items: readonly MastheadItem[] }): ReactNode {
  const here = items.find(({ current }) => current)?.href ?? ''
  // open for the page it was opened on, so that going somewhere closes it
  const [openAt, setOpenAt] = useState<string | null>(null)
  const open = openAt === here
  const id = useId()
  const nav = useRef<HTMLElement>(null)
  const list = useRef<HTMLUListElement>(null)
  useFolding(nav, list, items)
  return (
    <nav
      ref={nav}
      className={styles.nav}
      aria-label={say('Main')}
      data-open={open ? '' : undefined}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setOpenAt(null)
      }}
    >
      <ul ref={list} className={styles.items} id={id}>
        {items.map((item) => (
          <li key={item.href} data-station={item.station}>
            <Item {...item} />
          </li>
        ))}
      </ul>
      <div className={styles.menu}>
        <Button
          kind="quiet"
          expanded={open}
          controls={id}
          onPress={() => setOpenAt(open ? null : here)}
        >
          {open ? say('Close') : say('Menu')}
        </Button>
      </div>
    </nav>
  )
}

function Item({ href, label, station, current }: MastheadItem): ReactNode {
  return (
    <a
      className={cls(styles.item)}
      href={href}
      {...given({ 'aria-current': current ? ('page' as const) : undefined })}
    >
      {station !== undefined && (
        <Mark station={station} size={12} state={outlined.has(station) ? 'open' : 'done'} />
      )}
      <span className={styles.label}>{label}</span>
    </a>
  )
}

// the canonical glyphs △ and ⬡ are hollow, and the navigation shows the glyphs
const outlined: ReadonlySet<StationName> = new Set(['proposed', 'tested'])
