import '../kit/global.css'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from '@tanstack/react-router'
import { must } from '../../engine/problem.ts'
import { ToastProvider } from '../kit/toast.tsx'
import { makeRouter } from './routes.tsx'

createRoot(must(document.getElementById('root'), 'the root of the page')).render(
  <ToastProvider>
    <RouterProvider router={makeRouter()} />
  </ToastProvider>,
)

// Without a network the pages open all the same; a browser that cannot do that does without.
if (import.meta.env.PROD && 'serviceWorker' in navigator)
  addEventListener(
    'load',
    () => void navigator.serviceWorker.register('/worker.js').catch(() => undefined),
  )
