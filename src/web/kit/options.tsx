import type { ReactNode } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { say } from '../words/say.ts'
import { cls } from './cls.ts'
import { Kbd } from './kbd.tsx'
import { Mark } from './mark.tsx'
import styles from './options.module.css'
import type { StationName } from './stations.ts'

/** One thing that can be chosen. */
export interface Option {
  readonly id: string
  readonly label: string
  /** Stands at the end of the row in small: an id, a count. */
  readonly detail?: string | undefined
  /** The keys that do the same. */
  readonly keys?: string | undefined
  readonly station?: StationName | undefined
}

export interface OptionListProps {
  readonly options: readonly Option[]
  /** What is said where there is nothing to choose. */
  readonly empty: string
}

/** The list that opens under a field. */
export function OptionList({ options, empty }: OptionListProps): ReactNode {
  return (
    <Popover className={cls(styles.popover)} offset={4}>
      {/* it lies beside the page, and what stands on a page stands in a part of it that has a name */}
      <section aria-label={say('Choices')}>
        <ListBox
          className={cls(styles.list)}
          items={options}
          renderEmptyState={() => <p className={styles.empty}>{empty}</p>}
        >
          {({ id, label, detail, keys, station }: Option) => (
            <ListBoxItem id={id} textValue={label} className={cls(styles.option)}>
              {station !== undefined && <Mark station={station} size={16} />}
              <span className={styles.label}>{label}</span>
              {detail !== undefined && <span className={styles.detail}>{detail}</span>}
              {keys !== undefined && <Kbd>{keys}</Kbd>}
            </ListBoxItem>
          )}
        </ListBox>
      </section>
    </Popover>
  )
}
