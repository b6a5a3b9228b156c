import enCli from '../../locales/en/cli.json' with { type: 'json' }
import enStart from '../../locales/en/start.json' with { type: 'json' }
import viCli from '../../locales/vi/cli.json' with { type: 'json' }
import viStart from '../../locales/vi/start.json' with { type: 'json' }
import { messagesOf, type Language, type MessageKey, type Messages } from './messages.ts'

export type StartMessageKey = MessageKey<typeof viStart>
export type CliMessageKey = MessageKey<typeof viCli>

/** What the server says to whoever starts it. */
export function startMessages(language: Language): Messages<typeof viStart> {
  return messagesOf(language, { vi: viStart, en: enStart })
}

/** What the command line says. */
export function cliMessages(language: Language): Messages<typeof viCli> {
  return messagesOf(language, { vi: viCli, en: enCli })
}
