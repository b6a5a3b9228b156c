import './ui/mantine.css'
import './ui/tokens.css'
import './ui/fonts.css'
import './ui/base.css'

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { App } from './app.tsx'
import { textsArrived } from './ui/messages.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
const page = createRoot(root)
// Not awaited at the top level: that would tear the first visit into more files.
void textsArrived().then(() => {
  page.render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
})
