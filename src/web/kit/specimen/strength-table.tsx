import type { ReactNode } from 'react'
import { Ledger } from '../ledger.tsx'
import type { Column } from '../ledger-props.ts'
import { Mark } from '../mark.tsx'
import type { StationName } from '../stations.ts'
import { Strength, thin } from '../strength.tsx'
import { Tone } from '../tone.tsx'
import styles from './specimen.module.css'

interface Link {
  readonly from: StationName
  readonly to: StationName
  readonly share: string
  readonly strength: number
}

const links: readonly Link[] = [
  { from: 'heard', to: 'understood', share: '11 of 13', strength: 0.84 },
  { from: 'understood', to: 'framed', share: '3 of 4', strength: 0.78 },
  { from: 'framed', to: 'proposed', share: '1 of 1', strength: 0.31 },
  { from: 'proposed', to: 'decided', share: '1 of 1', strength: 0.72 },
]

const columns: readonly Column<Link>[] = [
  {
    id: 'link',
    label: 'link',
    part: 'title',
    render: ({ from, to }) => (
      <span className={styles.marks}>
        <Mark station={from} size={12} label={from} />
        <Mark station={to} size={12} label={to} />
      </span>
    ),
  },
  { id: 'share', label: 'for', render: ({ share }) => share },
  {
    id: 'bar',
    label: 'strength',
    part: 'line',
    render: ({ strength }) => <Strength value={strength} />,
  },
  {
    id: 'strength',
    label: '0 to 1',
    align: 'end',
    render: ({ strength }) => (
      <Tone of={strength < thin ? 'oxide' : 'second'}>{strength.toFixed(2)}</Tone>
    ),
  },
]

export const StrengthTable = (): ReactNode => (
  <Ledger
    label="Links of RM-9 and their strength"
    density="compact"
    folds="never"
    columns={columns}
    rows={links}
    idOf={({ from }) => from}
    nameOf={({ from, to }) => `${from} to ${to}`}
  />
)
