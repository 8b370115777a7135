import { Code } from '../code.tsx'
import type { Column } from '../ledger-props.ts'
import type { LedgerGroup } from '../ledger-rows.ts'
import { MiniLine } from '../mini-line.tsx'
import { Tone } from '../tone.tsx'

export interface Idea {
  readonly id: string
  readonly title: string
  readonly need: string
  readonly mask: number
  readonly open?: number
  readonly sources: number
  readonly age: number | null
  readonly expected: number
  readonly range: string
  readonly owner: string
}

export const ideas: readonly Idea[] = [
  {
    id: 'IDEA-31',
    title: 'Offline ward sheet',
    need: 'NEED-42',
    mask: 0b01111111,
    open: 0b01000000,
    sources: 9,
    age: 47,
    expected: 186,
    range: '96 to 296',
    owner: 'Tomasz Wrona',
  },
  {
    id: 'IDEA-23',
    title: 'Stay signed in on ward tablets',
    need: 'NEED-42',
    mask: 0b00011101,
    open: 0b00010000,
    sources: 6,
    age: 81,
    expected: 127,
    range: '98 to 160',
    owner: 'Tomasz Wrona',
  },
  {
    id: 'IDEA-52',
    title: 'Voice notes on the round',
    need: 'NEED-42',
    mask: 0b00001001,
    sources: 3,
    age: 103,
    expected: 75,
    range: '10 to 158',
    owner: 'nobody',
  },
  {
    id: 'IDEA-27',
    title: 'Dose alarms that escalate',
    need: 'NEED-37',
    mask: 0b00111111,
    sources: 11,
    age: 33,
    expected: 172,
    range: '104 to 248',
    owner: 'Tomasz Wrona',
  },
  {
    id: 'IDEA-19',
    title: 'Second signature on controlled drugs',
    need: 'NEED-37',
    mask: 0b00011101,
    sources: 5,
    age: 96,
    expected: 91,
    range: '60 to 124',
    owner: 'Devika Rao',
  },
  {
    id: 'IDEA-44',
    title: 'Owner update from the sheet',
    need: 'NEED-33',
    mask: 0b00101111,
    sources: 12,
    age: 29,
    expected: 143,
    range: '88 to 204',
    owner: 'Amara Okafor',
  },
  {
    id: 'IDEA-12',
    title: 'Running cost beside the estimate',
    need: 'NEED-33',
    mask: 0b00001111,
    sources: 7,
    age: 64,
    expected: 42,
    range: '18 to 70',
    owner: 'Amara Okafor',
  },
  {
    id: 'IDEA-36',
    title: 'Photo timeline for owners',
    need: 'NEED-33',
    mask: 0b00001001,
    sources: 4,
    age: 120,
    expected: 34,
    range: '4 to 74',
    owner: 'nobody',
  },
  {
    id: 'IDEA-55',
    title: 'Stay summary written by a model',
    need: 'NEED-33',
    mask: 0b00001000,
    sources: 0,
    age: null,
    expected: 26,
    range: '−30 to 96',
    owner: 'Martin Hale',
  },
]

const needs: Readonly<Record<string, Omit<LedgerGroup, 'id'>>> = {
  'NEED-42': {
    title: 'When the ward loses its connection, keep giving and recording treatment',
    note: 'serves KR-1 · 3 ideas',
  },
  'NEED-37': {
    title: 'When a dose is due and nobody is near, make somebody know',
    note: 'serves KR-2 · 2 ideas',
  },
  'NEED-33': {
    title: 'When my animal stays overnight, tell me before I have to ask',
    note: 'serves KR-4 · 4 ideas',
  },
}

export const groupOf = ({ need }: Idea): LedgerGroup => ({
  id: need,
  code: need,
  station: 'framed',
  title: need,
  ...needs[need],
})

export const ideaColumns: readonly Column<Idea>[] = [
  { id: 'id', label: 'id', width: '76px', render: ({ id }) => <Code>{id}</Code> },
  { id: 'title', label: 'idea', part: 'title', sortable: true, render: ({ title }) => title },
  {
    id: 'line',
    label: 'line',
    part: 'line',
    width: '150px',
    render: ({ mask, open }) => <MiniLine mask={mask} open={open} />,
  },
  {
    id: 'sources',
    label: 'sources',
    align: 'end',
    sortable: true,
    render: ({ sources }) => (sources === 0 ? <Tone of="watch">0</Tone> : sources),
  },
  { id: 'age', label: 'median age', align: 'end', sortable: true, render: ({ age }) => ageOf(age) },
  {
    id: 'expected',
    label: 'expected',
    unit: 'k€',
    align: 'end',
    sortable: true,
    render: ({ expected }) => expected,
  },
  {
    id: 'range',
    label: '90 % interval',
    align: 'end',
    wide: true,
    quiet: true,
    render: ({ range }) => range,
  },
  {
    id: 'owner',
    label: 'owner',
    width: '120px',
    wide: true,
    render: ({ owner }) => (owner === 'nobody' ? <Tone of="quiet">nobody</Tone> : owner),
  },
]

function ageOf(age: number | null) {
  if (age === null) return <Tone of="quiet">none</Tone>
  return age > 90 ? <Tone of="watch">{age} d</Tone> : `${age} d`
}
