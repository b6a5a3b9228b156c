import { useState } from 'react'

import { useStandingText } from './texts.ts'

/** Copies the full address of some rows; where the browser forbids it, shows it to be copied by hand. */
export function CopyLink({ href }: { readonly href: string }) {
  const t = useStandingText()
  const [state, setState] = useState<'idle' | 'copied' | 'byHand'>('idle')
  const address = new URL(href, window.location.href).href
  if (state === 'byHand') {
    return (
      <label className="ac-copy ac-noprint">
        {t('rows.byHand')}{' '}
        <input readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
      </label>
    )
  }
  return (
    <button
      type="button"
      className="ac-act ac-noprint"
      onClick={() => {
        copy(address).then(
          () => setState('copied'),
          () => setState('byHand'),
        )
      }}
    >
      <span role="status">{state === 'copied' ? t('rows.copied') : t('rows.copy')}</span>
    </button>
  )
}

/** Refused in a page that did not come over a secure line. */
async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text)
}
