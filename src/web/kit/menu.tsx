import { useRef, useState, type ReactNode } from 'react'
import { Menu, MenuItem } from 'react-aria-components/Menu'
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

/**
 * Verbs behind a verb: what a drag would do, for everybody. A board has one on each card, so all but
 * the button is made when it is pressed.
 */
export function VerbMenu({ says, label, verbs, onVerb }: VerbMenuProps): ReactNode {
  const trigger = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState<'keys' | 'pointer' | null>(null)
  return (
    <>
      <Button
        kind="quiet"
        label={label}
        popup="menu"
        expanded={open !== null}
        ref={trigger}
        onPress={({ pointerType }) =>
          setOpen(pointerType === 'keyboard' || pointerType === 'virtual' ? 'keys' : 'pointer')
        }
      >
        {says}
      </Button>
      {open !== null && (
        <Popover
          className={cls(styles.popover)}
          aria-label={label}
          triggerRef={trigger}
          isOpen
          onOpenChange={() => setOpen(null)}
          offset={4}
          placement="bottom end"
        >
          <Menu
            className={cls(styles.list)}
            aria-label={label}
            autoFocus={open === 'keys' ? 'first' : true}
            disabledKeys={verbs.filter(({ disabled }) => disabled === true).map(({ id }) => id)}
            onAction={(key) => onVerb(String(key))}
            onClose={() => setOpen(null)}
          >
            {verbs.map(({ id, says: verb, keys }) => (
              <MenuItem key={id} id={id} textValue={verb} className={cls(styles.option)}>
                <span className={styles.label}>{verb}</span>
                {keys !== undefined && <Kbd>{keys}</Kbd>}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      )}
    </>
  )
}
