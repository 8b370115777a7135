import type { ReactNode } from 'react'
import { Button, Buttons } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { say } from '../words/say.ts'
import styles from './list.module.css'

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
      title={say('Which columns, and in which order?')}
      open
      onClose={onClose}
      actions={
        <Buttons>
          <Button onPress={onUsual}>{say('As the list comes')}</Button>
          <Button kind="primary" onPress={onClose}>
            {say('Done|verb')}
          </Button>
        </Buttons>
      }
    >
      <h3 className={styles.part}>{say('Shown')}</h3>
      <ol className={styles.columns} aria-label={say('Shown')}>
        {shown.map((name, at) => {
          const label = offered[name] ?? name
          return (
            <li key={name}>
              <span>{label}</span>
              <Button
                kind="quiet"
                label={say('Move {column} up', { column: label })}
                disabled={at === 0}
                onPress={() => swap(at, at - 1)}
              >
                {say('Up')}
              </Button>
              <Button
                kind="quiet"
                label={say('Move {column} down', { column: label })}
                disabled={at === shown.length - 1}
                onPress={() => swap(at, at + 1)}
              >
                {say('Down')}
              </Button>
              <Button
                kind="quiet"
                label={say('Take away: {name}', { name: label })}
                disabled={name === fixed}
                onPress={() => onChange(shown.filter((one) => one !== name))}
              >
                {say('Take away')}
              </Button>
            </li>
          )
        })}
      </ol>
      {others.length > 0 && (
        <>
          <h3 className={styles.part}>{say('Not shown')}</h3>
          <div className={styles.others}>
            {others.map((name) => (
              <Button
                key={name}
                label={say('Add {thing}', { thing: offered[name] ?? name })}
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
