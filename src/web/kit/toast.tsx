import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { createPortal } from 'react-dom'
import { say } from '../words/say.ts'
import { Button } from './button.tsx'
import styles from './toast.module.css'

export interface Toast {
  /** What happened, in the past: "Withdrawn: Voice notes on the round". */
  readonly says: string
  readonly undo?: (() => void) | undefined
  /**
   * `urgent` is read out at once: something did not work. `news` is what somebody else did, which what
   * one does oneself does not push aside.
   */
  readonly kind?: 'polite' | 'news' | 'urgent' | undefined
}

export type ShowToast = (toast: Toast) => void

const ToastContext = createContext<ShowToast | null>(null)

/** Shows a toast for ten seconds, longer while the pointer or the focus rests on it. */
export function useToast(): ShowToast {
  const show = useContext(ToastContext)
  if (show === null) throw new Error('useToast needs a ToastProvider above it')
  return show
}

const lasts = 10_000

/** What went wrong and what others did stays until it is read; of what went well only the newest, or they would cover the page. */
const beside = (now: readonly Shown[], toast: Shown): readonly Shown[] => [
  ...now.filter(({ kind = 'polite' }) => kind !== 'polite').slice(-2),
  toast,
]

interface Shown extends Toast {
  readonly key: number
}

/** Holds the toasts of everything under it. */
export function ToastProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [shown, setShown] = useState<readonly Shown[]>([])
  const next = useRef(0)
  const show = useCallback<ShowToast>((toast) => {
    const key = next.current++
    setShown((now) => beside(now, { ...toast, key }))
  }, [])
  const remove = useCallback((key: number) => {
    setShown((now) => now.filter((toast) => toast.key !== key))
  }, [])
  const region = useMemo(
    () => (
      <div className={styles.region} role="region" aria-label={say('Notices')} data-screen-only="">
        <ol className={styles.list} aria-live="polite" aria-relevant="additions">
          {shown.map((toast) => (
            <ToastRow key={toast.key} toast={toast} onRemove={remove} />
          ))}
        </ol>
      </div>
    ),
    [shown, remove],
  )
  return (
    <ToastContext value={show}>
      {children}
      {createPortal(region, document.body)}
    </ToastContext>
  )
}

interface ToastRowProps {
  readonly toast: Shown
  readonly onRemove: (key: number) => void
}

function ToastRow({ toast, onRemove }: ToastRowProps): ReactNode {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => onRemove(toast.key), lasts)
    return () => clearTimeout(timer)
  }, [held, toast.key, onRemove])
  return (
    <li
      className={styles.toast}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={styles.says} role={toast.kind === 'urgent' ? 'alert' : undefined}>
        {toast.says}
      </span>
      <span className={styles.verbs}>
        {toast.undo !== undefined && (
          <Button
            kind="quiet"
            keys="Ctrl Z"
            onPress={() => {
              toast.undo?.()
              onRemove(toast.key)
            }}
          >
            {say('Undo')}
          </Button>
        )}
        <Button
          kind="quiet"
          label={say('Close: {what}', { what: toast.says })}
          onPress={() => onRemove(toast.key)}
        >
          {say('Close')}
        </Button>
      </span>
    </li>
  )
}
