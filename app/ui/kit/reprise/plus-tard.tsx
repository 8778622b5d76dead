import { compter } from '#domain/nombre'
import type { Echec, Manque } from '#ui/kit/reprise/reprise'

const CAUSE: Record<Manque, string> = {
  SESSION: 'votre session a pris fin',
  RESEAU: 'la connexion est coupée',
  SERVEUR: 'le serveur n’a pas répondu comme prévu',
}

/** How long what failed rests before it is tried again, in seconds: once, twice… then always the last one. */
const PAUSES = [5, 10, 20, 40, 60]

/** How long it rests once it failed so many times before, in seconds. */
const pauseDe = (fois: number): number => PAUSES[fois] ?? 60

function phraseDe(manque: Manque, pause: number): string {
  const garde = `Pas enregistré\u00a0: ${CAUSE[manque]}. Ce que vous écrivez est gardé sur cet appareil`
  return manque === 'SESSION' ? `${garde}. ` : `${garde}\u00a0; nouvel essai dans ${compter(pause, 'seconde')}.`
}

/** Tells a sending that did not go, and tries it again: after a rest, and as soon as the network is back. Gives what ends the wait. */
export function plusTard(
  { manque, fois }: { manque: Manque; fois: number },
  essayer: () => void,
  dire: (echec: Echec) => void,
): () => void {
  const pause = pauseDe(fois)
  dire({ phrase: phraseDe(manque, pause), seReconnecter: manque === 'SESSION' })
  const minuterie = setTimeout(essayer, pause * 1000)
  window.addEventListener('online', essayer)
  return () => {
    clearTimeout(minuterie)
    window.removeEventListener('online', essayer)
  }
}
