import { figure } from '../../../../web/derived/figure.ts'
import { say } from '../../../../web/words/say.ts'

/** What is filled in so far, by the fields of a tripwire. */
export type Said = Readonly<Record<string, unknown>>

/** Which fields the sentence asks for, by what is watched. */
export function inputsOf({ watches }: Said): readonly string[] {
  switch (watches) {
    case 'metric':
      return ['metricId', 'comparison', 'threshold', 'by', 'rearmAt', 'silentDays', 'whenSilent']
    case 'experiment':
      return ['experimentId', 'comparison', 'threshold', 'by']
    case 'prediction':
      return ['predictionId', 'by']
    case 'insights':
      return ['needId', 'comparison', 'threshold', 'withinDays', 'by']
    case 'votes':
    case 'feedback':
    case 'revenue':
      return ['ideaId', 'segment', 'comparison', 'threshold', 'withinDays', 'by']
    default:
      return ['by']
  }
}

/** The condition as one would say it; what is missing yet stands as a gap. */
export function sentenceOf(
  said: Said,
  subject: { readonly name: string | undefined; readonly unit: string },
): string {
  const name = subject.name ?? '…'
  const value =
    typeof said['threshold'] === 'number'
      ? `${figure(said['threshold'])}${subject.unit === '' ? '' : ` ${subject.unit}`}`
      : '…'
  const when = typeof said['by'] === 'string' ? say(' by {day}', { day: said['by'] }) : ''
  const within =
    typeof said['withinDays'] === 'number'
      ? say(' in {count} days', { count: said['withinDays'] })
      : ''
  return `${stateOf(said, name, value)}${within}${when}`
}

function stateOf(said: Said, name: string, value: string): string {
  const isBelow = said['comparison'] !== 'above'
  switch (said['watches']) {
    case 'metric':
      return isBelow
        ? say('“{name}” falls below {value}', { name, value })
        : say('“{name}” rises above {value}', { name, value })
    case 'experiment':
      return isBelow
        ? say('“{name}” results in less than {value}', { name, value })
        : say('“{name}” results in more than {value}', { name, value })
    case 'prediction':
      return say('“{name}” does not come true', { name })
    case 'votes':
      return isBelow
        ? say('“{name}” has fewer than {value} votes', { name, value })
        : say('“{name}” has more than {value} votes', { name, value })
    case 'insights':
      return isBelow
        ? say('fewer than {value} insights support “{name}”', { name, value })
        : say('more than {value} insights support “{name}”', { name, value })
    case 'feedback':
      return isBelow
        ? say('fewer than {value} ask for “{name}”', { name, value })
        : say('more than {value} ask for “{name}”', { name, value })
    case 'revenue':
      return isBelow
        ? say('those who ask for “{name}” bring less than {value}', { name, value })
        : say('those who ask for “{name}” bring more than {value}', { name, value })
    default:
      return say('the day has come')
  }
}
