import '../kit/global.css'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from '@tanstack/react-router'
import { I18nProvider } from 'react-aria-components'
import { must } from '../../engine/problem.ts'
import { ToastProvider } from '../kit/toast.tsx'
import { startSpeaking } from '../words/language.ts'
import { words } from '../words/say.ts'
import { makeRouter } from './routes.tsx'

await startSpeaking()

createRoot(must(document.getElementById('root'), 'the root of the page')).render(
  <I18nProvider locale={words().language.locale}>
    <ToastProvider>
      <RouterProvider router={makeRouter()} />
    </ToastProvider>
  </I18nProvider>,
)

// Without a network the pages open all the same; a browser that cannot do that does without.
if (import.meta.env.PROD && 'serviceWorker' in navigator)
  addEventListener(
    'load',
    () => void navigator.serviceWorker.register('/worker.js').catch(() => undefined),
  )
