import type { ReactNode } from 'react'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Button } from './button.tsx'
import { cls } from './cls.ts'
import { Kbd } from './kbd.tsx'
import styles from './options.module.css'

export interface Verb {
  readonly id: string
  readonly says: string
  readonly keys?: string | undefined
  /** It would change nothing: where the thing stands already. */
  readonly disabled?: boolean | undefined
}

export interface VerbMenuProps {
  readonly says: string
  /** What it is done to, for those who listen. */
  readonly label: string
  readonly verbs: readonly Verb[]
  readonly onVerb: (id: string) => void
}

/** Verbs behind a verb: what a drag would do, for everybody. */
export function VerbMenu({ says, label, verbs, onVerb }: VerbMenuProps): ReactNode {
  return (
    <MenuTrigger>
      <Button kind="quiet" label={label}>
        {says}
      </Button>
      <Popover className={cls(styles.popover)} offset={4} placement="bottom end">
        <Menu
          className={cls(styles.list)}
          aria-label={label}
          disabledKeys={verbs.filter(({ disabled }) => disabled === true).map(({ id }) => id)}
          onAction={(key) => onVerb(String(key))}
        >
          {verbs.map(({ id, says: verb, keys }) => (
            <MenuItem key={id} id={id} textValue={verb} className={cls(styles.option)}>
              <span className={styles.label}>{verb}</span>
              {keys !== undefined && <Kbd>{keys}</Kbd>}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
