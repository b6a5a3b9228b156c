/** Vietnamese first: it is the source language, English is its translation. */
export const languages = ['vi', 'en'] as const
export type Language = (typeof languages)[number]

/** Messages of one slice as its locale file holds them; `{name}` in a message is filled in. */
export type MessageTree = { readonly [key: string]: string | MessageTree }

/** Keys of a locale file, parts joined by dots: `verdict.met`. */
export type MessageKey<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${MessageKey<Tree[Key]>}`
}[keyof Tree & string]

export type MessageParams = Readonly<Record<string, string | number>>

/** Messages of one slice in one language. */
export type Messages<Tree> = {
  readonly language: Language
  /** The message with its parameters; one that the message names and nobody gives is a broken promise. */
  readonly say: (key: MessageKey<Tree>, params?: MessageParams) => string
}

/** Typed lookup: the Vietnamese file gives the keys, every other language has the same ones. */
export function messagesOf<Tree extends MessageTree>(
  language: Language,
  files: Readonly<Record<Language, NoInfer<Tree>>> & { readonly vi: Tree },
): Messages<Tree> {
  const messages = flatOf(files[language])
  return {
    language,
    say: (key, params = {}) => {
      const message = messages.get(key)
      if (message === undefined) throw new Error(`no message: ${key}`)
      return fill(key, message, params)
    },
  }
}

const flatByTree = new WeakMap<MessageTree, ReadonlyMap<string, string>>()

/** As `flatten`, once for each file: an explanation asks for the same words hundreds of times. */
function flatOf(tree: MessageTree): ReadonlyMap<string, string> {
  const found = flatByTree.get(tree)
  if (found) return found
  const made = flatten(tree)
  flatByTree.set(tree, made)
  return made
}

/** Every message of a file by its full key; what tests compare between languages. */
export function flatten(tree: MessageTree, prefix = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : [...flatten(value, `${prefix}${key}.`)],
    ),
  )
}

/** Names of the parameters that a message asks for. */
export function paramsOf(message: string): readonly string[] {
  return [...message.matchAll(placeholder)].map((match) => match[1] ?? '').toSorted()
}

const placeholder = /\{([a-zA-Z]+)\}/g

function fill(key: string, message: string, params: MessageParams): string {
  return message.replaceAll(placeholder, (_, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`message ${key} asks for {${name}}`)
    return String(value)
  })
}
