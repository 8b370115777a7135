import type { Area } from '../../engine/catalogue.ts'
import { relation } from '../../engine/link.ts'
import { fold } from './commands/fold.ts'
import { frame } from './commands/frame.ts'
import { mergeFeedback } from './commands/merge-feedback.ts'
import { quoting } from './commands/quoting.ts'
import { triage } from './commands/triage.ts'
import { company } from './records/company.ts'
import { contact } from './records/contact.ts'
import { feedback } from './records/feedback.ts'
import { insight } from './records/insight.ts'
import { need } from './records/need.ts'
import { quote } from './records/quote.ts'
import { researchQuestion } from './records/research-question.ts'
import { tag } from './records/tag.ts'
import { ageDays, freshness, halfLifeDays } from './rules/freshness.ts'
import { treeOf, type Branch } from './rules/need-tree.ts'
import { passageOf } from './rules/passage.ts'
import { companiesOf, independent, newestOf, sourceOf, weightOf } from './rules/sources.ts'
import { carried, voicesAt } from './rules/voices.ts'
import { becameMarkdown, whyMarkdown } from './rules/why-markdown.ts'

export type { Said } from './rules/sources.ts'
export {
  ageDays,
  becameMarkdown,
  carried,
  companiesOf,
  company,
  contact,
  feedback,
  fold,
  freshness,
  halfLifeDays,
  independent,
  insight,
  need,
  newestOf,
  passageOf,
  quote,
  sourceOf,
  tag,
  treeOf,
  voicesAt,
  weightOf,
  whyMarkdown,
  type Branch,
}

export const discovery: Area = {
  name: 'discovery',
  says: 'What people say, what it shows and what they need',
  records: [company, contact, tag, feedback, quote, insight, need, researchQuestion],
  relations: [
    relation({
      relation: 'supports',
      from: ['quote'],
      to: ['need', 'insight'],
      line: 'from-above',
      polarity: 'for',
      says: { forth: 'supports', back: 'is supported by' },
    }),
    relation({
      relation: 'contradicts',
      from: ['quote'],
      to: ['need', 'insight'],
      line: 'from-above',
      polarity: 'against',
      says: { forth: 'contradicts', back: 'is contradicted by' },
    }),
    relation({
      relation: 'supports',
      from: ['insight'],
      to: ['need'],
      line: 'from-above',
      polarity: 'for',
      says: { forth: 'supports', back: 'is supported by' },
    }),
    relation({
      relation: 'contradicts',
      from: ['insight'],
      to: ['need'],
      line: 'from-above',
      polarity: 'against',
      says: { forth: 'contradicts', back: 'is contradicted by' },
    }),
  ],
  commands: [triage, mergeFeedback, frame, ...quoting],
}
