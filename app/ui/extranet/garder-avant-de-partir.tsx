import { aDesMots, ecouter } from '#ui/kit/formulaire/saisies'
import { envoyerDeSoiMeme } from '#ui/kit/reprise/de-soi-meme'

/** In ms: how long what is written may take to be kept before who leaves is told that it is not. */
const ESSAI = 2000

/** Sends what the page keeps by itself, and waits until nothing of theirs is left on the device, or for long enough. */
export function garderAvantDePartir(id: string): Promise<void> {
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
