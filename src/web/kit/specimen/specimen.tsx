import '../global.css'
import { createRoot } from 'react-dom/client'
import { ToastProvider } from '../toast.tsx'
import { FirstPage } from './first-page.tsx'
import { FormPage } from './form-page.tsx'
import { ListPage } from './list-page.tsx'
import { MarksPage } from './marks-page.tsx'
import { SpecimenMast } from './mast.tsx'
import { WhyPage } from './why-page.tsx'

// ?page=list&theme=dark&dir=rtl: one page each for the eye, and one address for each screenshot
const asked = new URLSearchParams(location.search)
const pages = { why: WhyPage, list: ListPage, form: FormPage, marks: MarksPage, first: FirstPage }
const name = asked.get('page') ?? 'why'
const Page = Object.entries(pages).find(([key]) => key === name)?.[1] ?? WhyPage

const html = document.documentElement
const theme = asked.get('theme')
if (theme !== null) html.dataset['theme'] = theme
html.dir = asked.get('dir') ?? 'ltr'

const root = document.getElementById('root')
if (root === null) throw new Error('specimen.html has no root')

createRoot(root).render(
  <ToastProvider>
    <SpecimenMast page={name} />
    <Page />
  </ToastProvider>,
)
