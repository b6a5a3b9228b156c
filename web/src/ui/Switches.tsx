import { useMantineColorScheme, type MantineColorScheme } from '@mantine/core'

import { Choice } from './Choice.tsx'
import { useLanguage, useUiText } from './language.tsx'
import { Popup } from './Popup.tsx'

/** The other language, in its own words. */
export function LanguageSwitch() {
  const { language, speak } = useLanguage()
  const other = language === 'vi' ? 'en' : 'vi'
  return (
    <button type="button" className="ac-act ac-language" lang={other} onClick={() => speak(other)}>
      {other === 'en' ? 'English' : 'Tiếng Việt'}
    </button>
  )
}

/** Light, dark, or as the machine says. */
export function SchemeSwitch() {
  const t = useUiText()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Popup label={t(`scheme.${colorScheme}`)} name={t('scheme.name')}>
      {(close) => (
        <Choice<MantineColorScheme>
          legend={t('scheme.name')}
          layout="list"
          value={colorScheme}
          options={[
            { value: 'light', label: t('scheme.light') },
            { value: 'dark', label: t('scheme.dark') },
            { value: 'auto', label: t('scheme.auto'), note: t('scheme.autoNote') },
          ]}
          onChoose={(chosen) => {
            setColorScheme(chosen)
            close()
          }}
        />
      )}
    </Popup>
  )
}
