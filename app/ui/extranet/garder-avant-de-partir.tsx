import { aDesMots, ecouter, effacerDe } from '#ui/kit/formulaire/saisies'
import { envoyerDeSoiMeme } from '#ui/kit/reprise/de-soi-meme'

/** In ms: how long what is written may take to be kept before who leaves is told that it is not. */
const ESSAI = 2000

const AVERTI =
  'Des mots écrits sur cet appareil ne sont pas enregistrés. Si vous vous déconnectez, ils en sont effacés. Se déconnecter quand même\u00a0?'

/** Sends what the page keeps by itself, and waits until nothing of theirs is left on the device, or for long enough. */
function garder(id: string): Promise<void> {
  for (const champ of document.querySelectorAll<HTMLInputElement>('input[name=repris]'))
    if (champ.form && champ.form.dataset['enVoie'] === undefined) envoyerDeSoiMeme(champ.form)
  return new Promise((resolve) => {
    const finir = () => {
      clearTimeout(minuterie)
      cesser()
      resolve()
    }
    const minuterie = setTimeout(finir, ESSAI)
    const cesser = ecouter(() => {
      if (!aDesMots(id)) finir()
    })
  })
}

/** Whoever leaves the post leaves nothing on it: what is not kept by the server is sent first, and where it cannot be, that is asked. */
export async function garderAvantDePartir(id: string, form: HTMLFormElement): Promise<void> {
  await garder(id)
  if (aDesMots(id) && !window.confirm(AVERTI)) return
  effacerDe(id)
  form.requestSubmit()
}
