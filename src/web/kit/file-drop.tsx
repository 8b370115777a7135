import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { DropZone } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Text } from 'react-aria-components/Text'
import { say } from '../words/say.ts'
import button from './button.module.css'
import { cls } from './cls.ts'
import styles from './file-drop.module.css'
import { given } from './given.ts'

export interface FileDropProps {
  /** What to bring: "A CSV file of feedback". */
  readonly label: string
  /** The verb on the button. */
  readonly verb?: string | undefined
  readonly description?: ReactNode
  /** Endings or media types: ['.csv', 'text/csv']. Checked again where the file is read. */
  readonly accept?: readonly string[] | undefined
  readonly many?: boolean | undefined
  readonly onFiles: (files: readonly File[]) => void
}

/** A place to drop a file, or to choose one by button and keyboard. */
export function FileDrop(props: FileDropProps): ReactNode {
  const { label, verb = say('Choose a file'), description, accept, many, onFiles } = props
  return (
    <DropZone
      className={cls(styles.zone)}
      onDrop={({ items }) => {
        const files = items.filter((item) => item.kind === 'file')
        void Promise.all(files.map((file) => file.getFile())).then(onFiles)
      }}
    >
      <Text slot="label" className={cls(styles.label)}>
        {label}
      </Text>
      <FileTrigger
        onSelect={(files) => onFiles([...(files ?? [])])}
        {...given({ acceptedFileTypes: accept, allowsMultiple: many })}
      >
        <AriaButton className={cls(button.button)}>{verb}</AriaButton>
      </FileTrigger>
      <span className={styles.or}>{say('or drop it here')}</span>
      {description !== undefined && <p className={styles.description}>{description}</p>}
    </DropZone>
  )
}
