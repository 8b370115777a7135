import { sentence, type Sentence } from '../../../../engine/words.ts'
import type { Method, Source } from './model.ts'

/** A criterion of a template, in the words of its method; the fields of the record. */
export interface TemplateCriterion {
  /** In the words of whoever makes a model of it. */
  readonly title: Sentence
  readonly name: string
  readonly unit?: string
  readonly weight: number
  readonly better: 'higher' | 'lower'
  readonly least: number | null
  readonly most: number | null
  readonly source: Source
}

export interface Template {
  readonly method: Method
  readonly title: string
  /** Offered before the rest. */
  readonly isOffered: boolean
  readonly criteria: readonly TemplateCriterion[]
}

const rated = (
  title: Sentence,
  name: string,
  least: number | null,
  most: number | null,
  more: Partial<TemplateCriterion> = {},
): TemplateCriterion => ({
  title,
  name,
  weight: 1,
  better: 'higher',
  least,
  most,
  source: 'ratings',
  ...more,
})

/**
 * The models to begin with, each with what it weighs by. RICE has no criteria: it is worked out of the factors that an
 * idea bears and their estimates. The scales are those of the sources named at each method in `rules/methods`.
 */
export const templates: Readonly<Record<Exclude<Method, 'formula'>, Template>> = {
  rice: { method: 'rice', title: 'RICE', isOffered: true, criteria: [] },
  weighted: {
    method: 'weighted',
    title: 'Weighted scorecard',
    isOffered: true,
    criteria: [
      rated(sentence('Value to customers'), 'Value', 1, 5, { weight: 40 }),
      rated(sentence('Fit with the strategy'), 'Fit', 1, 5, { weight: 30 }),
      rated(sentence('Companies that ask for it'), 'Companies', 0, null, {
        weight: 15,
        source: 'companies',
        unit: 'companies',
      }),
      rated(sentence('Effort'), 'Effort', 1, 5, { weight: 15, better: 'lower' }),
    ],
  },
  wsjf: {
    method: 'wsjf',
    title: 'WSJF',
    isOffered: true,
    criteria: [
      rated(sentence('User and business value'), 'Value', 1, 20),
      rated(sentence('Time criticality'), 'Urgency', 1, 20),
      rated(sentence('Risk reduction or opportunity enablement'), 'Risk', 1, 20),
      rated(sentence('Job size'), 'Size', 1, 20, { better: 'lower' }),
    ],
  },
  ice: {
    method: 'ice',
    title: 'ICE',
    isOffered: false,
    criteria: [
      rated(sentence('Impact'), 'Impact', 1, 10),
      rated(sentence('Confidence'), 'Confidence', 1, 10),
      rated(sentence('Ease'), 'Ease', 1, 10),
    ],
  },
  cd3: {
    method: 'cd3',
    title: 'CD3',
    isOffered: false,
    criteria: [
      rated(sentence('Cost of delay'), 'Delay', 0, null, { unit: 'EUR/week' }),
      rated(sentence('Duration'), 'Duration', 0.1, null, { unit: 'week', better: 'lower' }),
    ],
  },
  'value-effort': {
    method: 'value-effort',
    title: 'Value and effort',
    isOffered: false,
    criteria: [
      rated(sentence('Value'), 'Value', 0, 10),
      rated(sentence('Effort'), 'Effort', 0.1, 10, { better: 'lower' }),
    ],
  },
  kano: {
    method: 'kano',
    title: 'Kano',
    isOffered: false,
    criteria: [
      rated(sentence('With it, I would feel'), 'Functional', 1, 5, { better: 'lower' }),
      rated(sentence('Without it, I would feel'), 'Dysfunctional', 1, 5),
    ],
  },
  moscow: {
    method: 'moscow',
    title: 'MoSCoW',
    isOffered: false,
    criteria: [
      rated(sentence('Priority'), 'Priority', 1, 4),
      rated(sentence('Effort'), 'Effort', 0, null, { better: 'lower' }),
    ],
  },
  odi: {
    method: 'odi',
    title: 'ODI',
    isOffered: false,
    criteria: [
      rated(sentence('Importance'), 'Importance', 0, 10),
      rated(sentence('Satisfaction'), 'Satisfaction', 0, 10, { better: 'lower' }),
    ],
  },
}

/** Of each method but those that are worked out otherwise, its formula over the names of its criteria. */
export const methodFormulas: Readonly<Partial<Record<Method, string>>> = {
  wsjf: '(Value + Urgency + Risk) / Size',
  ice: 'Impact * Confidence * Ease',
  cd3: 'Delay / Duration',
  'value-effort': 'Value / Effort',
  moscow: 'Priority',
  odi: 'Importance + max(Importance - Satisfaction, 0)',
}

/** Who has thought of it: names and titles, which stand as they are in every language. */
export const sources: Readonly<Record<Method, Sentence>> = {
  rice: { text: 'Sean McBride, RICE: simple prioritisation for product managers, Intercom, 2016' },
  weighted: {
    text: 'Ralph Keeney and Howard Raiffa, Decisions with Multiple Objectives, 1976',
  },
  wsjf: { text: 'Scaled Agile Framework, Weighted Shortest Job First' },
  ice: { text: 'Itamar Gilad, Evidence Guided, 2023' },
  cd3: { text: 'Donald Reinertsen, The Principles of Product Development Flow, 2009' },
  'value-effort': sentence('What a unit of effort brings'),
  kano: { text: 'Kano, Seraku, Takahashi and Tsuji, 1984; Berger and others, 1993' },
  moscow: { text: 'Dai Clegg; DSDM Agile Project Framework Handbook, 2014' },
  odi: { text: 'Anthony Ulwick, Jobs to Be Done: Theory to Practice, 2016' },
  formula: sentence('A formula of one’s own'),
}
