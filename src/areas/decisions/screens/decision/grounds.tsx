import type { ReactNode } from 'react'
import { useSite } from '../../../../web/derived/site.ts'
import { Code } from '../../../../web/kit/code.tsx'
import { Link } from '../../../../web/kit/link.tsx'
import { Mark } from '../../../../web/kit/mark.tsx'
import type { StationName } from '../../../../web/kit/stations.ts'
import { Tone } from '../../../../web/kit/tone.tsx'
import { say } from '../../../../web/words/say.ts'
import type { Dossier } from '../../rules/dossier.ts'
import styles from './decision.module.css'
import { useCites, type Cited } from './use-links.ts'

/** In the margin: what it rests on, what it settles, and whose ends it serves. */
export function Grounds({ dossier }: { readonly dossier: Dossier }): ReactNode {
  const cites = useCites(dossier)
  const { options, decision, supersedes } = dossier
  const chosen = options.find(({ row }) => row.id === decision['chosenId'])
  const of = chosen === undefined ? options : [chosen]
  const isAim = ({ record }: Cited): boolean => record === 'objective'
  const evidence = distinct(of.flatMap(({ row }) => cites.for(row.id)))
  const against = distinct(of.flatMap(({ row }) => cites.against(row.id)))
  const aims = [...cites.settles, ...evidence].filter(isAim)
  const because = evidence.filter((one) => !isAim(one))
  const settles = cites.settles.filter((one) => !isAim(one))
  return (
    <div className={styles.grounds}>
      {(because.length > 0 || against.length > 0) && (
        <>
          <p className={styles.label}>{say('Because of|decision')}</p>
          <ul>
            {because.map((one) => (
              <Cite key={one.link.id} cited={one} />
            ))}
            {against.map((one) => (
              <Cite key={one.link.id} cited={one} side="against" />
            ))}
          </ul>
        </>
      )}
      {settles.length > 0 && (
        <>
          <p className={styles.label}>{say('It settles')}</p>
          <ul>
            {settles.map((one) => (
              <Cite key={one.link.id} cited={one} />
            ))}
          </ul>
        </>
      )}
      {aims.length > 0 && (
        <>
          <p className={styles.label}>{say('In service of')}</p>
          <ul>
            {distinct(aims).map((one) => (
              <Cite key={one.link.id} cited={one} />
            ))}
          </ul>
        </>
      )}
      {supersedes !== undefined && (
        <>
          <p className={styles.label}>{say('It supersedes')}</p>
          <ul>
            <Cite
              cited={{
                link: supersedes,
                record: 'decision',
                row: supersedes,
                title: String(supersedes['sentence'] ?? ''),
              }}
            />
          </ul>
        </>
      )}
    </div>
  )
}

/** One record that is named, by its mark, its ref and its title. */
export function Cite({
  cited: { record, row, title },
  side,
  children,
}: {
  readonly cited: Cited
  readonly side?: 'for' | 'against'
  /** A verb at the end of the line. */
  readonly children?: ReactNode
}): ReactNode {
  const { catalogue, to } = useSite()
  const kind = catalogue.record(record)
  return (
    <li>
      {kind.station !== undefined && <Mark station={kind.station as StationName} size={12} />}
      <span dir="auto">
        {row === undefined ? (
          '…'
        ) : (
          <>
            <Link kind="plain" href={to(kind.plural, row.ref)}>
              <Code>{row.ref}</Code>
            </Link>{' '}
            {side === 'against' ? (
              <Tone of="against">{say('against: {what}', { what: title })}</Tone>
            ) : (
              title
            )}
          </>
        )}
      </span>
      {children}
    </li>
  )
}

/** Each record once, however many options it speaks for. */
function distinct(all: readonly Cited[]): readonly Cited[] {
  const seen = new Map<string, Cited>()
  for (const one of all) {
    const id = String(one.link['fromKind'] === 'decision' ? one.link['toId'] : one.link['fromId'])
    if (!seen.has(id)) seen.set(id, one)
  }
  return [...seen.values()]
}
