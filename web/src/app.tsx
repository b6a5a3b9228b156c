import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'

import { router } from './routes.tsx'
import { LanguageProvider } from './ui/language.tsx'
import { cssVariablesResolver, theme } from './ui/theme.ts'

const queries = new QueryClient({
  defaultOptions: {
    // An answer names the ledger number it stands on: it does not age by itself, and a refusal is an answer.
    queries: { staleTime: Infinity, retry: false, refetchOnWindowFocus: false },
  },
})

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
      <LanguageProvider>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </LanguageProvider>
    </MantineProvider>
  )
}
