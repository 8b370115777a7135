import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { cls } from './cls.ts'
import styles from './dialog.module.css'
import { FormFrame } from './form-frame.tsx'

export interface DialogProps {
  /** A question or what is about to happen. */
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  /** `alertdialog` for what cannot be undone; clicking beside it does not close it. */
  readonly role?: 'dialog' | 'alertdialog' | undefined
  /** Verbs, the one that goes on last. */
  readonly actions?: ReactNode
  /** Where something is filled in: what the verb of type `submit` does, and Enter in a line and Ctrl Enter with it. */
  readonly onSubmit?: (() => unknown) | undefined
  readonly children: ReactNode
}

/** For what cannot be undone, and for little else: whatever can be undone needs no question. */
export function Dialog({
  title,
  open,
  onClose,
  role = 'dialog',
  actions,
  onSubmit,
  children,
}: DialogProps): ReactNode {
  const within = (
    <>
      {children}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </>
  )
  return (
    <ModalOverlay
      className={cls(styles.overlay)}
      isOpen={open}
      isDismissable={role === 'dialog'}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
    >
      <Modal className={cls(styles.modal)}>
        <AriaDialog role={role} className={cls(styles.dialog)}>
          <Heading slot="title" className={cls(styles.title)}>
            {title}
          </Heading>
          {onSubmit === undefined ? (
            within
          ) : (
            <FormFrame className={styles.form} onSubmit={onSubmit}>
              {within}
            </FormFrame>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
