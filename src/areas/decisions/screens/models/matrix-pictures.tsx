import { useMemo, type ReactNode } from 'react'
import type { Row } from '../../../../engine/record.ts'
import { useHeld } from '../../../../web/client/use-held.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { Select } from '../../../../web/kit/select.tsx'
import { label, say } from '../../../../web/words/say.ts'
import { weighedEstimate, weighedIdea } from '../../rules/factors.ts'
import type { Quadrant } from '../../rules/methods/value-effort.ts'
import { cellsOf } from '../../rules/models/cells.ts'
import type { Criterion } from '../../rules/models/model.ts'
import { pointsOf, quadrantsOf, ricePoints, type Point } from '../../rules/models/picture.ts'
import { useChoice } from '../use-choice.ts'
import { roundly } from '../ranking-said.ts'
import { NothingToPlace, Numbered, titlesOf } from './numbered.tsx'
import { Scatter } from './scatter.tsx'
import { useModel } from './use-model.ts'
import styles from './models.module.css'

/** More dots than this say nothing any more: those that bring most are shown. */
const mostShown = 40

interface Axis {
  readonly says: string
  readonly least: number | null
  readonly most: number | null
}

function TwoByTwo({
  points: all,
  ideas,
  across,
  up,
  size,
  hasNames,
}: {
  readonly points: readonly Point[]
  readonly ideas: readonly Row[]
  readonly across: Axis
  readonly up: Axis
  /** What bubbles stand for. */
  readonly size?: string | undefined
  /** Up is better and across is what it takes, so that the quadrants have names. */
  readonly hasNames: boolean
}): ReactNode {
  const points = all
    .toSorted((one, other) => other.up.middle - one.up.middle || (one.id < other.id ? -1 : 1))
    .slice(0, mostShown)
  if (points.length === 0) return <NothingToPlace />
  const { across: middle, up: height, of } = quadrantsOf(points)
  const titleOf = titlesOf(ideas)
  const x = extentOf(
    points.map((one) => one.across),
    across,
  )
  const y = extentOf(
    points.map((one) => one.up),
    up,
  )
  const largest = Math.max(0, ...points.map((one) => one.size ?? 0))
  const quadrantSaid = (id: string): string => {
    const quadrant = of.get(id)
    return hasNames && quadrant !== undefined ? nameOf(quadrant) : ''
  }
  return (
    <>
      <Scatter
        title={say('{up} by {across}, with lines at the medians', {
          up: up.says,
          across: across.says,
        })}
        says={points
          .slice(0, 8)
          .map((one) =>
            say('{title}: {across} across, {up} up', {
              title: titleOf(one.id),
              across: roundly(one.across.middle),
              up: roundly(one.up.middle),
            }),
          )
          .join('. ')}
        name="matrix"
        dots={points.map((one) => ({
          ...one,
          share:
            size === undefined || one.size === null || largest === 0 ? null : one.size / largest,
        }))}
        across={{ says: across.says, ...x }}
        up={{ says: up.says, ...y }}
        lines={[
          ...(middle === null
            ? []
            : [
                {
                  from: [middle, y.from] as const,
                  to: [middle, y.to] as const,
                  says: say('median {value}', { value: roundly(middle) }),
                },
              ]),
          ...(height === null
            ? []
            : [
                {
                  from: [x.from, height] as const,
                  to: [x.to, height] as const,
                  says: say('median {value} up', { value: roundly(height) }),
                },
              ]),
        ]}
        corners={
          hasNames
            ? [
                { at: 'top-start', says: nameOf('quick-win') },
                { at: 'top-end', says: nameOf('big-bet') },
                { at: 'bottom-start', says: nameOf('fill-in') },
                { at: 'bottom-end', says: nameOf('time-sink') },
              ]
            : []
        }
        figures={{
          columns: [
            say('idea'),
            across.says,
            say('{name}, low', { name: across.says }),
            say('{name}, high', { name: across.says }),
            up.says,
            say('{name}, low', { name: up.says }),
            say('{name}, high', { name: up.says }),
            ...(size === undefined ? [] : [size]),
          ],
          rows: points.map((one) => [
            titleOf(one.id),
            one.across.middle,
            one.across.low,
            one.across.high,
            one.up.middle,
            one.up.low,
            one.up.high,
            ...(size === undefined ? [] : [one.size ?? '–']),
          ]),
        }}
      />
      <Numbered
        ideas={ideas}
        items={points.map(({ id }) => ({
          id,
          says: quadrantSaid(id),
        }))}
        leftOut={ideas.length - all.length}
      />
    </>
  )
}

function extentOf(
  spreads: readonly { readonly low: number; readonly high: number }[],
  { least, most }: Axis,
): { readonly from: number; readonly to: number } {
  const from = least ?? Math.min(0, ...spreads.map(({ low }) => low))
  const greatest = Math.max(...spreads.map(({ high }) => high))
  // without a bound the last one stands a little before the edge
  const to = most ?? greatest + (greatest - from) / 8
  return { from, to: to > from ? to : from + 1 }
}

function nameOf(quadrant: Quadrant): string {
  switch (quadrant) {
    case 'quick-win':
      return say('quick win')
    case 'big-bet':
      return say('big bet')
    case 'fill-in':
      return say('fill-in')
    case 'time-sink':
      return say('time sink')
  }
}

const none: readonly Row[] = []

/** By RICE: what an idea would bring by the effort that it takes. */
export function MatrixOfRice(): ReactNode {
  const ideas = useChoice() ?? none
  const estimates = useHeld('estimate')
  const points = useMemo(
    () => ricePoints(ideas.map(weighedIdea), (estimates ?? []).map(weighedEstimate)),
    [ideas, estimates],
  )
  return (
    <TwoByTwo
      points={points}
      ideas={ideas}
      across={{ says: label('Effort'), least: 0, most: null }}
      up={{ says: say('Reach × impact × confidence'), least: 0, most: null }}
      hasNames
    />
  )
}

/** By any two criteria of a model, and a third for the size of the bubbles. */
export function MatrixOfModel({
  row,
  search,
}: {
  readonly row: Row
  readonly search: Readonly<Record<string, unknown>>
}): ReactNode {
  const { to, go } = useSite()
  const held = useModel(row)
  const { criteria, asked, ratings, demand } = held
  const named = (name: string): Criterion | undefined =>
    criteria.find(({ id }) => id === search[name])
  const across = named('x') ?? criteria.find(({ better }) => better === 'lower') ?? criteria[1]
  const up = named('y') ?? criteria.find(({ id }) => id !== across?.id)
  const size = named('size')
  const cells = useMemo(
    () => (asked === undefined ? undefined : cellsOf(asked.ideas, criteria, ratings, demand)),
    [asked, criteria, ratings, demand],
  )
  if (across === undefined || up === undefined) return <NothingToPlace />
  const choose = (name: string, id: string): void => {
    const query = new URLSearchParams({
      model: row.ref,
      x: across.id,
      y: up.id,
      ...(size === undefined ? {} : { size: size.id }),
    })
    if (id === '') query.delete(name)
    else query.set(name, id)
    go(`${to('matrix')}?${query.toString()}`, 'replace')
  }
  const options = criteria.map(({ id, title }) => ({ id, label: title }))
  return (
    <>
      <div className={styles.choices}>
        <Select
          label={say('Across')}
          options={options}
          value={across.id}
          onChange={(id) => choose('x', id)}
        />
        <Select
          label={say('Up|picture')}
          options={options}
          value={up.id}
          onChange={(id) => choose('y', id)}
        />
        <Select
          label={say('Bubbles')}
          options={[{ id: '', label: say('none') }, ...options]}
          value={size?.id ?? ''}
          onChange={(id) => choose('size', id)}
        />
      </div>
      {cells !== undefined && (
        <TwoByTwo
          points={pointsOf(asked?.ideas ?? [], cells, across, up, size)}
          ideas={held.ideas ?? []}
          across={axisOf(across)}
          up={axisOf(up)}
          size={size?.title}
          hasNames={across.better === 'lower' && up.better === 'higher'}
        />
      )}
    </>
  )
}

const axisOf = ({ title, unit, least, most }: Criterion): Axis => ({
  says: unit === '' ? title : `${title} (${unit})`,
  least,
  most,
})
