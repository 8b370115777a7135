import type { ReactNode } from 'react'
import { hrefOf } from '../../../web/client/api.ts'
import { useSite } from '../../../web/derived/site.ts'
import { Aside, Box } from '../../../web/kit/aside.tsx'
import { Button, Buttons, LinkButton } from '../../../web/kit/button.tsx'
import { Code } from '../../../web/kit/code.tsx'
import { Ledger } from '../../../web/kit/ledger.tsx'
import type { Column } from '../../../web/kit/ledger-props.ts'
import { Mark } from '../../../web/kit/mark.tsx'
import type { StationName } from '../../../web/kit/stations.ts'
import { strengthSaid } from '../../../web/kit/strength-said.ts'
import { Strength, thin } from '../../../web/kit/strength.tsx'
import { Tone } from '../../../web/kit/tone.tsx'
import type { Named, WeighedLink, Why } from '../rules/why.ts'
import { label, say } from '../../../web/words/say.ts'
import styles from './why.module.css'

/** Beside the line: how strong each of its links is, and the ways to take it along. */
export function WhySide({
  why,
  asks,
}: {
  readonly why: Why
  readonly asks: 'why' | 'became'
}): ReactNode {
  const { subject } = why
  // A page shows the newest hundred pieces; what is taken along has all of them.
  const all = asks === 'why' ? 'pieces=all&' : ''
  const as = (format: string): string => hrefOf(`/${asks}/${subject.ref}?${all}format=${format}`)
  return (
    <Aside label={asks === 'why' ? say('How strong is each link?') : say('Take it along')}>
      <Buttons>
        <Button keys="P" onPress={() => print()}>
          {say('Print')}
        </Button>
        <LinkButton href={as('markdown')} download={`${subject.ref}.md`}>
          {say('Markdown')}
        </LinkButton>
        <LinkButton href={as('json')} download={`${subject.ref}.json`}>
          {say('JSON')}
        </LinkButton>
      </Buttons>
      {why.links.length > 0 && (
        <Box
          title={say('How strong is each link?')}
          foot={say(
            'Strength is computed from how many independent sources stand behind a link and how old they are. Nobody types it in.',
          )}
        >
          <Ledger
            label={say('How strong is each link?')}
            density="compact"
            folds="never"
            columns={columnsOf()}
            rows={why.links.slice(0, 16)}
            idOf={(link) =>
              `${link.above.map(({ id }) => id).join(' ')} ${link.below.id} ${link.relation}`
            }
            nameOf={(link) => link.says}
          />
        </Box>
      )}
    </Aside>
  )
}

const columnsOf = (): readonly Column<WeighedLink>[] => [
  {
    id: 'link',
    label: say('link|chain'),
    part: 'title',
    render: (link) => (
      <span className={styles.pair} title={link.says}>
        <End row={link.above[0]} />
        <End row={link.below} />
      </span>
    ),
  },
  {
    id: 'for',
    label: say('for'),
    width: '4.5rem',
    render: ({ sources, against }) =>
      say('{some} of {all}', { some: sources, all: sources + against }),
  },
  {
    id: 'bar',
    label: say('strength'),
    width: '5.5rem',
    render: ({ strength }) => <Strength value={strength} />,
  },
  {
    id: 'number',
    label: say('0 to 1'),
    align: 'end',
    width: '3.5rem',
    render: ({ strength }) => (
      <Tone of={strength < thin ? 'oxide' : 'second'}>{strengthSaid(strength)}</Tone>
    ),
  },
]

/** A station's mark, or the ref of what stands beside the line. */
function End({ row }: { readonly row: Named | undefined }): ReactNode {
  const { catalogue } = useSite()
  if (row === undefined) return null
  const { station } = catalogue.record(row.record)
  return station === undefined ? (
    <Code>{row.ref}</Code>
  ) : (
    <Mark station={station as StationName} size={12} label={`${label(station)} ${row.ref}`} />
  )
}
