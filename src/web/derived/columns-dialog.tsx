import type { ReactNode } from 'react'
import { Button, Buttons } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import styles from './list.module.css'
import { words } from './list-words.ts'

/** Which columns a list shows, and in which order; each press shows at once behind it. */
export function ColumnsDialog({
  offered,
  shown,
  fixed,
  onChange,
  onUsual,
  onClose,
}: {
  /** Every column there is, by name, with its word. */
  readonly offered: Readonly<Record<string, string>>
  readonly shown: readonly string[]
  /** The one that cannot be taken away: what names the row. */
  readonly fixed: string
  readonly onChange: (columns: readonly string[]) => void
  readonly onUsual: () => void
  readonly onClose: () => void
}): ReactNode {
  const others = Object.keys(offered).filter((name) => !shown.includes(name))
  const swap = (at: number, to: number): void => {
    const next = [...shown]
    const [one, other] = [next[at], next[to]]
    if (one === undefined || other === undefined) return
    next[at] = other
    next[to] = one
    onChange(next)
  }
  return (
    <Dialog
      title={words.whichColumns}
      open
      onClose={onClose}
      actions={
        <Buttons>
          <Button onPress={onUsual}>{words.usual}</Button>
          <Button kind="primary" onPress={onClose}>
            {words.done}
          </Button>
        </Buttons>
      }
    >
      <h3 className={styles.part}>{words.shown}</h3>
      <ol className={styles.columns} aria-label={words.shown}>
        {shown.map((name, at) => {
          const label = offered[name] ?? name
          return (
            <li key={name}>
              <span>{label}</span>
              <Button
                kind="quiet"
                label={words.moveUp(label)}
                disabled={at === 0}
                onPress={() => swap(at, at - 1)}
              >
                {words.up}
              </Button>
              <Button
                kind="quiet"
                label={words.moveDown(label)}
                disabled={at === shown.length - 1}
                onPress={() => swap(at, at + 1)}
              >
                {words.down}
              </Button>
              <Button
                kind="quiet"
                label={words.takeAway(label)}
                disabled={name === fixed}
                onPress={() => onChange(shown.filter((one) => one !== name))}
              >
                {words.leaveOut}
              </Button>
            </li>
          )
        })}
      </ol>
      {others.length > 0 && (
        <>
          <h3 className={styles.part}>{words.notShown}</h3>
          <div className={styles.others}>
            {others.map((name) => (
              <Button
                key={name}
                label={words.add(offered[name] ?? name)}
                onPress={() => onChange([...shown, name])}
              >
                {offered[name]}
              </Button>
            ))}
          </div>
        </>
      )}
    </Dialog>
  )
}
