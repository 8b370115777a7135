import type { ReactNode } from 'react'
import { Aside, Box } from '../aside.tsx'
import { Button, Buttons, LinkButton } from '../button.tsx'
import { Code } from '../code.tsx'
import { Kbd } from '../kbd.tsx'
import { Link } from '../link.tsx'
import { Logo } from '../logo.tsx'
import { Mark } from '../mark.tsx'
import { MiniLine } from '../mini-line.tsx'
import { PageHead } from '../page-head.tsx'
import { Prose } from '../prose.tsx'
import { Row, Sheet } from '../sheet.tsx'
import { maskOf, plainLine, stations } from '../stations.ts'
import { Tone } from '../tone.tsx'
import { When } from '../when.tsx'
import styles from './specimen.module.css'

const lines = [
  { mask: 0b11111111, open: 0, says: 'the whole line' },
  { mask: 0b01111111, open: 0b01000000, says: 'built next, not learned yet' },
  { mask: maskOf(['heard', 'framed', 'proposed']), open: 0, says: 'no insight between' },
  { mask: maskOf(['proposed']), open: 0, says: 'hangs in the air' },
  { mask: maskOf(['heard', 'decided']), open: 0, says: 'a gap in the argument' },
  { mask: 0, open: 0, says: 'nothing yet' },
]

const swatches = [
  ['paper', 'leaf', 'sunk', 'rule', 'rule2', 'edge', 'ink3', 'ink2', 'ink'],
  ['oxide', 'oxide-ink', 'oxide-wash', 'pencil', 'pencil-wash', 'marker', 'good', 'watch'],
  stations.map(({ token }) => token.slice(2)),
  [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `cat${n}`),
  [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `seq${n}`),
]

export function MarksPage(): ReactNode {
  return (
    <Sheet
      head={
        <PageHead
          mark={<Mark station="framed" size={24} />}
          title="Marks, type and colour"
          stand="All from tokens.css and mark-shapes.ts."
        />
      }
      aside={<Colours />}
    >
      <Row>
        <Marks />
        <Lines />
        <Type />
        <Verbs />
      </Row>
    </Sheet>
  )
}

function Marks(): ReactNode {
  return (
    <div className={styles.grid}>
      {([24, 16, 12] as const).flatMap((size) =>
        (['done', 'open', 'missing'] as const).map((state) => (
          <p key={`${size}${state}`} className={styles.marks}>
            {stations.map(({ name }) => (
              <Mark
                key={name}
                station={name}
                size={size}
                state={state}
                label={`${name}, ${state}`}
              />
            ))}
            <Tone of="quiet">{`${size} px, ${state}`}</Tone>
          </p>
        )),
      )}
      <p className={styles.marks}>
        <Logo size={24} label="Throughline, 24 px" />
        <Logo size={16} label="Throughline, 16 px" />
      </p>
    </div>
  )
}

function Lines(): ReactNode {
  return (
    <div className={styles.grid}>
      {lines.map(({ mask, open, says }) => (
        <p key={says} className={styles.marks}>
          <MiniLine mask={mask} open={open} />
          <Code>{plainLine(mask)}</Code>
          <span>{says}</span>
        </p>
      ))}
    </div>
  )
}

function Type(): ReactNode {
  return (
    <Prose>
      <p>
        Nurses do not report it as a fault. They work around it on paper, so <i>our error log</i>{' '}
        shows a fifth of what the wards live with. 1,204 k€ a year, 96 to 296, 70 % by{' '}
        <When at="2027-06-30" />. <Code>NEED-42</Code> <Link href="?page=list">a link</Link>{' '}
        <Tone of="good">held</Tone> <Tone of="watch">120 d</Tone> <Tone of="oxide">0.31</Tone>{' '}
        <Tone of="against">against</Tone>. Ğ ş ő ž Łódź.
      </p>
    </Prose>
  )
}

function Verbs(): ReactNode {
  return (
    <div className={styles.grid}>
      <Buttons>
        <Button kind="primary" keys="C">
          Add an idea
        </Button>
        <Button keys="P">Print</Button>
        <LinkButton href="?page=list">Open the list</LinkButton>
        <Button kind="quiet">Follow</Button>
        <Button disabled>Not yet</Button>
        <Button kind="primary" pending>
          Reading…
        </Button>
      </Buttons>
      <p>
        <Kbd>Ctrl K</Kbd> <Kbd>J</Kbd> <Kbd>K</Kbd>
      </p>
    </div>
  )
}

function Colours(): ReactNode {
  return (
    <Aside label="Colours">
      {swatches.map((names) => (
        <Box key={names[0]} title={names.length > 8 ? 'Neutrals' : (names[0] ?? '')}>
          <ul className={styles.swatches}>
            {names.map((name) => (
              <li key={name}>
                <i style={{ background: `var(--${name})` }} />
                {name}
              </li>
            ))}
          </ul>
        </Box>
      ))}
    </Aside>
  )
}
