import { useSyncExternalStore, type ReactNode } from 'react'
import styles from './offline.module.css'
import { Note } from '../kit/note.tsx'

/** Says when the network is gone, and what that means. */
export function Offline(): ReactNode {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  if (online) return null
  return (
    <div className={styles.offline}>
      <Note kind="plain" role="status" title="You are offline.">
        What is on the page stays readable, and what you type stays in its form. Save it when the
        network is back.
      </Note>
    </div>
  )
}

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}
